"""Large pictures, which are made and filled step by step before they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.arrangement import coarse
from flowdesk.gui.canvas.graph_scene import GraphScene
from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.canvas.picture import AT_ONCE
from flowdesk.gui.work import Workshop
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Group, Kind, Plan, Task
from flowdesk.plan.states import TaskState
from tests.gui.canvas.shown import run_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

MANY = AT_ONCE + 20


def large() -> Plan:
    """More tasks than are shown at once, in two groups."""
    names = [f"{group}.t{number}" for group in "gh" for number in range(MANY // 2)]
    tasks = {name: Task(name, kind=Kind.BASH) for name in names}
    return Plan("large", tasks, groups={group: Group(group) for group in "gh"})


@pytest.fixture
def graph(qapp: QApplication, qtbot: QtBot) -> Iterator[GraphView]:
    assert qapp is not None
    workshop = Workshop()
    view = GraphView(workshop=workshop)
    qtbot.addWidget(view)
    view.show()
    yield view
    workshop.close()


def test_many_cards_come_after_a_while_and_all_at_once(graph: GraphView, qtbot: QtBot) -> None:
    seen: list[int] = []
    graph.show_plan(large())
    qtbot.waitUntil(lambda: graph.picture.is_settled)
    assert set(graph.graph.folded) == {"g", "h"}
    graph.picture.changed.connect(lambda: seen.append(len(graph.graph.tasks)))
    graph.picture.fold(())
    assert (seen, graph.picture.is_settled) == ([], False)
    assert set(graph.graph.folded) == {"g", "h"}
    qtbot.waitUntil(lambda: graph.picture.is_settled)
    assert set(seen) == {MANY}


def test_folding_again_leaves_what_was_under_way(graph: GraphView, qtbot: QtBot) -> None:
    graph.show_plan(large())
    qtbot.waitUntil(lambda: graph.picture.is_settled)
    graph.picture.fold(())
    graph.picture.fold({"g", "h"})
    qtbot.waitUntil(lambda: graph.picture.is_settled)
    assert (len(graph.graph.tasks), set(graph.graph.folded)) == (0, {"g", "h"})


def test_what_happens_while_cards_are_made_is_on_them_when_they_are_seen(qapp: QApplication) -> None:
    assert qapp is not None
    plan = large()
    first, second = list(plan.tasks)[:2]
    scene, view = GraphScene(plan, arrange=None), run_of(plan, {first: "success"})
    scene.show_run(view)
    drawing = scene.draw()
    layout = coarse(drawing.graph)
    for _ in scene.show_ahead(drawing, layout):
        pass
    started = Event(9, "r", 7.0, EventKind.TRY_STARTED, second, 1, {"pid": 1})
    scene.refresh_tasks(view.apply([started]).tasks)
    scene.show_drawing(drawing, layout)
    shown = {name: item.state for name, item in scene.tasks.items() if item.state is not TaskState.WAITING}
    assert shown == {first: TaskState.SUCCESS, second: TaskState.RUNNING}
    assert scene.moving
    assert {name: (item.x(), item.y()) for name, item in scene.tasks.items()} == {
        name: (place.x, place.y) for name, place in layout.nodes.items()
    }


def test_another_run_than_the_cards_were_made_for_is_shown_on_all_of_them(qapp: QApplication) -> None:
    assert qapp is not None
    plan = large()
    first, second = list(plan.tasks)[:2]
    scene = GraphScene(plan, arrange=None)
    scene.show_run(run_of(plan, {first: "success"}))
    drawing = scene.draw()
    layout = coarse(drawing.graph)
    for _ in scene.show_ahead(drawing, layout):
        pass
    scene.show_run(run_of(plan, {second: "failed"}))
    scene.show_drawing(drawing, layout)
    shown = {name: item.state for name, item in scene.tasks.items() if item.state is not TaskState.WAITING}
    assert shown == {second: TaskState.FAILED}


def test_how_long_things_take_is_shown_on_cards_that_were_made_before_it_was_known(
    qapp: QApplication,
) -> None:
    assert qapp is not None
    plan = large()
    task = next(iter(plan.tasks))
    scene, view = GraphScene(plan, arrange=None), run_of(plan, {})
    view.apply([Event(9, "r", 7.0, EventKind.TRY_STARTED, task, 1, {"pid": 1})])
    scene.show_run(view)
    drawing = scene.draw()
    layout = coarse(drawing.graph)
    for _ in scene.show_ahead(drawing, layout):
        pass
    scene.tell_usual({task: 20.0})
    scene.show_drawing(drawing, layout)
    standing = scene.tasks[task].standing
    assert standing is not None
    assert standing.usual == 20.0
