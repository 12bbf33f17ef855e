"""The order of the vertices in each row, so that few segments cross: sweeps by median and mean, then swaps.

The work is bounded by counting it, not by a clock, so that a graph always gets the same layout; a
budget in seconds can end it sooner. See Gansner et al., "A Technique for Drawing Directed Graphs".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.crossings import crossings, crossings_if_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.layout.rows import Rows

_SWEEPS = 24
_PATIENCE = 6
_SWAPS = 8
_WORK = 400_000


def order(rows: Rows, out_of_time: Callable[[], bool]) -> int:
    """Order every row of `rows` in place and return the number of crossings that are left."""
    return _Search(rows, out_of_time).best()


class _Search:
    def __init__(self, rows: Rows, out_of_time: Callable[[], bool]) -> None:
        self._rows = rows
        self._out_of_time = out_of_time
        self._up = [[tie.anchor for tie in ties] for ties in rows.up]
        self._down = [[tie.anchor for tie in ties] for ties in rows.down]
        self._at = [0.0] * len(rows.owners)
        self._work = 0
        self._cost = len(rows.owners) + sum(map(len, self._up))

    def best(self) -> int:
        self._rows.rows = _first_order(self._rows, self._down, self._up)
        for row in self._rows.rows:
            self._number(row)
        best = self._count()
        kept = [row[:] for row in self._rows.rows]
        stale = 0
        for sweep in range(_SWEEPS):
            if not best or stale > _PATIENCE or self._work > _WORK or self._out_of_time():
                break
            self._sweep(sweep)
            self._swap_all()
            count = self._count()
            stale += 1
            if count < best:
                best, kept, stale = count, [row[:] for row in self._rows.rows], 0
        self._rows.rows = kept
        return best

    def _count(self) -> int:
        return sum(crossings(segments, self._at) for segments in self._rows.segments if segments)

    def _number(self, row: list[int]) -> None:
        """Note where the row's vertices and the anchors on them are: within half a step of their place."""
        at, rows = self._at, self._rows
        for place, vertex in enumerate(row):
            at[vertex] = place
            for anchor in rows.anchors.get(vertex, ()):
                at[anchor] = place + rows.shifts[anchor] / rows.rooms[vertex]

    def _sweep(self, number: int) -> None:
        """Sort every row by its neighbours in the row before, from one end of the flow to the other."""
        forward = number % 2 == 0
        near = self._up if forward else self._down
        rows = self._rows.rows
        pull = _median if number // 2 % 2 else _mean
        for row in rows[1:] if forward else rows[-2::-1]:
            self._sort(row, near, pull, flip=number % 4 > 1)
        self._work += self._cost

    def _sort(
        self, row: list[int], near: list[list[int]], pull: Callable[[list[float]], float], *, flip: bool
    ) -> None:
        at = self._at
        pulls = {vertex: pull([at[anchor] for anchor in near[vertex]]) for vertex in row if near[vertex]}
        moved = [vertex for vertex in row if vertex in pulls]
        if flip:
            moved.reverse()
        moved.sort(key=pulls.__getitem__)
        following = iter(moved)
        row[:] = [next(following) if vertex in pulls else vertex for vertex in row]
        self._number(row)

    def _swap_all(self) -> None:
        for _ in range(_SWAPS):
            self._work += self._cost
            if not any([self._swap(row) for row in self._rows.rows]):  # noqa: C419 - every row has its turn
                return

    def _swap(self, row: list[int]) -> bool:
        """Let neighbours change places where that saves crossings."""
        at, up, down = self._at, self._up, self._down
        above = [sorted([at[anchor] for anchor in up[vertex]]) for vertex in row]
        below = [sorted([at[anchor] for anchor in down[vertex]]) for vertex in row]
        swapped = False
        for place in range(len(row) - 1):
            after = place + 1
            gain = (
                crossings_if_left(above[place], above[after])
                + crossings_if_left(below[place], below[after])
                - crossings_if_left(above[after], above[place])
                - crossings_if_left(below[after], below[place])
            )
            if gain > 0:
                row[place], row[after] = row[after], row[place]
                above[place], above[after] = above[after], above[place]
                below[place], below[after] = below[after], below[place]
                swapped = True
        if swapped:
            self._number(row)
        return swapped


def _mean(places: list[float]) -> float:
    return sum(places) / len(places)


def _median(places: list[float]) -> float:
    places.sort()
    middle = len(places) // 2
    if len(places) % 2:
        return places[middle]
    return (places[middle - 1] + places[middle]) / 2


def _first_order(rows: Rows, down: list[list[int]], up: list[list[int]]) -> list[list[int]]:
    """Walk from the sources depth first, in the items' order: trees come out without a crossing."""
    ordered: list[list[int]] = [[] for _ in rows.rows]
    seen = [False] * len(rows.kinds)
    for root in range(len(rows.kinds)):
        if up[root] or seen[root]:
            continue
        seen[root] = True
        stack = [root]
        while stack:
            vertex = stack.pop()
            ordered[rows.row_of[vertex]].append(vertex)
            for anchor in reversed(down[vertex]):
                below = rows.owners[anchor]
                if not seen[below]:
                    seen[below] = True
                    stack.append(below)
    return ordered
