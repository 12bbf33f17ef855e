"""Which tasks a run's length hangs on: the chain of those whose ends let the next begin, up to the run's end.

The chain is read backwards from the task that ended last: what let it begin is that one of its upstream
tasks which ended last before it. What a task waited for a slot counts as its own time, so on the chain
each task is ready when the one before it ends, and every second of the run lies on one of them.

*Slack* is how much later a task could have ended without the run ending later, if all others had taken
the time that they took. On the chain it is 0. (The critical path method, after Kelley and Walker, 1959,
on the times that were measured.)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Stretch(NamedTuple):
    """When a task could have started, started and ended, in seconds since the epoch.

    `ready` <= `start` <= `end`. Of one that ran nothing, `start` is `end`; of one that still runs, `end` is
    now. Times are of its last life: since it was last cleared.
    """

    ready: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """`tasks`: the chain, from the first to the one that ended last; `slack`: of every task, in seconds."""

    tasks: tuple[str, ...] = ()
    slack: Mapping[str, float] = field(default_factory=dict)
    busy: float = 0.0
    """Seconds in which a task of the chain ran."""
    length: float = 0.0
    """Seconds from the first task's being ready to the last one's end."""


def critical_path(stretches: Mapping[str, Stretch], upstream: Mapping[str, Sequence[str]]) -> CriticalPath:
    """Find the chain among the tasks that have a stretch; `upstream` has the direct ones of each."""
    if not stretches:
        return CriticalPath()
    last = max(stretches, key=lambda task: (stretches[task].end, -stretches[task].start))
    chain = [last]
    while (before := _let_begin(chain[-1], stretches, upstream)) is not None:
        chain.append(before)
    chain.reverse()
    busy = sum(stretches[task].end - stretches[task].start for task in chain)
    length = stretches[last].end - stretches[chain[0]].ready
    return CriticalPath(tuple(chain), _slack(stretches, upstream), busy, length)


def _let_begin(
    task: str, stretches: Mapping[str, Stretch], upstream: Mapping[str, Sequence[str]]
) -> str | None:
    """The upstream task whose end a task's start waited for; None where it waited for none."""
    ready = stretches[task].ready
    ended = [one for one in upstream.get(task, ()) if one in stretches and stretches[one].end == ready]
    return max(ended, key=lambda one: stretches[one].end - stretches[one].start, default=None)


def _slack(stretches: Mapping[str, Stretch], upstream: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Go from the end backwards: no task may end later than the earliest of its followers could be ready."""
    end = max(stretch.end for stretch in stretches.values())
    latest = dict.fromkeys(stretches, end)
    # A follower's end is no earlier than that of what it waited for; where both are at one time, the one
    # that is further down comes first.
    for task in sorted(stretches, key=_Depths(upstream).of, reverse=True):
        stretch = stretches[task]
        ready = latest[task] - (stretch.end - stretch.ready)
        for one in upstream.get(task, ()):
            if one in stretches and stretches[one].end <= stretch.ready:
                latest[one] = min(latest[one], ready)
    return {task: latest[task] - stretch.end for task, stretch in stretches.items()}


class _Depths:
    """How many tasks lie before each, on the longest way."""

    def __init__(self, upstream: Mapping[str, Sequence[str]]) -> None:
        self._upstream = upstream
        self._depths: dict[str, int] = {}

    def of(self, task: str) -> int:
        stack = [task]
        while stack:
            one = stack[-1]
            before = self._upstream.get(one, ())
            missing = [other for other in before if other not in self._depths]
            if missing and one not in self._depths:
                stack += missing
                continue
            self._depths[one] = 1 + max((self._depths[other] for other in before), default=-1)
            stack.pop()
        return self._depths[task]
