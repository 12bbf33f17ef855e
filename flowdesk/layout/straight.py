"""Chains made straight: vertices that should lie on one line across the rows are moved as one.

A chain's vertices are never out of order with another chain's (segments that cross are not chained
both), so "lies before" is without cycles among chains, and pushing them apart in that order works.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from flowdesk.layout.rows import Kind

if TYPE_CHECKING:
    from flowdesk.layout.rows import Rows, Tie

_TURNS = 12
_NEAR = 6.0
_STRAYS = (1e9, 200.0, 60.0)
_BROADER = 1.02


@dataclass(slots=True)
class _Chain:
    """Vertices and how far each lies off the chain's line, and the ties that lead out of the chain."""

    vertices: list[int] = field(default_factory=list)
    offsets: list[float] = field(default_factory=list)
    ties: list[tuple[float, Tie]] = field(default_factory=list)
    before: list[tuple[int, float]] = field(default_factory=list)
    after: list[tuple[int, float]] = field(default_factory=list)


def straighten(rows: Rows, at: list[float]) -> list[float]:
    """Return new middles of all vertices near to the old ones, with chains level and rooms kept.

    Chains are as long as they can be without making the whole much broader.
    """
    limit = (max(at) - min(at)) * _BROADER
    for stray in _STRAYS:
        lines = _Lines(rows, at, stray)
        lines.push_apart()
        for turn in range(_TURNS):
            lines.relax(backward=turn % 2 == 1)
        lines.snap()
        level = [lines.place[chain] + offset for chain, offset in lines.member]
        if max(level) - min(level) <= limit or stray == _STRAYS[-1]:
            return level
    return at


class _Lines:
    def __init__(self, rows: Rows, at: list[float], stray: float) -> None:
        self._rows = rows
        self._stray = stray
        self._at = at
        self.member = [(-1, 0.0)] * len(rows.kinds)
        self._chains = self._collect(_aligned(rows))
        for row in rows.rows:
            for left, right in pairwise(row):
                self._separate(left, right)
        self._order = self._sorted()
        self.place = [
            sum(at[vertex] - offset for vertex, offset in zip(chain.vertices, chain.offsets, strict=True))
            / len(chain.vertices)
            for chain in self._chains
        ]

    def _collect(self, following: dict[int, Tie]) -> list[_Chain]:
        rows = self._rows
        chains: list[_Chain] = []
        for row in rows.rows:
            for vertex in row:
                if self.member[vertex][0] < 0:
                    chains.append(self._follow(vertex, following, len(chains)))
        for vertex, (number, offset) in enumerate(self.member):
            chains[number].ties += [
                (offset, tie)
                for tie in (*rows.up[vertex], *rows.down[vertex])
                if self.member[rows.owners[tie.anchor]][0] != number
            ]
        return chains

    def _follow(self, vertex: int, following: dict[int, Tie], number: int) -> _Chain:
        """Collect a chain, which ends where it would have to take vertices too far from their places."""
        chain, offset, start, rows = _Chain(), 0.0, self._at[vertex], self._rows
        lowest = highest = start
        while True:
            chain.vertices.append(vertex)
            chain.offsets.append(offset)
            self.member[vertex] = (number, offset)
            tie = following.get(vertex)
            if tie is None:
                return chain
            vertex = rows.owners[tie.anchor]
            offset += tie.shift - rows.shifts[tie.anchor]
            level = self._at[vertex] - offset
            lowest, highest = min(lowest, level), max(highest, level)
            if highest - lowest > self._stray:
                return chain

    def _separate(self, left: int, right: int) -> None:
        rooms = self._rows.rooms
        (before, shift), (after, other) = self.member[left], self.member[right]
        distance = (rooms[left] + rooms[right]) / 2 + shift - other
        self._chains[before].after.append((after, distance))
        self._chains[after].before.append((before, distance))

    def _sorted(self) -> list[int]:
        missing = [len(chain.before) for chain in self._chains]
        order = [number for number, count in enumerate(missing) if not count]
        for number in order:
            for after, _ in self._chains[number].after:
                missing[after] -= 1
                if not missing[after]:
                    order.append(after)
        return order

    def push_apart(self) -> None:
        """Keep the distances: the mean of pushing all forward and pushing all back keeps them, too."""
        forward, back = self.place[:], self.place[:]
        for number in self._order:
            for after, distance in self._chains[number].after:
                forward[after] = max(forward[after], forward[number] + distance)
        for number in reversed(self._order):
            for before, distance in self._chains[number].before:
                back[before] = min(back[before], back[number] - distance)
        self.place = [(one + other) / 2 for one, other in zip(forward, back, strict=True)]

    def relax(self, *, backward: bool) -> None:
        """Let each chain move to the middle of what it is tied to, as far as its neighbours let it.

        The middle is the median, from which the ways to all of them are the shortest together.
        """
        for number in reversed(self._order) if backward else self._order:
            ties = self._chains[number].ties
            if ties:
                self._move(number, _median([(self._wish(offset, tie), tie.weight) for offset, tie in ties]))

    def snap(self) -> None:
        """Make segments level that nearly are."""
        for number in self._order:
            place = self.place[number]
            wishes = [self._wish(offset, tie) for offset, tie in self._chains[number].ties]
            nearest = min(wishes, key=lambda wish: abs(wish - place), default=place)
            if abs(nearest - place) < _NEAR:
                self._move(number, nearest)

    def _wish(self, offset: float, tie: Tie) -> float:
        number, shift = self.member[self._rows.owners[tie.anchor]]
        return self.place[number] + shift + self._rows.shifts[tie.anchor] - tie.shift - offset

    def _move(self, number: int, wish: float) -> None:
        chain, place = self._chains[number], self.place
        for before, distance in chain.before:
            wish = max(wish, place[before] + distance)
        for after, distance in chain.after:
            wish = min(wish, place[after] - distance)
        place[number] = wish


