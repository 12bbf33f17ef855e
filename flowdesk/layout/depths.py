"""Where along the flow each vertex lies: in columns, or, where that wastes room, as near as it can be.

Columns are calm to look at: what is in one row starts at one line. But one row's long group would push
everything beside it apart, so parts that come out much shorter without columns go without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.layout.rows import Kind
from flowdesk.layout.skyline import Skyline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flowdesk.layout.graph import Spacing
    from flowdesk.layout.rows import Rows

_WORTH = 0.85
_TOUCH = 0.01


class Reach(NamedTuple):
    """What a vertex covers of the flow: links run level from its start to its end.

    From `swing` on, they may swing towards its start.
    """

    swing: float
    start: float
    end: float


@dataclass(slots=True)
class Arranged:
    """A part of a level whose vertices have their row and their middle across the flow."""

    rows: Rows
    at: list[float]


def reaches(parts: Sequence[Arranged], spacing: Spacing) -> list[list[Reach]]:
    """Give every vertex of parts that are stacked across the flow its reach, in common columns."""
    columns = _columns(parts, spacing)
    aligned = []
    for part in parts:
        slots = [part.rows.slots[row] for row in part.rows.row_of]
        before = dict(zip(part.rows.slots[1:], part.rows.slots, strict=False))
        swings = [columns[before[slot]][1] if slot in before else 0.0 for slot in slots]
        aligned.append([Reach(swing, *columns[slot]) for swing, slot in zip(swings, slots, strict=True)])
    packed = [_pack(part, aligned[number], spacing) for number, part in enumerate(parts)]
    return packed if _end(packed) < _WORTH * _end(aligned) else aligned


def _end(reaches: list[list[Reach]]) -> float:
    return max((reach.end for part in reaches for reach in part), default=0.0)


def _columns(parts: Sequence[Arranged], spacing: Spacing) -> dict[float, tuple[float, float]]:
    """Give every slot its column."""
    depths: dict[float, float] = {}
    gaps: dict[float, float] = {}
    for part in parts:
        rows = part.rows
        for number, row in enumerate(rows.rows):
            slot = rows.slots[number]
            depths[slot] = max(depths.get(slot, 0.0), *(rows.depths[vertex] for vertex in row))
            if number:
                gaps[slot] = max(gaps.get(slot, 0.0), _gap(part, row, rows.rows[number - 1], spacing))
    placed: dict[float, tuple[float, float]] = {}
    end = 0.0
    for slot in sorted(depths):
        start = end + gaps.get(slot, 0.0)
        end = start + depths[slot]
        placed[slot] = (start, end)
    return placed


def _gap(part: Arranged, row: Iterable[int], before: Iterable[int], spacing: Spacing) -> float:
    """Return the distance that the vertices of a row keep from those before them."""
    kinds = {part.rows.kinds[vertex] for vertices in (row, before) for vertex in vertices}
    if Kind.BORDER in kinds:
        return spacing.padding
    return spacing.label if Kind.LABEL in kinds else spacing.layer


def _pack(part: Arranged, aligned: list[Reach], spacing: Spacing) -> list[Reach]:
    """Move everything towards the flow's start until it meets what lies before it.

    Vertices of a row whose lines pass each other stay together, so that lines still swing in gaps only.
    """
    rows = part.rows
    packed = aligned[:]
    front = Skyline()
    items = [vertex for vertex, kind in enumerate(rows.kinds) if kind is Kind.ITEM]
    first = min(aligned[vertex].start for vertex in items)
    for row in rows.rows:
        for low, high, together in _together(part, row):
            before = {rows.owners[tie.anchor] for vertex in together for tie in rows.up[vertex]}
            swing = front.highest(low + _TOUCH, high - _TOUCH)
            if swing is None:
                swing = start = min(first, aligned[together[0]].start)
            else:
                is_level = all(_is_level_bend(part, vertex) for vertex in together)
                start = swing + (0.0 if is_level else _gap(part, together, before, spacing))
            front.raise_to(start, low, high)
            for vertex in together:
                packed[vertex] = Reach(swing, start, start + rows.depths[vertex])
                half = rows.rooms[vertex] / 2
                front.raise_to(packed[vertex].end, part.at[vertex] - half, part.at[vertex] + half)
    return packed


def _is_level_bend(part: Arranged, vertex: int) -> bool:
    """Tell whether a link only passes here, straight on from where it was a row before."""
    if part.rows.kinds[vertex] is not Kind.BEND:
        return False
    tie = part.rows.up[vertex][0]
    return (
        abs(part.at[vertex] - part.at[part.rows.owners[tie.anchor]] - part.rows.shifts[tie.anchor]) < _TOUCH
    )


def _together(part: Arranged, row: list[int]) -> list[tuple[float, float, list[int]]]:
    """Return the vertices of a row that have to start together, with what they cover across the flow."""
    rows, found = part.rows, list[tuple[float, float, list[int]]]()
    for vertex in row:
        middle, half = part.at[vertex], rows.rooms[vertex] / 2
        ends = [part.at[rows.owners[tie.anchor]] + rows.shifts[tie.anchor] for tie in rows.up[vertex]]
        low, high, together = min([middle - half, *ends]), max([middle + half, *ends]), [vertex]
        while found and found[-1][1] > low + _TOUCH:
            last = found.pop()
            low, high, together = min(last[0], low), max(last[1], high), last[2] + together
        found.append((low, high, together))
    return found
