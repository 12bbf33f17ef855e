from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.colours import DARK
from flowdesk.gui.export.export import export
from flowdesk.gui.export.shown import looks_of, shown_by
from flowdesk.plan.graph_formats import GraphFormat
from tests.gui.canvas.conftest import canvas, training
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView

__all__ = ["canvas", "training"]


def test_an_empty_canvas_shows_nothing(canvas: GraphView) -> None:
    assert shown_by(canvas) is None


def test_what_is_folded_is_exported_folded_and_where_it_lies(training: GraphView) -> None:
    training.picture.fold({"train"})
    shown, looks = shown_by(training), looks_of(training, DARK, 3.0)
    assert shown is not None
    assert (shown.plan, shown.view) == (training_plan(), None)
    assert (looks.theme, looks.scale, looks.folded) == (DARK, 3.0, {"train"})
    assert looks.layout is not None
    assert set(looks.layout.nodes) == {"get", "train", "choose"}
    assert looks.layout.width == training.graph.bounds.width()
    assert b">Train models<" in export(shown.plan, None, GraphFormat.SVG, looks)


def test_the_layout_that_is_shown_is_the_one_that_is_drawn(training: GraphView) -> None:
    looks = looks_of(training, DARK, 1.0)
    assert looks.layout is not None
    lines = training.graph.drawing.links
    assert [route.points for route in looks.layout.edges] == [drawn.points for drawn in lines]
    assert [route.label is None for route in looks.layout.edges] == [not drawn.pills for drawn in lines]
