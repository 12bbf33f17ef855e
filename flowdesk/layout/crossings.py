"""How many segments between two rows cross each other."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def crossings(segments: Iterable[tuple[int, int]], at: Sequence[float]) -> int:
    """Count the crossings of segments, pairs of anchors that lie at `at[anchor]` in their rows."""
    passed: list[float] = []
    count = 0
    for _, below in sorted([(at[tail], at[head]) for tail, head in segments]):
        place = bisect_right(passed, below)
        count += len(passed) - place
        passed.insert(place, below)
    return count