def _median(wishes: list[tuple[float, float]]) -> float:
    """Return the median of weighted places; where two share it, it lies half-way between them."""
    if len(wishes) == 1:
        return wishes[0][0]
    wishes.sort()
    left, half = 0.0, sum(weight for _, weight in wishes) / 2
    for number, (place, weight) in enumerate(wishes):
        left += weight
        if left > half:
            return place
        if left == half:
            return (place + wishes[number + 1][0]) / 2
    return wishes[-1][0]


def _aligned(rows: Rows) -> dict[int, Tie]:
    """Choose the ties along which chains run: at most one down from and one up to each vertex."""
    following: dict[int, Tie] = {}
    place = [0.0] * len(rows.kinds)
    for row in rows.rows:
        for number, vertex in enumerate(row):
            place[vertex] = number
    for row in rows.rows:
        taken: list[tuple[float, float]] = []
        wanted = [(vertex, tie) for vertex in row if (tie := _straight_on(vertex, rows)) is not None]
        wanted.sort(key=lambda each: _is_inner(each[0], rows.owners[each[1].anchor], rows), reverse=True)
        for vertex, tie in wanted:
            pair = (place[vertex], place[rows.owners[tie.anchor]])
            if _fits(pair, taken):
                insort(taken, pair)
                following[vertex] = tie
    return following


def _fits(pair: tuple[float, float], taken: list[tuple[float, float]]) -> bool:
    index = bisect_left(taken, pair)
    return (index == 0 or taken[index - 1][1] < pair[1]) and (
        index == len(taken) or taken[index][1] > pair[1]
    )


def _is_inner(vertex: int, below: int, rows: Rows) -> bool:
    bends = (Kind.BEND, Kind.LABEL)
    return rows.kinds[vertex] in bends and rows.kinds[below] in bends


def _straight_on(vertex: int, rows: Rows) -> Tie | None:
    down = _main(rows.down[vertex])
    if down is None:
        return None
    back = _main(rows.up[rows.owners[down.anchor]])
    return down if back is not None and rows.owners[back.anchor] == vertex else None


def _main(ties: list[Tie]) -> Tie | None:
    """Return the only tie of a vertex, or else the only one of a link to the next rank."""
    if len(ties) == 1:
        return ties[0]
    direct = [tie for tie in ties if tie.direct]
    return direct[0] if len(direct) == 1 else None
