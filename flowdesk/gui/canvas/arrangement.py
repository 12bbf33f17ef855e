"""Where the things of a plan go on the canvas: their sizes given to the layout, its answer given back.

The fine layout searches for the fewest crossings and the straightest lines, which takes a large plan most of
a second; the coarse one gives up that search at once. A few dozen tasks need no coarse one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.group_item import HEADER, header_width
from flowdesk.gui.canvas.pill_stack import stack_size
from flowdesk.layout.graph import GroupBox, LayoutGraph, Line, Size, Spacing
from flowdesk.layout.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link
    from flowdesk.layout.graph import Layout
    from flowdesk.plan.plan import Plan

_SPACING = Spacing(layer=72.0, label=46.0, node=24.0, line=14.0, padding=16.0, part=48.0)
_BUDGET = 1.0  # seconds

FEW = 20
"""So many tasks are laid out finely in less time than an eye sees."""


def layout_graph(plan: Plan, cards: Mapping[str, QRectF], links: Sequence[Link], ink: Ink) -> LayoutGraph:
    """What is to be laid out. `cards` are the tasks' sizes; the edges are in the order of `links`."""
    return LayoutGraph(
        nodes={task: Size(card.width(), card.height()) for task, card in cards.items()},
        groups={
            group.id: GroupBox(group.parent, HEADER, header_width(group, ink))
            for group in plan.groups.values()
        },
        parents={task.id: task.group for task in plan.tasks.values()},
        edges=[Line(link.source, link.target, _label(link, ink)) for link in links],
    )


def fine(graph: LayoutGraph) -> Layout:
    """The layout to be looked at. Without Qt, so that any thread may do it."""
    return lay_out(graph, spacing=_SPACING, budget_seconds=_BUDGET)


def coarse(graph: LayoutGraph) -> Layout:
    """A layout to begin with."""
    return lay_out(graph, spacing=_SPACING, budget_seconds=0.0)


def _label(link: Link, ink: Ink) -> Size | None:
    if not link.keys:
        return None
    size = stack_size([key for key, _ in link.keys], ink)
    return Size(size.width(), size.height())
