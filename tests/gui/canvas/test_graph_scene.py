from __future__ import annotations

import pytest

from flowdesk.gui.canvas.graph_scene import GraphScene
from flowdesk.gui.canvas.pill import Filling
from flowdesk.plan.plan import Edge, Group, Kind, Plan, Task
from tests.gui.canvas.shown import MODELS, run_of, training_plan

pytestmark = pytest.mark.usefixtures("ink")


def test_every_task_group_line_and_key_has_its_item() -> None:
    scene = GraphScene(training_plan())
    assert set(scene.tasks) == {"get", *MODELS, "choose"}
    assert set(scene.groups) == {"train"}
    assert [(edge.link.source, edge.link.target) for edge in scene.lines] == [
        ("get", "train"),
        ("train.a", "choose"),
        ("train.b", "choose"),
    ]
    assert set(scene.pills) == {(model, "accuracy") for model in MODELS}


def test_a_group_counts_tasks_at_any_depth() -> None:
    plan = Plan(
        "p",
        {name: Task(name, Kind.JOINT) for name in ("g.a", "g.h.b", "gg")},
        {"g": Group("g"), "g.h": Group("g.h")},
    )
    scene = GraphScene(plan)
    assert (scene.groups["g"].count, scene.groups["g.h"].count) == ("2", "1")


def test_a_run_is_shown_on_all_items() -> None:
    plan = training_plan()
    scene = GraphScene(plan, clock=lambda: 10.0)
    scene.show_run(run_of(plan, {"get": "success", "train.a": "success"}, {("train.a", "accuracy"): "0.83"}))
    assert scene.tasks["get"].footer == "Success · 2.0 s"
    assert scene.tasks["choose"].footer == "Waiting"
    assert scene.groups["train"].count == "1/2"
    assert [pill.text for pill in scene.pills["train.a", "accuracy"]] == ["accuracy  0.83"]
    scene.show_run(None)
    assert scene.tasks["get"].footer == ""
    assert [pill.text for pill in scene.pills["train.a", "accuracy"]] == ["accuracy: float"]


def test_only_what_is_named_is_refreshed() -> None:
    plan = training_plan()
    scene = GraphScene(plan, clock=lambda: 10.0)
    scene.show_run(run_of(plan, {}))
    scene._standings.view = run_of(plan, {"get": "success", "train.a": "running"})
    scene.refresh_tasks({"get", "unknown"})
    assert scene.tasks["get"].footer.startswith("Success")
    assert scene.tasks["train.a"].footer == "Waiting"


def test_a_key_of_a_task_that_is_over_without_it_is_absent() -> None:
    plan = training_plan()
    scene = GraphScene(plan)
    scene.show_run(run_of(plan, {"train.a": "failed"}))
    assert [pill.filling for pill in scene.pills["train.a", "accuracy"]] == [Filling.ABSENT]
    assert [pill.filling for pill in scene.pills["train.b", "accuracy"]] == [Filling.WAITING]


def test_the_clock_ticks_only_while_a_task_runs() -> None:
    plan = training_plan()
    scene = GraphScene(plan)
    ticking = []
    for state in ("running", "success"):
        scene.show_run(run_of(plan, {"get": state}))
        ticking.append(scene.pulse.is_ticking)
    assert ticking == [True, False]


def test_the_lines_of_the_selected_task_are_brought_out() -> None:
    scene = GraphScene(training_plan())
    scene.tasks["train.a"].setSelected(True)
    marked = [edge.link.source for edge in scene.lines if edge.is_marked]
    assert marked == ["train.a"]


def test_two_keys_between_two_tasks_share_a_line_with_two_pills() -> None:
    tasks = {name: Task(name, Kind.JOINT) for name in "ab"}
    edges = (Edge("a", "b"), Edge("a", "b", "x", "x"), Edge("a", "b", "y", "y"))
    scene = GraphScene(Plan("p", tasks, edges=edges))
    assert len(scene.lines) == 1
    one, other = scene.pills["a", "x"][0], scene.pills["a", "y"][0]
    assert not one.collidesWithItem(other)
    assert one.x() == other.x()


def test_keys_beyond_a_few_share_a_pill_that_follows_their_values() -> None:
    tasks = {name: Task(name, Kind.JOINT) for name in "ab"}
    keys = [f"k{number}" for number in range(25)]
    plan = Plan("p", tasks, edges=tuple(Edge("a", "b", key, key) for key in keys))
    scene = GraphScene(plan)
    assert len(scene.pills) == 5
    (rest,) = scene.rests["a", "k24"]
    scene.show_run(run_of(plan, {"a": "running"}, {("a", key): "1" for key in keys[3:20]}))
    assert rest.text == "+20 more  15/20"
    scene.show_run(None)
    assert rest.text == "+20 more"


def test_when_the_engine_dies_nothing_runs_any_more() -> None:
    plan = training_plan()
    scene = GraphScene(plan, clock=lambda: 10.0)
    view = run_of(plan, {"get": "success", "train.a": "running"})
    scene.show_run(view)
    assert scene.tasks["train.a"].footer == "Running · 6 s"
    view.interrupt()
    scene.refresh_tasks({"train.a"})
    assert scene.tasks["train.a"].footer == "Interrupted"
    assert scene.groups["train"].count == "0/2"
    assert not scene.pulse.is_ticking
