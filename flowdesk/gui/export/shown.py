"""The graph as a page shows it now, to be exported just so: folded as it is, laid out as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.export.looks import Looks
from flowdesk.layout.graph import Layout, Rect, Route

if TYPE_CHECKING:
    from flowdesk.gui.canvas.drawing import Drawing, DrawnLink
    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.colours import Theme
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView


class Shown(NamedTuple):
    """A plan and, over it, a run."""

    plan: Plan
    view: RunView | None


def shown_by(graph: GraphView) -> Shown | None:
    """What is to be seen on a canvas; None where nothing is."""
    plan = graph.graph.plan
    return Shown(plan, graph.graph.view) if plan is not None and plan.tasks else None


def looks_of(graph: GraphView, theme: Theme, scale: float) -> Looks:
    """How it looks there, in the colours of `theme`."""
    picture, drawing = graph.picture, graph.graph.drawing
    return Looks(theme, picture.direction, picture.folded, picture.only, scale, _layout_of(drawing))


def _layout_of(drawing: Drawing) -> Layout:
    edges = tuple(Route(drawn.points, _label_of(drawn)) for drawn in drawing.links)
    width, height = drawing.bounds.width(), drawing.bounds.height()
    return Layout(drawing.places, drawing.group_places, edges, width, height)


def _label_of(drawn: DrawnLink) -> Rect | None:
    """Only its middle is asked for."""
    return Rect(drawn.middle.x(), drawn.middle.y(), 0, 0) if drawn.pills else None
