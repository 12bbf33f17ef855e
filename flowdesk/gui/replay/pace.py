"""How fast a run is played: so many times as fast as it went, and long silences in no time. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
SILENCE = 1.2
"""Seconds of the viewer's time that nothing may happen for."""


def advanced(times: Sequence[float], at: float, *, speed: float, passed: float) -> float:
    """Where a player is after `passed` seconds, whose events lie at `times`; no further than the last."""
    while passed > 0:
        index = bisect_right(times, at)
        if index == len(times):
            return at
        before = times[index - 1] if index else at
        rate = max(speed, (times[index] - before) / SILENCE)
        left = (times[index] - at) / rate
        if left > passed:
            return at + passed * rate
        passed -= left
        at = times[index]
    return at
