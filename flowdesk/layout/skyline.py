"""How far what has been placed reaches, across the whole breadth: steps between breadths."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Skyline:
    """A step function over breadths, which is None where nothing has been placed."""

    def __init__(self) -> None:
        self._borders = [float("-inf"), float("inf")]
        self._heights: list[float | None] = [None]

    def highest(self, low: float, high: float) -> float | None:
        """Return how far anything between two breadths reaches."""
        first = bisect_right(self._borders, low) - 1
        last = bisect_left(self._borders, high)
        return max((height for height in self._heights[first:last] if height is not None), default=None)

    def raise_to(self, height: float, low: float, high: float) -> None:
        """Let everything between two breadths reach as far as `height`, which is no less than before."""
        first = bisect_right(self._borders, low) - 1
        last = bisect_left(self._borders, high)
        before, after = self._heights[first], self._heights[last - 1]
        self._borders[first + 1 : last] = [low, high]
        self._heights[first:last] = [before, height, after]
