"""Where along the flow each row lies: one column after the other, with gaps that lines can cross gently."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flowdesk.layout.rows import Kind

if TYPE_CHECKING:
    from flowdesk.layout.graph import Spacing
    from flowdesk.layout.rows import Rows

_SLOPE = 0.16
_WIDEST = 2.0


class Column(NamedTuple):
    """What a row covers of the flow."""

    start: float
    end: float


def columns(rows: Rows, at: list[float], spacing: Spacing) -> list[Column]:
    """Give every row its column. The wider a gap's lines swing, the wider it is, up to a limit."""
    placed: list[Column] = []
    start = 0.0
    for number, row in enumerate(rows.rows):
        if number:
            start = placed[-1].end + _gap(rows, number, at, spacing)
        placed.append(Column(start, start + max(rows.depths[vertex] for vertex in row)))
    return placed


def _gap(rows: Rows, number: int, at: list[float], spacing: Spacing) -> float:
    kinds = {rows.kinds[vertex] for row in rows.rows[number - 1 : number + 1] for vertex in row}
    if Kind.BORDER in kinds:
        least = spacing.padding
    elif Kind.LABEL in kinds:
        least = spacing.label
    else:
        least = spacing.layer
    swing = max((_swing(tail, head, rows, at) for tail, head in rows.segments[number - 1]), default=0.0)
    return max(least, min(swing * _SLOPE, least * _WIDEST))


def _swing(tail: int, head: int, rows: Rows, at: list[float]) -> float:
    start = at[rows.owners[tail]] + rows.shifts[tail]
    end = at[rows.owners[head]] + rows.shifts[head]
    return abs(start - end)
