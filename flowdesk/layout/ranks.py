"""In which rank of the flow each item stands: after all it depends on, and near to it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flowdesk.layout.simplex import tighten

if TYPE_CHECKING:
    from collections.abc import Sequence

_PULLS = 8


def ranks(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Give the items 0 … count - 1 of a connected, acyclic graph ranks from 0, each edge leading to a higher.

    All edges together span as few ranks as can be, or, in a large graph, nearly so.
    """
    rank = early_ranks(count, edges)
    tighten(Counter(edges), rank)
    lowest = min(rank, default=0)
    return [value - lowest for value in rank]


def early_ranks(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Give the items of an acyclic graph ranks from 0 that are good, but not the best, in no time."""
    tails: list[list[int]] = [[] for _ in range(count)]
    heads: list[list[int]] = [[] for _ in range(count)]
    for tail, head in dict.fromkeys(edges):
        tails[head].append(tail)
        heads[tail].append(head)
    order = _topological(tails, heads)
    rank = [0] * count
    for item in order:
        rank[item] = max((rank[tail] + 1 for tail in tails[item]), default=0)
    _shorten(order, tails, heads, rank)
    lowest = min(rank, default=0)
    return [value - lowest for value in rank]


def _topological(tails: list[list[int]], heads: list[list[int]]) -> list[int]:
    missing = [len(each) for each in tails]
    order = [item for item, count in enumerate(missing) if not count]
    for item in order:
        for head in heads[item]:
            missing[head] -= 1
            if not missing[head]:
                order.append(head)
    return order


def _shorten(order: list[int], tails: list[list[int]], heads: list[list[int]], rank: list[int]) -> None:
    """Move items within their slack to the side on which they have more edges, until nothing moves."""
    for turn in range(_PULLS):
        moved = False
        for item in order if turn % 2 else reversed(order):
            into, out = tails[item], heads[item]
            if len(out) > len(into):
                target = min(rank[head] for head in out) - 1
            elif len(into) > len(out):
                target = max(rank[tail] for tail in into) + 1
            else:
                continue
            if target != rank[item]:
                rank[item] = target
                moved = True
        if not moved:
            return
