"""What is due when: retries, timeouts, and the next look at what is waited for.

All by the monotonic clock, which no change of the machine's date moves. The clock on the wall is asked only
where a moment was written down: in a store, by an engine that is gone, or in a file (`wait = { until = … }`).
"""

from __future__ import annotations

import time
from enum import Enum, auto
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TICK = 0.1
"""Seconds after which the loop looks for requests at the latest: half of what they may wait."""


class Due(Enum):
    """What is to be done."""

    RETRY = auto()
    TRY_TIMEOUT = auto()
    RUN_TIMEOUT = auto()
    PIDS = auto()
    """Write down which processes tries have."""
    LOOK = auto()
    """Look whether what a task waits for has come."""


class Timers:
    """What is due, the next one first. An entry that has lost its point is for whoever takes it to drop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heap: list[tuple[float, int, Due, str]] = []
        self._entries = count()

    def add(self, what: Due, about: str, delay: float) -> None:
        """Have something done in `delay` seconds; `about` is an attempt's id, or the run's."""
        heappush(self._heap, (self._clock() + delay, next(self._entries), what, about))

    def due(self) -> list[tuple[Due, str]]:
        """Take out what is due by now."""
        found = []
        while self.is_due:
            _, _, what, about = heappop(self._heap)
            found.append((what, about))
        return found

    @property
    def is_due(self) -> bool:
        """Whether anything is due by now."""
        return bool(self._heap) and self._heap[0][0] <= self._clock()

    def timeout(self) -> float:
        """Seconds until the next entry is due, one TICK at the most."""
        return min(TICK, max(0.0, self._heap[0][0] - self._clock())) if self._heap else TICK
