from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView


def _dimmed(view: GraphView) -> set[str]:
    return {name for name, item in view.graph.drawing.nodes.items() if item.opacity() < 1}


def test_what_is_not_lit_up_is_dimmed_with_its_lines(training: GraphView) -> None:
    training.light_up({"train.a", "choose"})
    assert _dimmed(training) == {"get", "train.b"}
    bright = {(edge.link.source, edge.link.target) for edge in training.graph.lines if edge.opacity() == 1}
    assert bright == {("train.a", "choose")}


def test_the_box_of_a_folded_group_is_lit_for_what_it_hides(training: GraphView) -> None:
    training.light_up({"train.a"})
    training.picture.toggle("train")
    assert _dimmed(training) == {"get", "choose"}


def test_what_a_run_was_not_asked_for_is_dimmed_until_another_is_shown(training: GraphView) -> None:
    plan = training_plan()
    part = run_of(plan, {"get": "success"})
    part.plan = type(plan)("training", {"get": plan.tasks["get"]})
    training.show_run(part)
    assert _dimmed(training) == {"train.a", "train.b", "choose"}
    assert training.graph.tasks["choose"].footer == ""
    training.show_run(run_of(plan, {"get": "success"}))
    assert _dimmed(training) == set()
