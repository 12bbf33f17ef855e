"""A level as rows of vertices, every segment of a link leading from one row to the next.

Items take one vertex. A link over several rows gets a bend in each row that it passes, so that room
is kept for it, and a label is a vertex with a size, in a row of its own between two rows of items.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.layout.items import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.layout.graph import Spacing
    from flowdesk.layout.items import Box, Link


class Kind(Enum):
    """What a vertex stands for."""

    ITEM = 0
    BEND = 1
    LABEL = 2
    BORDER = 3


class Tie(NamedTuple):
    """A segment as one of its ends sees it: the anchor at the other end, and its own shift.

    `weight` says how much it wants to be level, `direct` whether its link leads to the next rank.
    """

    anchor: int
    shift: float
    weight: float
    direct: bool


@dataclass(slots=True)
class Rows:
    """The vertices of a level. Every vertex is an anchor too; the other anchors are places on one.

    `rooms` are breadths with the distance to the neighbours. `segments[i]` lead from row i to i + 1
    as pairs of anchors. `chains` has, for every link, its vertices between its ends. `slots` are the
    rows' places in the flow by rank, so that the rows of unconnected parts can be compared. `leans`
    orders vertices of the first row that have to stand in this order.
    """

    rows: list[list[int]] = field(default_factory=list)
    row_of: list[int] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    depths: list[float] = field(default_factory=list)
    rooms: list[float] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    shifts: list[float] = field(default_factory=list)
    anchors: dict[int, list[int]] = field(default_factory=dict)
    up: list[list[Tie]] = field(default_factory=list)
    down: list[list[Tie]] = field(default_factory=list)
    segments: list[list[tuple[int, int]]] = field(default_factory=list)
    chains: list[list[int]] = field(default_factory=list)
    slots: list[float] = field(default_factory=list)
    leans: dict[int, float] = field(default_factory=dict)

    def add(self, kind: Kind, row: int, *, depth: float, room: float) -> int:
        """Add a vertex at the end of a row. All vertices come before the first `anchor`."""
        vertex = len(self.kinds)
        self.kinds.append(kind)
        self.row_of.append(row)
        self.rows[row].append(vertex)
        self.depths.append(depth)
        self.rooms.append(room)
        self.owners.append(vertex)
        self.shifts.append(0.0)
        self.up.append([])
        self.down.append([])
        return vertex

    def anchor(self, vertex: int, shift: float) -> int:
        """Give the anchor that lies `shift` off the middle of a vertex."""
        if not shift:
            return vertex
        known = self.anchors.setdefault(vertex, [])
        for anchor in known:
            if self.shifts[anchor] == shift:
                return anchor
        known.append(len(self.owners))
        self.owners.append(vertex)
        self.shifts.append(shift)
        return known[-1]

    def connect(self, tail: int, head: int, *, weight: float, direct: bool) -> None:
        """Add a segment between two anchors of neighbouring rows."""
        above, below = self.owners[tail], self.owners[head]
        self.segments[self.row_of[above]].append((tail, head))
        self.down[above].append(Tie(head, self.shifts[tail], weight, direct))
        self.up[below].append(Tie(tail, self.shifts[head], weight, direct))


_DIRECT = 3.0
_LABELLED = 300.0
_LONG_END = 0.25
_LONG_MIDDLE = 8.0


def rows_of(items: Sequence[Box], links: Sequence[Link], rank: Sequence[int], spacing: Spacing) -> Rows:
    """Spread a level over rows. `rank` is the rank of each item; every link leads to a higher one."""
    gaps = _label_gaps(links, rank)
    row_at = _row_numbers(max(rank, default=0) + 1, set(gaps) - {None})
    made = Rows(slots=[float(slot) for slot in row_at])
    made.rows = [[] for _ in range(max(row_at.values()) + 1)]
    made.segments = [[] for _ in made.rows]
    for box, level in zip(items, rank, strict=True):
        border = box.side is not Side.NONE
        room = spacing.line if border else box.breadth + spacing.node
        kind = Kind.BORDER if border else Kind.ITEM
        vertex = made.add(kind, row_at[2 * level], depth=box.depth, room=room)
        if border and box.lean is not None:
            made.leans[vertex] = box.lean
    for link, gap in zip(links, gaps, strict=True):
        label_row = None if gap is None else row_at[gap]
        made.chains.append(_chain(made, link, label_row, spacing))
    used = Counter(end for link in links for end in _ends(link))
    for link, chain in zip(links, made.chains, strict=True):
        _join(made, link, chain, used, direct=rank[link.head] - rank[link.tail] == 1)
    return made


def _label_gaps(links: Sequence[Link], rank: Sequence[int]) -> list[int | None]:
    """Choose between which ranks each label goes: gap 2r + 1 follows rank r.

    Labels of long links join the others if they can, so that the drawing grows no longer for them.
    """
    taken = {
        2 * rank[link.tail] + 1 for link in links if link.label and rank[link.head] - rank[link.tail] == 1
    }
    gaps: list[int | None] = []
    for link in links:
        if link.label is None:
            gaps.append(None)
            continue
        choice = range(2 * rank[link.tail] + 1, 2 * rank[link.head], 2)
        middle = choice[len(choice) // 2]
        best = min(choice, key=lambda gap: (gap not in taken, abs(gap - middle)))
        taken.add(best)
        gaps.append(best)
    return gaps


def _row_numbers(ranks: int, gaps: set[int | None]) -> dict[int, int]:
    """Number the rows: one for each rank r (as 2r) and one for each gap with a label in it."""
    used = [slot for slot in range(2 * ranks) if slot % 2 == 0 or slot in gaps]
    return {slot: row for row, slot in enumerate(used)}


def _chain(made: Rows, link: Link, label_row: int | None, spacing: Spacing) -> list[int]:
    chain = []
    for row in range(made.row_of[link.tail] + 1, made.row_of[link.head]):
        if row == label_row and link.label is not None:
            room = link.label.breadth + spacing.line
            chain.append(made.add(Kind.LABEL, row, depth=link.label.depth, room=room))
        else:
            chain.append(made.add(Kind.BEND, row, depth=0.0, room=spacing.line))
    return chain


def _ends(link: Link) -> tuple[tuple[int, bool, float], tuple[int, bool, float]]:
    """Return the two places that a link is attached to."""
    return (link.tail, True, link.tail_shift), (link.head, False, link.head_shift)


def _join(
    made: Rows, link: Link, chain: list[int], used: Counter[tuple[int, bool, float]], *, direct: bool
) -> None:
    """Add the segments of a link: a short one is level on the side where it does not share its end."""
    way = [
        made.anchor(link.tail, link.tail_shift),
        *chain,
        made.anchor(link.head, link.head_shift),
    ]
    out, into = (used[end] for end in _ends(link))
    for place, (tail, head) in enumerate(pairwise(way)):
        is_first, is_last = place == 0, place == len(way) - 2
        if direct:
            is_alone = (is_first and out == 1) or (is_last and into == 1 and out > 1)
            weight = _LABELLED if chain and is_alone else _DIRECT
        else:
            weight = _LONG_END if is_first or is_last else _LONG_MIDDLE
        made.connect(tail, head, weight=weight, direct=direct)
