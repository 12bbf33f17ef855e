"""Every level placed, from the innermost groups out: a placed group is one item of the level above.

What its members lie in is its frame: the header along the top of the canvas, whichever way the flow
runs, and the padding.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flowdesk.layout.items import Box, Link, Placed, Side, Spot
from flowdesk.layout.loops import room
from flowdesk.layout.nesting import TOP
from flowdesk.layout.parts import place_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.layout.graph import Direction, GroupBox, LayoutGraph, Size, Spacing
    from flowdesk.layout.nesting import End, Level, Nest


@dataclass(slots=True)
class Boxes:
    """The sizes of all items, by number, and the levels inside of them.

    `boxes` are the items themselves, `rooms` with their loops. `frames` says where in a group's box
    its level starts, `doors` how far off the box's middle an inner edge enters or leaves it.
    """

    boxes: list[Box]
    rooms: list[Box]
    placed: dict[int, Placed] = field(default_factory=dict)
    frames: dict[int, Spot] = field(default_factory=dict)
    doors: dict[tuple[int, Side, int], float] = field(default_factory=dict)


Leans = dict[int, dict[int, float]]
"""How members and what enters a group would best follow each other across the flow, group by group."""

_Memo = dict[tuple[float, tuple[Box, ...], tuple[Link, ...]], Placed]


@dataclass(frozen=True, slots=True)
class Manner:
    """How to lay out: which way, how far apart, how long. A part of the time may be `out_of_time`, too."""

    direction: Direction
    spacing: Spacing
    out_of_time: Callable[..., bool]
    memo: _Memo = field(default_factory=dict)

    def box(self, size: Size) -> Box:
        """Turn a size on the canvas into one along the flow."""
        return Box(*(size if self.direction == "LR" else (size.height, size.width)))


def place_boxes(graph: LayoutGraph, nest: Nest, manner: Manner, leans: Leans) -> Boxes:
    """Place all levels of a graph. What enters a group keeps the order of the `leans`."""
    sizes = [manner.box(size) for size in graph.nodes.values()]
    made = Boxes(sizes + [Box(0.0, 0.0)] * len(graph.groups), [])
    labels = loop_labels(graph, nest, manner)
    made.rooms = [room(box, labels.get(item, ())) for item, box in enumerate(made.boxes)]
    groups = list(graph.groups.values())
    for number in nest.inside_out:
        level = nest.levels[number]
        items, links = _level_items(level, made, graph, manner, leans.get(number, {}))
        padding = 0.0 if number == TOP else manner.spacing.padding
        made.placed[number] = _place_once(items, links, padding, manner)
        if number == TOP:
            made.frames[number] = Spot(0.0, 0.0)
            continue
        _frame(number, groups[number - len(graph.nodes)], made, manner)
        made.rooms[number] = room(made.boxes[number], labels.get(number, ()))
        _note_doors(number, level, made)
    return made


def loop_labels(graph: LayoutGraph, nest: Nest, manner: Manner) -> dict[int, list[Box | None]]:
    """Return the labels of every item's edges to itself, None for one without."""
    found: dict[int, list[Box | None]] = {}
    for line, trail in zip(graph.edges, nest.trails, strict=True):
        if not trail.links:
            found.setdefault(trail.tail, []).append(manner.box(line.label) if line.label else None)
    return found


def _place_once(items: list[Box], links: list[Link], padding: float, manner: Manner) -> Placed:
    """Place a level, or take what it came to when it was the same before."""
    key = (padding, tuple(items), tuple(links))
    if key not in manner.memo:
        manner.memo[key] = place_parts(
            items, links, manner.spacing, padding=padding, out_of_time=manner.out_of_time
        )
    return manner.memo[key]


def _level_items(
    level: Level, made: Boxes, graph: LayoutGraph, manner: Manner, entries: dict[int, float]
) -> tuple[list[Box], list[Link]]:
    items = [made.rooms[member]._replace(lean=entries.get(member)) for member in level.members]
    index = {member: place for place, member in enumerate(level.members)}
    links: list[Link] = []
    for tail, head, edge in level.strands:
        size = None if edge is None else graph.edges[edge].label
        link = Link(
            _seat(tail, Box(0.0, 0.0, Side.ENTRY, entries.get(tail.leaf)), index, items),
            _seat(head, Box(0.0, 0.0, Side.EXIT), index, items),
            tail_shift=_shift(tail, Side.EXIT, made),
            head_shift=_shift(head, Side.ENTRY, made),
            label=manner.box(size) if size else None,
        )
        links.append(link)
    return items, links


def _seat(end: End, border: Box, index: dict[int, int], items: list[Box]) -> int:
    """Return the index of a link's end among the items; a place on the border is added to them."""
    if end.item is not None:
        return index[end.item]
    items.append(border)
    return len(items) - 1


def _shift(end: End, side: Side, made: Boxes) -> float:
    return 0.0 if end.item is None else made.doors.get((end.item, side, end.leaf), 0.0)


def _frame(number: int, group: GroupBox, made: Boxes, manner: Manner) -> None:
    inside, padding = made.placed[number], manner.spacing.padding
    if manner.direction == "LR":
        depth = max(inside.depth, group.min_width)
        made.boxes[number] = Box(depth, group.header + inside.breadth + 2 * padding)
        made.frames[number] = Spot(0.0, group.header + padding)
    else:
        breadth = max(inside.breadth + 2 * padding, group.min_width)
        made.boxes[number] = Box(group.header + inside.depth, breadth)
        made.frames[number] = Spot(group.header, (breadth - inside.breadth) / 2)


def _note_doors(number: int, level: Level, made: Boxes) -> None:
    """Note where the level's links reach its border, and that the group's own lie amid its members."""
    start = made.frames[number].breadth - made.boxes[number].breadth / 2
    for side in (Side.ENTRY, Side.EXIT):
        made.doors[number, side, number] = start + made.placed[number].breadth / 2
    for strand, path in zip(level.strands, made.placed[number].paths, strict=True):
        if strand.edge is not None:
            continue  # it ends at the border and does not go on outside
        if strand.tail.item is None:
            made.doors[number, Side.ENTRY, strand.tail.leaf] = start + path[0].breadth
        if strand.head.item is None:
            made.doors[number, Side.EXIT, strand.head.leaf] = start + path[-1].breadth
