from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.arrangement import FEW
from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.work import Work, Workshop
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Group, Kind, Plan, Task
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import TaskState
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint
    from pytestqt.qtbot import QtBot


def _on_screen(view: GraphView, name: str) -> QPoint:
    place = view.graph.place_of(name)
    assert place is not None
    return view.mapFromScene(place.x, place.y)


def _many(groups: int, each: int) -> Plan:
    tasks = [Task(f"g{group}.t{number}", Kind.JOINT) for group in range(groups) for number in range(each)]
    names = [f"g{group}" for group in range(groups)]
    return Plan("many", {task.id: task for task in tasks}, {name: Group(name) for name in names})


def test_a_folded_group_is_one_box_and_unfolds_again(training: GraphView) -> None:
    training.picture.toggle("train")
    assert set(training.graph.folded) == {"train"}
    assert set(training.graph.tasks) == {"get", "choose"}
    training.picture.toggle("train")
    assert set(training.graph.tasks) == {"get", "train.a", "train.b", "choose"}


def test_what_is_folded_stays_where_it_is_on_the_screen(training: GraphView) -> None:
    before = _on_screen(training, "train")
    training.picture.toggle("train")
    moved = _on_screen(training, "train") - before
    assert moved.manhattanLength() <= 2
    training.picture.toggle("train")
    assert (_on_screen(training, "train") - before).manhattanLength() <= 3


def test_states_of_hidden_tasks_are_summed_on_the_box(training: GraphView) -> None:
    training.picture.toggle("train")
    run = run_of(training_plan(), {"get": "success", "train.a": "failed"})
    training.show_run(run)
    assert {str(state): count for state, count in (training.graph.folded["train"].counts or {}).items()} == {
        "failed": 1,
        "waiting": 1,
    }
    training.picture.toggle("train")
    assert training.graph.tasks["train.a"].footer.startswith("Failed")


def test_the_selected_task_stays_selected_in_the_box_that_hides_it(training: GraphView) -> None:
    training.select_task("train.a")
    told: list[str] = []
    training.task_selected.connect(told.append)
    training.picture.toggle("train")
    assert training.graph.chosen == "train"
    training.picture.toggle("train")
    assert training.graph.selected == "train.a"
    assert told == []


def test_a_hidden_task_that_is_selected_shows_its_box_and_is_unfolded_when_revealed(
    training: GraphView,
) -> None:
    training.picture.toggle("train")
    training.select_task("train.b")
    assert training.graph.chosen == "train"
    training.reveal_task("train.b")
    assert training.graph.selected == "train.b"


def test_a_large_plan_opens_with_its_groups_folded(canvas: GraphView) -> None:
    canvas.show_plan(_many(20, 10))
    assert len(canvas.graph.folded) == 20
    assert not canvas.graph.tasks


def test_what_is_folded_is_remembered_for_each_file(canvas: GraphView) -> None:
    canvas.show_plan(training_plan(), "one")
    canvas.picture.toggle("train")
    canvas.show_plan(training_plan(), "other")
    assert not canvas.picture.folded
    canvas.show_plan(training_plan(), "one")
    assert canvas.picture.folded == {"train"}


def test_the_flow_can_run_from_top_to_bottom(training: GraphView) -> None:
    training.picture.turn("TB")
    places = training.graph.places
    assert places["get"].bottom < places["train.a"].y
    assert places["train.a"].bottom < places["choose"].y


def test_a_part_is_shown_alone_until_somebody_lets_go(training: GraphView) -> None:
    training.picture.show_only({"get", "train.a"})
    assert set(training.graph.tasks) == {"get", "train.a"}
    training.let_go()
    assert set(training.graph.tasks) == {"get", "train.a", "train.b", "choose"}


@pytest.fixture
def workshop(qtbot: QtBot) -> Iterator[Workshop]:  # noqa: ARG001 - a thread needs the application
    workshop = Workshop()
    yield workshop
    workshop.close()


def test_very_many_boxes_stand_in_a_grid_until_they_are_laid_out(
    canvas: GraphView, workshop: Workshop, qtbot: QtBot
) -> None:
    canvas.picture._workshop = workshop
    plan = _many(1, 140)
    canvas.show_plan(plan)
    grid = dict(canvas.graph.places)
    assert len(grid) == 140
    qtbot.waitUntil(lambda: dict(canvas.graph.places) != grid)


def test_a_large_plan_is_shown_at_once_and_laid_out_finely_later(workshop: Workshop, qtbot: QtBot) -> None:
    tasks = [Task(f"t{number}", Kind.BASH, ("true",)) for number in range(FEW + 1)]
    plan = Plan("large", {task.id: task for task in tasks})
    view = GraphView(workshop=workshop, clock=lambda: 10.0)
    qtbot.addWidget(view)
    view.show_plan(plan)
    coarse = dict(view.graph.places)
    assert set(coarse) == set(plan.tasks)
    changes: list[bool] = []
    view.picture_changed.connect(lambda: changes.append(True))
    view.select_task("t3")
    run = RunView(plan, "r")
    run.apply([Event(1, "r", 1.0, EventKind.TRY_STARTED, "t3", 1)])
    view.show_run(run)
    qtbot.waitUntil(lambda: bool(changes))
    assert view.graph.selected == "t3"
    standing = view.graph.tasks["t3"].standing
    assert standing is not None
    shown = standing.view
    assert shown is not None
    assert shown.state is TaskState.RUNNING


def test_a_layout_that_comes_when_another_plan_is_shown_is_dropped(workshop: Workshop, qtbot: QtBot) -> None:
    tasks = [Task(f"t{number}", Kind.BASH, ("true",)) for number in range(FEW + 1)]
    view = GraphView(workshop=workshop)
    qtbot.addWidget(view)
    view.show_plan(Plan("large", {task.id: task for task in tasks}))
    view.show_plan(Plan("small", {"a": Task("a", Kind.BASH, ("true",))}))
    done: list[object] = []
    workshop.give(Work(lambda: None, done.append, done.append))
    qtbot.waitUntil(lambda: bool(done))
    assert set(view.graph.tasks) == {"a"}
