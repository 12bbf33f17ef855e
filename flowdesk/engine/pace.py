"""Whether to wait for what is about to end before a turn is made for what has ended.

A turn costs a commit, and a commit the disk's time. Where tasks are over sooner than that, it is cheaper to
wait for all that run and to commit once: with two slots, up to 1.5 times as many tasks a second. Where they
last longer it is not, as nothing runs meanwhile in the place of what has ended. Which of both it is shows
only by waiting: how long a task lasted cannot be told while the engine was busy itself. So it is tried, for
as long as a commit takes at the most, and where that brought nothing, not again for some turns.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flowdesk.executors.executor import Finished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flowdesk.executors.executor import Report

LONGEST = 0.02
"""Seconds that is waited at the most, however slow the disk is."""

RAREST = 64
"""How many chances are let pass between two tries at the most."""

WEIGHT = 0.25
"""Of the last commit, in the average."""


class Pace:
    """Knows how long commits take just now, and since when each job has run."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asked = 0.0
        self._commit = 0.0
        self._since: dict[str, float] = {}
        self._passes = self._to_pass = 0

    def commit(self) -> None:
        """A commit begins."""
        self._asked = self._clock()

    def start(self, jobs: Iterable[str]) -> None:
        """A commit is done, and these jobs begin."""
        now = self._clock()
        self._commit += WEIGHT * (min(now - self._asked, LONGEST) - self._commit)
        for job in jobs:
            self._since[job] = now

    def gathered(self, reports: list[Report], wait: Callable[[float], list[Report]]) -> list[Report]:
        """The reports, with those of what ends a moment later, where it pays to wait for them."""
        self._forget(reports)
        now = self._clock()
        if not self._is_chance(now - self._commit):
            return reports
        end = now + self._commit
        has_paid = False
        while self._since and (left := end - self._clock()) > 0:
            more = wait(left)
            if not more:  # its time is up, or somebody wants something
                break
            has_paid |= self._forget(more) < self._commit
            reports = reports + more
        self._passes = 0 if has_paid else min(RAREST, 2 * self._passes + 1)
        self._to_pass = self._passes
        return reports

    def _is_chance(self, since: float) -> bool:
        """Whether there is a job that began after this moment, and it is time to try."""
        if max(self._since.values(), default=since) <= since:
            return False
        self._to_pass -= 1
        return self._to_pass < 0

    def _forget(self, reports: list[Report]) -> float:
        """Forget what has finished; gives the seconds that the shortest of it took."""
        ended = [self._since.pop(one.job, 0.0) for one in reports if isinstance(one, Finished)]
        return self._clock() - max(ended) if ended else LONGEST
