"""Ranks with the least total length of all edges, by network simplex.

A spanning tree of tight edges fixes all ranks. Each of its edges has a cut value, by how much all edges
together grow when it does: while one is negative, its side of the tree is moved until another edge gets
tight, which takes its place. See Gansner et al., "A Technique for Drawing Directed Graphs". The work is
counted, so that a large graph is left as good as it is by then: ranks are valid after every step.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORK = 200_000


def tighten(weights: Mapping[tuple[int, int], int], rank: list[int]) -> None:
    """Change the valid ranks of a connected graph, so that its weighted edges are as short as can be."""
    if len(rank) > 1:
        _Tree(weights, rank).improve()


class _Tree:
    """The tree, each item with the edge to its parent: `flow` is its cut value; `is_head`: it leads here."""

    def __init__(self, weights: Mapping[tuple[int, int], int], rank: list[int]) -> None:
        count = len(rank)
        self._rank = rank
        self._heads: list[list[int]] = [[] for _ in rank]
        self._tails: list[list[int]] = [[] for _ in rank]
        for tail, head in weights:
            self._heads[tail].append(head)
            self._tails[head].append(tail)
        self._parent = [-1] * count
        self._is_head = [False] * count
        self._depth = [0] * count
        self._children: list[dict[int, None]] = [{} for _ in rank]
        self._flow = [0] * count
        self._cut(weights, self._grow())

    def _grow(self) -> list[int]:
        """Span the graph with tight edges, moving what is spanned on to the next item; return it in order."""
        rank, shift = self._rank, 0
        ahead: list[tuple[int, int, int]] = []  # edges out of the tree, by their length less what it moved
        behind: list[tuple[int, int, int]] = []
        is_in = [False] * len(rank)
        order: list[int] = []
        item, parent, is_head = 0, -1, False
        while True:
            is_in[item] = True
            order.append(item)
            self._hang(item, parent, is_head=is_head)
            rank[item] -= shift
            for head in self._heads[item]:
                if not is_in[head]:
                    heappush(ahead, (rank[head] - rank[item], item, head))
            for tail in self._tails[item]:
                if not is_in[tail]:
                    heappush(behind, (rank[item] - rank[tail], item, tail))
            while ahead and is_in[ahead[0][2]]:
                heappop(ahead)
            while behind and is_in[behind[0][2]]:
                heappop(behind)
            if not ahead and not behind:
                break
            is_head = not behind or (bool(ahead) and ahead[0][0] - shift <= behind[0][0] + shift)
            length, parent, item = heappop(ahead if is_head else behind)
            shift = length - 1 if is_head else 1 - length
        return order

    def _hang(self, item: int, parent: int, *, is_head: bool) -> None:
        self._parent[item] = parent
        self._is_head[item] = is_head
        if parent >= 0:
            self._depth[item] = self._depth[parent] + 1
            self._children[parent][item] = None

    def _cut(self, weights: Mapping[tuple[int, int], int], order: list[int]) -> None:
        """Give every tree edge its cut value: what flows through it so that every item gets what it lacks."""
        lack = [0] * len(order)
        for (tail, head), weight in weights.items():
            lack[head] += weight
            lack[tail] -= weight
        for item in reversed(order[1:]):
            self._flow[item] = lack[item] if self._is_head[item] else -lack[item]
            lack[self._parent[item]] += lack[item]

    def improve(self) -> None:
        """Exchange edges until no cut value is negative."""
        flow, count, work, checked, item = self._flow, len(self._flow), 0, 0, 0
        while checked < count and work < _WORK:
            item = (item + 1) % count
            checked += 1
            if flow[item] < 0:
                below = self._below(item)
                work += len(below)
                self._exchange(item, below)
                checked = 0

    def _below(self, item: int) -> list[int]:
        found = [item]
        for each in found:
            found += self._children[each]
        return found

    def _exchange(self, item: int, below: list[int]) -> None:
        """Replace the edge over `item` by the shortest that leads the other way into or out of `below`."""
        rank, is_head = self._rank, self._is_head[item]
        near = self._heads if is_head else self._tails
        inside = set(below)
        length, start, end = min(
            (abs(rank[other] - rank[each]), each, other)
            for each in below
            for other in near[each]
            if other not in inside
        )
        step = length - 1 if is_head else 1 - length
        if step:
            for each in below:
                rank[each] += step
        amount = -self._flow[item]
        self._push(amount if is_head else -amount, item, start, end)
        self._turn(item, start, end, amount)

    def _push(self, amount: int, item: int, start: int, end: int) -> None:
        """Let an amount flow round the circle that the new edge closes, from its inner end outwards."""
        parent, depth = self._parent, self._depth
        self._climb(start, item, -amount)
        one, other = end, parent[item]
        while one != other:
            if depth[one] >= depth[other]:
                one = self._climb(one, parent[one], amount)
            else:
                other = self._climb(other, parent[other], -amount)

    def _climb(self, item: int, top: int, amount: int) -> int:
        while item != top:
            self._flow[item] += -amount if self._is_head[item] else amount
            item = self._parent[item]
        return top

    def _turn(self, item: int, start: int, end: int, amount: int) -> None:
        """Hang the items below `item` on `end`, by `start`."""
        parent, above, is_head = self._parent, end, not self._is_head[item]
        each, last = start, False
        while not last:
            last = each == item
            following, turned = parent[each], not self._is_head[each]
            del self._children[following][each]
            self._children[above][each] = None
            parent[each], above = above, each
            self._is_head[each], is_head = is_head, turned
            self._flow[each], amount = amount, self._flow[each]
            each = following
        self._depth[start] = self._depth[end] + 1
        for each in self._below(start):
            for child in self._children[each]:
                self._depth[child] = self._depth[each] + 1
