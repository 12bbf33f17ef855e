"""The order of the vertices in each row, so that few segments cross.

Sweeps by mean from both ends, with swaps of neighbours in between, then sifting. The work
is bounded by counting it, not by a clock, so that a graph always gets the same layout; a budget in
seconds can end it sooner. See Gansner et al., "A Technique for Drawing Directed Graphs", for the
sweeps, and Matuszewski et al., "Using Sifting for k-Layer Straightline Crossing Minimization".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.sifting import sift, swap
from flowdesk.layout.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.layout.rows import Rows

_SWEEPS = 24
_SHORT, _LONG = 4, 8  # sweeps that may gain nothing
_SWAPS = 3
_SIFTS = 24
_WORTH = 0.995
_FEW = 600
_WORK = 800_000
_SIFT_WORK = 30


def order(rows: Rows, out_of_time: Callable[[], bool]) -> int:
    """Order every row of `rows` in place and return the number of crossings that are left.

    The search begins from either end of the flow, in a small graph also from the last items, and then goes
    on from the best that it has found.
    """
    search = _Search(rows, out_of_time)
    best = search.begin(forward=True, last_first=False)
    kept = search.standing.copy()
    starts = [(False, False), (True, True), (False, True)]
    for forward, last_first in starts if len(rows.kinds) < _FEW else starts[:1]:
        if best and not out_of_time():
            other = search.begin(forward=forward, last_first=last_first)
            if other < best:
                best, kept = other, search.standing.copy()
    search.standing.take(kept)
    for forward in (False, True) if len(rows.kinds) < _FEW else (False,):
        if best and not out_of_time():
            best = search.go_on(best, forward=forward, patience=_LONG)
    return best


class _Search:
    def __init__(self, rows: Rows, out_of_time: Callable[[], bool]) -> None:
        self.standing = Standing(rows)
        self._rows = rows
        self._out_of_time = out_of_time
        self._first = int(bool(rows.leans) and all(vertex in rows.leans for vertex in rows.rows[0]))
        self._work = 0
        self._settled: dict[tuple[str, int], tuple[int, int, int]] = {}

    def begin(self, *, forward: bool, last_first: bool) -> int:
        """Search from one end of the flow; leave the best order in the rows."""
        standing = self.standing
        ends = (standing.down, standing.up) if forward else (standing.up, standing.down)
        first = _first_order(self._rows, *ends)
        if last_first:
            for row in first:
                row.reverse()
        if self._first:
            first[0].sort(key=self._rows.leans.__getitem__)
        standing.take(first)
        return self.go_on(standing.count(), forward=forward, patience=_SHORT)

    def go_on(self, best: int, *, forward: bool, patience: int) -> int:
        """Search from the order that there is and has `best` crossings; leave the best one in the rows."""
        self._work = 0
        best = self._sweep_all(best, forward=forward, patience=patience)
        if not best:
            return best
        kept = self.standing.copy()
        self._sift_all()
        count = self.standing.count()
        if count > best:
            self.standing.take(kept)
        return min(best, count)

    def _sweep_all(self, best: int, *, forward: bool, patience: int) -> int:
        """Sweep to and fro. An order as good as the best so far is gone on from: it may lead further."""
        kept = self.standing.copy()
        stale = 0
        for sweep in range(_SWEEPS):
            if not best or stale >= patience or self._is_over():
                break
            is_loose = sweep % 4 < 2  # noqa: PLR2004 - once each way of every two
            self._sweep(forward=forward == (sweep % 2 == 0), flip=not is_loose)
            if is_loose:
                self._swap_all(even=True)
            for _ in range(_SWAPS):
                if not self._swap_all(even=False):
                    break
            count = self.standing.count()
            stale = 0 if count < best * _WORTH else stale + 1
            if count <= best:
                best, kept = count, self.standing.copy()
        self.standing.take(kept)
        return best

    def _is_over(self) -> bool:
        return self._work > _WORK or self._out_of_time()

    def _sweep(self, *, forward: bool, flip: bool) -> None:
        """Sort every row by its neighbours in the row before, from one end of the flow to the other."""
        near = self.standing.up if forward else self.standing.down
        count = len(self._rows.rows)
        for row in range(1, count) if forward else range(count - 2, self._first - 1, -1):
            self._sort(row, near, flip=flip)

    def _sort(self, number: int, near: list[list[int]], *, flip: bool) -> None:
        at, row = self.standing.at, self._rows.rows[number]
        self._work += len(row)
        pulls = {}
        for vertex in row:
            anchors = near[vertex]
            if len(anchors) == 1:
                pulls[vertex] = at[anchors[0]]
            elif anchors:
                pulls[vertex] = sum([at[anchor] for anchor in anchors]) / len(anchors)
        moved = [vertex for vertex in row if vertex in pulls]
        if flip:
            moved.reverse()
        moved.sort(key=pulls.__getitem__)
        if len(moved) < len(row):
            following = iter(moved)
            moved = [next(following) if vertex in pulls else vertex for vertex in row]
        if moved != row:
            row[:] = moved
            self.standing.changed(number)

    def _swap_all(self, *, even: bool) -> bool:
        saved = False
        for number in range(self._first, len(self._rows.rows)):
            if self._is_settled("swap", number) and not even:
                continue
            row, standing = self._rows.rows[number], self.standing
            self._work += len(row)
            standing.look(number)
            has_changed, has_saved = swap(row, standing.above, standing.below, even=even)
            if has_changed:
                standing.changed(number)
                saved = saved or has_saved
            else:
                self._settle("swap", number)
        return saved

    def _sift_all(self) -> None:
        for _ in range(_SIFTS):
            moved = False
            for number in range(self._first, len(self._rows.rows)):
                if self._is_settled("sift", number):
                    continue
                row, standing = self._rows.rows[number], self.standing
                self._work += _SIFT_WORK * len(row)
                if self._is_over():
                    return
                standing.look(number)
                if sift(row, standing.above, standing.below):
                    standing.changed(number)
                    moved = True
                else:
                    self._settle("sift", number)
            if not moved:
                return

    def _is_settled(self, way: str, number: int) -> bool:
        """Tell whether a way to improve a row found nothing, and nothing has changed there since."""
        return self._settled.get((way, number)) == self.standing.state(number)

    def _settle(self, way: str, number: int) -> None:
        self._settled[way, number] = self.standing.state(number)


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
