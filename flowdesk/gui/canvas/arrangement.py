"""Where the things of a plan go on the canvas: their sizes given to the layout, its answer given back.

The fine layout searches for the fewest crossings and the straightest lines, which takes a large plan most of
a second; the coarse one gives up that search at once. A few dozen tasks need no coarse one, and a few hundred
more than anybody waits for, so they are first shown in a plain grid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.group_item import HEADER, header_width
from flowdesk.gui.canvas.pill_parts import names_of
from flowdesk.gui.canvas.pill_stack import stack_size
from flowdesk.layout.graph import GroupBox, LayoutGraph, Line, Size, Spacing
from flowdesk.layout.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link
    from flowdesk.gui.canvas.projection import Projection
    from flowdesk.layout.graph import Direction, Layout
    from flowdesk.plan.plan import Plan

SPACING = Spacing(layer=56.0, label=40.0, node=24.0, line=14.0, padding=16.0, part=48.0)
_BUDGET = 1.0  # seconds

FEW = 20
"""So many boxes are laid out finely in less time than an eye sees."""

SOME = 100
"""So many boxes are laid out coarsely within the time of a click."""


def layout_graph(plan: Plan, seen: Projection, cards: Mapping[str, QRectF], ink: Ink) -> LayoutGraph:
    """What is to be laid out. `cards` are the sizes of tasks and boxes; edges are in the order of links."""
    rooms: dict[Sequence[str], Size] = {}
    groups = {group: plan.groups[group] for group in seen.groups}
    return LayoutGraph(
        nodes={node: Size(card.width(), card.height()) for node, card in cards.items()},
        groups={
            group.id: GroupBox(group.parent, HEADER, header_width(group, ink)) for group in groups.values()
        },
        parents={node: node.rpartition(".")[0] or None for node in cards},
        edges=[Line(link.source, link.target, _label(link, ink, rooms)) for link in seen.links],
    )


def fine(graph: LayoutGraph, direction: Direction = "LR") -> Layout:
    """The layout to be looked at. Without Qt, so that any thread may do it."""
    return lay_out(graph, direction=direction, spacing=SPACING, budget_seconds=_BUDGET)


def coarse(graph: LayoutGraph, direction: Direction = "LR") -> Layout:
    """A layout to begin with."""
    return lay_out(graph, direction=direction, spacing=SPACING, budget_seconds=0.0)


def _label(link: Link, ink: Ink, rooms: dict[Sequence[str], Size]) -> Size | None:
    """The room of a line's pills, kept in `rooms` by their names: most lines have the same few."""
    keys = link.keys
    if not keys:
        return None
    names = (keys[0].key,) if len(keys) == 1 else tuple(names_of(link))
    room = rooms.get(names)
    if room is None:
        size = stack_size(names, ink)
        room = rooms[names] = Size(size.width(), size.height())
    return room
