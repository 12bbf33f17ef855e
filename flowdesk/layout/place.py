"""A connected part of a level, placed: ranks, rows, order, breadths and columns, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.breadths import breadths
from flowdesk.layout.depths import Arranged
from flowdesk.layout.items import Box, Placed, Side, Spot
from flowdesk.layout.ordering import order
from flowdesk.layout.ranks import ranks
from flowdesk.layout.rows import Kind, rows_of
from flowdesk.layout.straight import straighten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flowdesk.layout.depths import Reach
    from flowdesk.layout.graph import Spacing
    from flowdesk.layout.items import Link
    from flowdesk.layout.rows import Rows


def arrange(
    items: Sequence[Box], links: Sequence[Link], spacing: Spacing, *, out_of_time: Callable[[], bool]
) -> Arranged:
    """Place items whose links have no cycle across the flow. Items on a border come first and last of all.

    Slots count from 0 at the first rank between the borders; what leaves a group has the last of all.
    """
    rank, first = _bordered(items, links)
    rows = rows_of(items, links, rank, spacing)
    rows.slots = [slot - 2 * first for slot in rows.slots]
    if any(box.side is Side.EXIT for box in items):
        rows.slots[-1] = float("inf")
    order(rows, out_of_time)
    at = straighten(rows, breadths(rows))
    shore = [middle - rows.rooms[vertex] / 2 for vertex, middle in enumerate(at)]
    first_shore = min(near + _margin(rows, vertex, spacing) for vertex, near in enumerate(shore))
    return Arranged(rows, [middle - first_shore for middle in at])


def _margin(rows: Rows, vertex: int, spacing: Spacing) -> float:
    """Return how much of a vertex's room is distance. Bends keep theirs, which parallel lines share."""
    kind = rows.kinds[vertex]
    return spacing.node / 2 if kind is Kind.ITEM else spacing.line / 2 if kind is Kind.LABEL else 0.0


def _bordered(items: Sequence[Box], links: Sequence[Link]) -> tuple[list[int], int]:
    """Rank the items, entries before all others and exits behind them; return the first rank between, too."""
    rank = ranks(len(items), [(link.tail, link.head) for link in links])
    inner = [level for box, level in zip(items, rank, strict=True) if box.side is Side.NONE]
    ends = {Side.ENTRY: min(inner) - 1, Side.EXIT: max(inner) + 1}
    rank = [ends.get(box.side, level) for box, level in zip(items, rank, strict=True)]
    least = min(rank)
    return [level - least for level in rank], min(inner) - least


def placed(part: Arranged, links: Sequence[Link], reaches: list[Reach], spacing: Spacing) -> Placed:
    """Put together where a part's items, links and labels lie."""
    rows, at = part.rows, part.at
    made = Placed(depth=max(reach.end for reach in reaches))
    made.breadth = max(
        middle + rows.rooms[vertex] / 2 - _margin(rows, vertex, spacing) for vertex, middle in enumerate(at)
    )
    for vertex, kind in enumerate(rows.kinds):
        if kind in {Kind.ITEM, Kind.BORDER}:
            made.spots.append(Spot(reaches[vertex].start, at[vertex]))
    for link, chain in zip(links, rows.chains, strict=True):
        made.paths.append(_path(link, chain, part, reaches))
        labels = [vertex for vertex in chain if rows.kinds[vertex] is Kind.LABEL]
        spots = [Spot(reaches[vertex].start, at[vertex]) for vertex in labels]
        made.labels.append(spots[0] if spots else None)
    return made


def _path(link: Link, chain: list[int], part: Arranged, reaches: list[Reach]) -> list[Spot]:
    """Follow a link: it is level beside others' items and swings in the gaps only, where nothing lies."""
    level = part.at[link.tail] + link.tail_shift
    path = [Spot(reaches[link.tail].start + part.rows.depths[link.tail], level)]
    for vertex in (*chain, link.head):
        reach = reaches[vertex]
        path.append(Spot(max(path[-1].depth, reach.swing), level))
        level = part.at[vertex] + (link.head_shift if vertex == link.head else 0.0)
        path.append(Spot(reach.start, level))
        if vertex != link.head:
            path.append(Spot(reach.end, level))
    return path
