"""A row improved in place: neighbours swapped, then each vertex moved to its best place near by.

`above` and `below` hold, for every vertex, the sorted places of its segments' far ends in the rows
before and after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Far = Mapping[int, Sequence[float]]

_WINDOW = 24


def swap(row: list[int], above: Far, below: Far, *, even: bool) -> bool:
    """Let neighbours change places where that saves crossings, or, if `even`, costs none.

    Returns whether crossings were saved.
    """
    swapped = False
    for place in range(len(row) - 1):
        first, second = row[place], row[place + 1]
        gain = _gain(first, second, above, below)
        if gain > 0 or (even and gain == 0):
            row[place], row[place + 1] = second, first
            swapped = swapped or gain > 0
    return swapped


def sift(row: list[int], above: Far, below: Far) -> bool:
    """Move every vertex to where its segments cross the fewest, within a window; say whether any moved."""
    moved = False
    for vertex in row[:]:
        place = row.index(vertex)
        after = row[place + 1 : place + 1 + _WINDOW]
        before = row[max(0, place - _WINDOW) : place][::-1]
        ahead, steps = _best([_gain(vertex, other, above, below) for other in after])
        back, steps_back = _best([_gain(other, vertex, above, below) for other in before])
        if max(ahead, back) > 0:
            row.pop(place)
            row.insert(place + steps if ahead >= back else place - steps_back, vertex)
            moved = True
    return moved


def _best(gains: list[int]) -> tuple[int, int]:
    """Return the most that is gained by going some steps, and how many."""
    best = steps = total = 0
    for step, gain in enumerate(gains, 1):
        total += gain
        if total > best:
            best, steps = total, step
    return best, steps


def _gain(first: int, second: int, above: Far, below: Far) -> int:
    """Return how many crossings are saved when the second of two vertices goes before the first."""
    return _balance(above[first], above[second]) + _balance(below[first], below[second])


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
