"""A row improved in place: neighbours swapped, then each vertex moved to its best place near by.

`above` and `below` hold, for every vertex, the sorted places of its segments' far ends in the rows
before and after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Far = Sequence[Sequence[float]]

_WINDOW = 24


def swap(row: list[int], above: Far, below: Far, *, even: bool) -> tuple[bool, bool]:
    """Let neighbours change places where that saves crossings, or, if `even`, costs none.

    Returns whether the row was changed, and whether crossings were saved.
    """
    changed = saved = False
    if not row:
        return changed, saved
    least = -1 if even else 0
    first = row[0]
    first_above, first_below = above[first], below[first]
    for place in range(1, len(row)):
        second = row[place]
        second_above, second_below = above[second], below[second]
        gain = _balance(first_above, second_above) + _balance(first_below, second_below)
        if gain > least:
            row[place - 1], row[place] = second, first
            changed, saved = True, saved or gain > 0
        else:
            first, first_above, first_below = second, second_above, second_below
    return changed, saved


def sift(row: list[int], above: Far, below: Far) -> bool:
    """Move every vertex to where its segments cross the fewest, within a window; say whether any moved."""
    moved = False
    place_of = row.index
    for vertex in row[:]:
        place = place_of(vertex)
        ahead, steps = _best(vertex, row[place + 1 : place + 1 + _WINDOW], above, below, 1)
        before = row[max(0, place - _WINDOW) : place]
        before.reverse()
        back, steps_back = _best(vertex, before, above, below, -1)
        if ahead > 0 or back > 0:
            del row[place]
            row.insert(place + steps if ahead >= back else place - steps_back, vertex)
            moved = True
    return moved


def _best(vertex: int, others: list[int], above: Far, below: Far, way: int) -> tuple[int, int]:
    """Return the most that is gained by going past some of the others, and how many."""
    best = steps = total = 0
    own_above, own_below = above[vertex], below[vertex]
    for step, other in enumerate(others, 1):
        total += way * (_balance(own_above, above[other]) + _balance(own_below, below[other]))
        if total > best:
            best, steps = total, step
    return best, steps


def _balance(first: Sequence[float], second: Sequence[float]) -> int:
    """Return how many pairs of places are out of order less those that are in order."""
    if not first or not second:
        return 0
    if first[-1] < second[0]:
        return -len(first) * len(second)
    if first[0] > second[-1]:
        return len(first) * len(second)
    balance = 0
    for place in second:
        balance += len(first) - bisect_right(first, place) - bisect_left(first, place)
    return balance
