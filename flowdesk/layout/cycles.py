"""Which edges have to be turned round so that the rest flows one way: a broken file is drawn, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def backward(count: int, edges: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Find the pairs that close a cycle of the items 0 … count - 1, searched depth first in their order.

    Without the pairs it returns, and without those from an item to itself, `edges` has no cycle.
    """
    heads: list[list[int]] = [[] for _ in range(count)]
    entered = [False] * count
    for tail, head in edges:
        if tail != head:
            heads[tail].append(head)
            entered[head] = True
    found: set[tuple[int, int]] = set()
    seen = [False] * count
    for root in sorted(range(count), key=entered.__getitem__):
        if not seen[root]:
            _search(root, heads, seen, found)
    return found


def _search(root: int, heads: list[list[int]], seen: list[bool], found: set[tuple[int, int]]) -> None:
    open_items = {root}
    stack: list[tuple[int, Iterator[int]]] = [(root, iter(heads[root]))]
    seen[root] = True
    while stack:
        item, rest = stack[-1]
        for head in rest:
            if head in open_items:
                found.add((item, head))
            elif not seen[head]:
                seen[head] = True
                open_items.add(head)
                stack.append((head, iter(heads[head])))
                break
        else:
            open_items.discard(item)
            stack.pop()
