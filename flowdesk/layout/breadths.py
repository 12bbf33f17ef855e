"""Where across the flow each vertex lies: near its neighbours, in its row's order, with room around it.

One row at a time, with its neighbours standing still, this is isotonic regression: pool adjacent
violators finds the best places of a whole row in one pass. Rows take turns until all have settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flowdesk.layout.rows import Rows, Tie

_TURNS = 16
_LOOSE = 1e-3


def breadths(rows: Rows) -> list[float]:
    """Return the middle of every vertex. Neighbours in a row do not touch each other's room."""
    at = [0.0] * len(rows.kinds)
    for row in rows.rows:
        _stack(row, rows.rooms, at)
    count = len(rows.rows)
    for turn in range(_TURNS):
        forward = turn % 2 == 0
        numbers: Iterable[int] = range(count) if forward else range(count - 1, -1, -1)
        for number in numbers:
            row = rows.rows[number]
            if turn >= _TURNS // 2:
                ties = [rows.up[vertex] + rows.down[vertex] for vertex in row]
            else:
                ties = [(rows.up if forward else rows.down)[vertex] for vertex in row]
            _settle(row, ties, rows, at)
    return at


def _stack(row: list[int], rooms: Sequence[float], at: list[float]) -> None:
    start = -sum(rooms[vertex] for vertex in row) / 2
    for vertex in row:
        at[vertex] = start + rooms[vertex] / 2
        start += rooms[vertex]


def _settle(row: list[int], ties: list[list[Tie]], rows: Rows, at: list[float]) -> None:
    offset = 0.0
    offsets: list[float] = []
    pools: list[tuple[float, float, int]] = []
    for place, vertex in enumerate(row):
        if place:
            offset += (rows.rooms[row[place - 1]] + rows.rooms[vertex]) / 2
        offsets.append(offset)
        want, weight = wish(ties[place], rows, at) if ties[place] else (at[vertex], _LOOSE)
        pool = (weight, weight * (want - offset), 1)
        while pools and pools[-1][1] * pool[0] > pool[1] * pools[-1][0]:
            last = pools.pop()
            pool = (last[0] + pool[0], last[1] + pool[1], last[2] + pool[2])
        pools.append(pool)
    place = 0
    for weight, total, count in pools:
        for index in range(place, place + count):
            at[row[index]] = total / weight + offsets[index]
        place += count


def wish(ties: list[Tie], rows: Rows, at: list[float]) -> tuple[float, float]:
    """Return where the far ends of `ties` want this end's vertex to be, and how much."""
    total = weights = 0.0
    for anchor, shift, weight, _ in ties:
        total += weight * (at[rows.owners[anchor]] + rows.shifts[anchor] - shift)
        weights += weight
    return total / weights, weights
