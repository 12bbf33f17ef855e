"""Where every vertex stands in its row, and what follows from it, worked out anew only where rows changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.crossings import crossings

if TYPE_CHECKING:
    from flowdesk.layout.rows import Rows


class Standing:
    """The places of all anchors in the rows of `rows`, whose order is changed through this.

    An anchor on a vertex lies within half a step of the vertex's place. `above` and `below` hold, for every
    vertex, the sorted places of its segments' far ends in the rows before and after, once `look` was called.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.up = [[tie.anchor for tie in ties] for ties in rows.up]
        self.down = [[tie.anchor for tie in ties] for ties in rows.down]
        self.at = [0.0] * len(rows.owners)
        self.above: list[list[float]] = [[]] * len(rows.up)
        self.below: list[list[float]] = [[]] * len(rows.up)
        count = len(rows.rows)
        self._changes = [0] * (
            count + 1
        )  # the last one is of no row: it is behind the last and before the first
        self._looked_up, self._looked_down = [-1] * count, [-1] * count
        self._counted = [(-1, -1)] * count
        self._counts = [0] * count
        self._shares = {
            vertex: [(anchor, rows.shifts[anchor] / rows.rooms[vertex]) for anchor in anchors]
            for vertex, anchors in rows.anchors.items()
        }

    def take(self, order: list[list[int]]) -> None:
        """Take on a whole new order."""
        for number, row in enumerate(order):
            if not self._changes[number] or self.rows.rows[number] != row:
                self.rows.rows[number] = row[:]
                self.changed(number)

    def copy(self) -> list[list[int]]:
        """The order as it is now, to be taken on again."""
        return [row[:] for row in self.rows.rows]

    def changed(self, number: int) -> None:
        """Note the new places in a row."""
        at, shares = self.at, self._shares
        for place, vertex in enumerate(self.rows.rows[number]):
            at[vertex] = place
        if shares:
            for vertex in self.rows.rows[number]:
                for anchor, share in shares.get(vertex, ()):
                    at[anchor] = at[vertex] + share
        self._changes[number] += 1

    def state(self, number: int) -> tuple[int, int, int]:
        """What is the same as long as a row and those beside it are."""
        return self._changes[number - 1], self._changes[number], self._changes[number + 1]

    def look(self, number: int) -> None:
        """Bring `above` and `below` of a row up to date."""
        before, after = self._changes[number - 1], self._changes[number + 1]
        if self._looked_up[number] != before:
            self._looked_up[number] = before
            self._look(number, self.up, self.above)
        if self._looked_down[number] != after:
            self._looked_down[number] = after
            self._look(number, self.down, self.below)

    def _look(self, number: int, near: list[list[int]], far: list[list[float]]) -> None:
        at = self.at
        for vertex in self.rows.rows[number]:
            anchors = near[vertex]
            if len(anchors) == 1:
                far[vertex] = [at[anchors[0]]]
            elif anchors:
                far[vertex] = sorted([at[anchor] for anchor in anchors])

    def count(self) -> int:
        """How many crossings there are."""
        changes, counted = self._changes, self._counted
        for number, segments in enumerate(self.rows.segments):
            now = (changes[number], changes[number + 1])
            if segments and counted[number] != now:
                counted[number] = now
                self._counts[number] = crossings(segments, self.at)
        return sum(self._counts)
