"""The order of the vertices in each row, so that few segments cross.

Sweeps by mean and median from both ends, with swaps of neighbours in between, then sifting. The work
is bounded by counting it, not by a clock, so that a graph always gets the same layout; a budget in
seconds can end it sooner. See Gansner et al., "A Technique for Drawing Directed Graphs", for the
sweeps, and Matuszewski et al., "Using Sifting for k-Layer Straightline Crossing Minimization".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.crossings import crossings
from flowdesk.layout.sifting import sift, swap

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.layout.rows import Rows

_SWEEPS = 24
_PATIENCE = 6
_SWAPS = 8
_SIFTS = 8
_WORTH = 0.99
_WORK = 800_000
_SIFT_WORK = 30


def order(rows: Rows, out_of_time: Callable[[], bool]) -> int:
    """Order every row of `rows` in place and return the number of crossings that are left."""
    search = _Search(rows, out_of_time)
    best = search.run(forward=True)
    if best:
        kept = rows.rows
        other = search.run(forward=False)
        if other >= best:
            rows.rows = kept
        best = min(best, other)
    return best


class _Search:
    def __init__(self, rows: Rows, out_of_time: Callable[[], bool]) -> None:
        self._rows = rows
        self._out_of_time = out_of_time
        self._up = [[tie.anchor for tie in ties] for ties in rows.up]
        self._down = [[tie.anchor for tie in ties] for ties in rows.down]
        self._at = [0.0] * len(rows.owners)
        self._is_pinned = bool(rows.leans) and all(vertex in rows.leans for vertex in rows.rows[0])
        self._work = 0
        self._cost = len(rows.owners) + sum(map(len, self._up))

    def run(self, *, forward: bool) -> int:
        """Search from one end of the flow; leave the best order in the rows."""
        ends = (self._down, self._up) if forward else (self._up, self._down)
        self._rows.rows = _first_order(self._rows, *ends)
        if self._is_pinned:
            self._rows.rows[0].sort(key=self._rows.leans.__getitem__)
        self._number_all()
        self._work = 0
        best = self._sweep_all(self._count(), forward=forward)
        if best:
            kept = self._copy()
            self._sift_all()
            count = self._count()
            if count > best:
                self._rows.rows = kept
            best = min(best, count)
        return best

    def _sweep_all(self, best: int, *, forward: bool) -> int:
        kept = self._copy()
        stale = 0
        for sweep in range(_SWEEPS):
            if not best or stale > _PATIENCE or self._is_over():
                break
            self._sweep(sweep, forward=forward == (sweep % 2 == 0))
            if sweep % 4 > 1:
                self._swap_all(even=True)
            for _ in range(_SWAPS):
                if not self._swap_all(even=False):
                    break
            count = self._count()
            stale = 0 if count < best * _WORTH else stale + 1
            if count < best:
                best, kept = count, self._copy()
        self._rows.rows = kept
        self._number_all()
        return best

    def _is_over(self) -> bool:
        return self._work > _WORK or self._out_of_time()

    def _copy(self) -> list[list[int]]:
        return [row[:] for row in self._rows.rows]

    def _count(self) -> int:
        return sum(crossings(segments, self._at) for segments in self._rows.segments if segments)

    def _number_all(self) -> None:
        for row in self._rows.rows:
            self._number(row)

    def _number(self, row: list[int]) -> None:
        """Note where the row's vertices and the anchors on them are: within half a step of their place."""
        at, rows = self._at, self._rows
        for place, vertex in enumerate(row):
            at[vertex] = place
            for anchor in rows.anchors.get(vertex, ()):
                at[anchor] = place + rows.shifts[anchor] / rows.rooms[vertex]

    def _sweep(self, number: int, *, forward: bool) -> None:
        """Sort every row by its neighbours in the row before, from one end of the flow to the other."""
        near = self._up if forward else self._down
        rows = self._rows.rows
        pull = _median if number // 2 % 2 else _mean
        for row in rows[1:] if forward else rows[-2 : 0 if self._is_pinned else None : -1]:
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

    def _swap_all(self, *, even: bool) -> bool:
        self._work += self._cost
        swapped = False
        for row in self._free_rows():
            if swap(row, self._far(row, self._up), self._far(row, self._down), even=even):
                swapped = True
            self._number(row)
        return swapped

    def _sift_all(self) -> None:
        for _ in range(_SIFTS):
            moved = False
            for row in self._free_rows():
                self._work += _SIFT_WORK * len(row)
                if self._is_over():
                    return
                if sift(row, self._far(row, self._up), self._far(row, self._down)):
                    self._number(row)
                    moved = True
            if not moved:
                return

    def _free_rows(self) -> list[list[int]]:
        return self._rows.rows[1:] if self._is_pinned else self._rows.rows

    def _far(self, row: list[int], near: list[list[int]]) -> dict[int, list[float]]:
        at = self._at
        return {vertex: sorted([at[anchor] for anchor in near[vertex]]) for vertex in row}


def _mean(places: list[float]) -> float:
    return sum(places) / len(places)


def _median(places: list[float]) -> float:
    places.sort()
    middle = len(places) // 2
    if len(places) % 2:
        return places[middle]
    return (places[middle - 1] + places[middle]) / 2


def _first_order(rows: Rows, down: list[list[int]], up: list[list[int]]) -> list[list[int]]:
    """Walk down from where nothing is up, depth first, in the items' order: no tree crosses itself."""
    ordered: list[list[int]] = [[] for _ in rows.rows]
    seen = [False] * len(rows.kinds)
    roots = [*sorted(rows.leans, key=rows.leans.__getitem__), *range(len(rows.kinds))]
    for root in roots:
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
