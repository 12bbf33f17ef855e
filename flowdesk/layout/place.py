"""A connected part of a level, placed: ranks, rows, order, breadths and columns, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.breadths import breadths
from flowdesk.layout.depths import columns
from flowdesk.layout.items import Box, Placed, Side, Spot
from flowdesk.layout.ordering import order
from flowdesk.layout.ranks import ranks
from flowdesk.layout.rows import Kind, rows_of
from flowdesk.layout.straight import straighten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flowdesk.layout.depths import Column
    from flowdesk.layout.graph import Spacing
    from flowdesk.layout.items import Link
    from flowdesk.layout.rows import Rows


def place(
    items: Sequence[Box], links: Sequence[Link], spacing: Spacing, *, out_of_time: Callable[[], bool]
) -> Placed:
    """Place items whose links have no cycle. Items on a border come first and last of all."""
    rows = rows_of(items, links, _bordered(items, links), spacing)
    order(rows, out_of_time)
    at = straighten(rows, breadths(rows))
    shore = [middle - rows.rooms[vertex] / 2 for vertex, middle in enumerate(at)]
    first = min(near + _margin(rows, vertex, spacing) for vertex, near in enumerate(shore))
    at = [middle - first for middle in at]
    return _placed(rows, links, at, spacing)


def _margin(rows: Rows, vertex: int, spacing: Spacing) -> float:
    """Return how much of a vertex's room is distance. Bends keep theirs, which parallel lines share."""
    kind = rows.kinds[vertex]
    return spacing.node / 2 if kind is Kind.ITEM else spacing.line / 2 if kind is Kind.LABEL else 0.0


def _bordered(items: Sequence[Box], links: Sequence[Link]) -> list[int]:
    """Rank the items, with entries in a rank before all others and exits in one behind them."""
    rank = ranks(len(items), [(link.tail, link.head) for link in links])
    inner = [level for box, level in zip(items, rank, strict=True) if box.side is Side.NONE]
    lowest, highest = min(inner, default=0), max(inner, default=0)
    ends = {Side.ENTRY: lowest - 1, Side.EXIT: highest + 1}
    rank = [ends.get(box.side, level) for box, level in zip(items, rank, strict=True)]
    least = min(rank)
    return [level - least for level in rank]


def _placed(rows: Rows, links: Sequence[Link], at: list[float], spacing: Spacing) -> Placed:
    across = columns(rows, at, spacing)
    placed = Placed(depth=across[-1].end)
    placed.breadth = max(
        middle + rows.rooms[vertex] / 2 - _margin(rows, vertex, spacing) for vertex, middle in enumerate(at)
    )
    for vertex, middle in enumerate(at):
        if rows.kinds[vertex] in {Kind.ITEM, Kind.BORDER}:
            placed.spots.append(Spot(across[rows.row_of[vertex]].start, middle))
    for link, chain in zip(links, rows.chains, strict=True):
        placed.paths.append(_path(link, chain, rows, at, across))
        labels = [vertex for vertex in chain if rows.kinds[vertex] is Kind.LABEL]
        spots = [Spot(across[rows.row_of[vertex]].start, at[vertex]) for vertex in labels]
        placed.labels.append(spots[0] if spots else None)
    return placed


def _path(link: Link, chain: list[int], rows: Rows, at: list[float], across: list[Column]) -> list[Spot]:
    """Follow a link: level through each column, so that it swings in the gaps only, where nothing lies."""
    tail = across[rows.row_of[link.tail]]
    level = at[link.tail] + link.tail_shift
    path = [Spot(tail.start + rows.depths[link.tail], level), Spot(tail.end, level)]
    for vertex in chain:
        column = across[rows.row_of[vertex]]
        path += [Spot(column.start, at[vertex]), Spot(column.end, at[vertex])]
    path.append(Spot(across[rows.row_of[link.head]].start, at[link.head] + link.head_shift))
    return path
