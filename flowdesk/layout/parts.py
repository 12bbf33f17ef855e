"""The unconnected parts of a level: each placed by itself, then packed beside each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING

from flowdesk.layout.depths import reaches
from flowdesk.layout.items import Placed, Side, Spot
from flowdesk.layout.place import arrange, placed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flowdesk.layout.graph import Spacing
    from flowdesk.layout.items import Box, Link

_TALL = 640.0
"""Parts are stacked up to this breadth before they are set beside each other."""


@dataclass(slots=True)
class _Part:
    items: list[int]
    links: list[int] = field(default_factory=list)
    placed: Placed = field(default_factory=Placed)
    is_bound: bool = False


def place_parts(
    items: Sequence[Box],
    links: Sequence[Link],
    spacing: Spacing,
    *,
    padding: float,
    out_of_time: Callable[[], bool],
) -> Placed:
    """Place all items of a level, `padding` away from the borders that lie across the flow.

    Parts that reach these borders are stacked and share their columns; the others follow, packed.
    """
    parts = _split(items, links)
    for part in parts:
        part.is_bound = any(items[item].side is not Side.NONE for item in part.items)
    bound = _leaned([part for part in parts if part.is_bound], items)
    free = [part for part in parts if not part.is_bound]
    for stack in (bound, *([part] for part in free)):
        _place_stack(stack, items, links, spacing, out_of_time)
    whole = Placed([Spot(0.0, 0.0)] * len(items), [[] for _ in links], [None] * len(links))
    sides = {items[item].side for part in bound for item in part.items}
    for part in bound:
        start = 0.0 if Side.ENTRY in sides else padding
        _put(part, whole, Spot(start, whole.breadth + (0.0 if part is bound[0] else spacing.node)))
    if bound and Side.EXIT not in sides:
        whole.depth += padding
    _pack(free, whole, spacing, padding)
    return whole


def _leaned(parts: list[_Part], items: Sequence[Box]) -> list[_Part]:
    """Sort parts by where they lean; one of which nothing is known follows the one before."""
    keys, last = [], float("-inf")
    for part in parts:
        leans = [lean for item in part.items if (lean := items[item].lean) is not None]
        last = sum(leans) / len(leans) if leans else last
        keys.append(last)
    return [parts[place] for place in sorted(range(len(parts)), key=keys.__getitem__)]


def _place_stack(
    parts: list[_Part],
    items: Sequence[Box],
    links: Sequence[Link],
    spacing: Spacing,
    out_of_time: Callable[[], bool],
) -> None:
    owns = [_own_links(part, links) for part in parts]
    arranged = [
        arrange([items[item] for item in part.items], own, spacing, out_of_time=out_of_time)
        for part, own in zip(parts, owns, strict=True)
    ]
    for part, own, made, reach in zip(parts, owns, arranged, reaches(arranged, spacing), strict=True):
        part.placed = placed(made, own, reach, spacing)


def _own_links(part: _Part, links: Sequence[Link]) -> list[Link]:
    index = {item: number for number, item in enumerate(part.items)}
    return [
        links[link]._replace(tail=index[links[link].tail], head=index[links[link].head])
        for link in part.links
    ]


def _split(items: Sequence[Box], links: Sequence[Link]) -> list[_Part]:
    near: list[list[int]] = [[] for _ in items]
    for link in links:
        near[link.tail].append(link.head)
        near[link.head].append(link.tail)
    part_of = [-1] * len(items)
    parts: list[_Part] = []
    for root in range(len(items)):
        if part_of[root] >= 0:
            continue
        reached = [root]
        part_of[root] = len(parts)
        for item in reached:
            for other in near[item]:
                if part_of[other] < 0:
                    part_of[other] = len(parts)
                    reached.append(other)
        parts.append(_Part(sorted(reached)))
    for number, link in enumerate(links):
        parts[part_of[link.tail]].links.append(number)
    return parts


def _pack(parts: list[_Part], whole: Placed, spacing: Spacing, padding: float) -> None:
    """Set parts below each other, and the next column beside them when they are too tall."""
    following = whole.breadth + spacing.node if whole.depth else 0.0
    top, depth, width = following, padding, 0.0
    tall = max(_TALL, _square(parts, spacing))
    for before, part in zip([None, *parts], parts, strict=False):
        following += _distance(before, part, spacing)
        if following > top and following + part.placed.breadth > top + tall:
            depth, width, following = depth + width + spacing.part, 0.0, top
        _put(part, whole, Spot(depth, following))
        following += part.placed.breadth
        width = max(width, part.placed.depth)
        whole.depth = max(whole.depth, depth + width + padding)


def _square(parts: list[_Part], spacing: Spacing) -> float:
    """Return the side of the square that has the parts' area."""
    return sqrt(
        sum(
            (part.placed.depth + spacing.part) * (part.placed.breadth + _distance(part, part, spacing))
            for part in parts
        )
    )


def _distance(before: _Part | None, part: _Part, spacing: Spacing) -> float:
    """Return the distance before a part: single items form a list, anything else stands apart."""
    if before is None:
        return 0.0
    return spacing.part if before.links or part.links else spacing.node


def _put(part: _Part, whole: Placed, start: Spot) -> None:
    placed = part.placed

    def moved(spot: Spot) -> Spot:
        return Spot(spot.depth + start.depth, spot.breadth + start.breadth)

    for item, spot in zip(part.items, placed.spots, strict=True):
        whole.spots[item] = moved(spot)
    for link, path, label in zip(part.links, placed.paths, placed.labels, strict=True):
        whole.paths[link] = [moved(spot) for spot in path]
        whole.labels[link] = moved(label) if label else None
    whole.depth = max(whole.depth, start.depth + placed.depth)
    whole.breadth = max(whole.breadth, start.breadth + placed.breadth)
