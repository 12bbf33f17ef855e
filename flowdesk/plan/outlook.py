"""How each task of a plan may end in any run, and how it ends in the run in which nothing goes wrong.

`possible` may say too much and never too little: it looks at each task's upstream one by one, not at
what they can be together. `usual` is one run: whatever starts succeeds, and every branch picks all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flowdesk.plan.outcomes import FAILS, NOTHING, RUNS, SKIPS, Need, Stand, can_skip_itself, is_done_at_once
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState
from flowdesk.plan.trigger import Tally, verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.branching import Ways
    from flowdesk.plan.plan import Plan, Task
    from flowdesk.plan.trigger import TriggerRule

MANY = 4096
"""How many cases are remembered. Among thousands of tasks there are few, and each takes a while."""

_STATES = {
    Stand.SUCCESS: TaskState.SUCCESS,
    Stand.UPSTREAM_FAILED: TaskState.UPSTREAM_FAILED,
    Stand.SKIPPED: TaskState.SKIPPED,
}
_STANDS = {state: stand for stand, state in _STATES.items()}


def _may(need: Need, stands: list[Stand]) -> bool:
    if need.every is not None and not all(stand & need.every for stand in stands):
        return False
    return need.some is None or any(stand & need.some for stand in stands)


class Outlook:
    """`possible` and `usual`, by task. The plan's graph must have no circle.

    `skips` says which tasks may end as skipped of themselves.
    """

    def __init__(self, plan: Plan, ways: Ways, *, skips: Callable[[Task], bool] = can_skip_itself) -> None:
        self._plan = plan
        self._skips = skips
        self._ways = ways
        self._followed: dict[str, frozenset[str]] = {}
        self.possible: dict[str, Stand] = {}
        self.usual: dict[str, Stand] = {}
        for task in sorted(plan.tasks, key=ways.depths.__getitem__):
            self.possible[task] = self._possible(plan.tasks[task])
            self.usual[task] = self._usual(plan.tasks[task])

    def leaves_out(self, source: str, task: str) -> bool:
        """Whether `source`, directly before a task, is a branch that skips it whatever it picks."""
        if self._plan.tasks[source].kind is not Kind.BRANCH:
            return False
        if source not in self._followed:
            self._followed[source] = frozenset().union(*self._ways.followers(source).values())
        return task not in self._followed[source]

    def _possible(self, task: Task) -> Stand:
        sources = frozenset(
            (
                self.possible[source],
                self._plan.tasks[source].kind is Kind.BRANCH,
                self.leaves_out(source, task.id),
            )
            for source in task.upstream
        )
        is_joint, at_once = task.kind is Kind.JOINT, is_done_at_once(task)
        return _possible(
            sources, task.trigger_rule, is_joint=is_joint, at_once=at_once, skips=self._skips(task)
        )

    def _usual(self, task: Task) -> Stand:
        sources = frozenset(
            (self.usual[source], self.leaves_out(source, task.id)) for source in task.upstream
        )
        return _usual(sources, task.trigger_rule, at_once=is_done_at_once(task))


@lru_cache(MANY)
def _possible(
    sources: frozenset[tuple[Stand, bool, bool]],
    rule: TriggerRule,
    *,
    is_joint: bool,
    at_once: bool,
    skips: bool,
) -> Stand:
    """How a task may end, given of each source how it may, whether it is a branch and leaves the task out."""
    found = NOTHING
    starts = [stand & ~Stand.SUCCESS if leaves_out else stand for stand, _, leaves_out in sources]
    if _may(RUNS[rule] if sources else Need(), starts):
        found |= Stand.SUCCESS
        if not is_joint:
            found |= Stand.FAILED
        if skips:
            found |= Stand.SKIPPED
    stands = [stand for stand, _, _ in sources]
    for table, stand in ((FAILS, Stand.UPSTREAM_FAILED), (SKIPS, Stand.SKIPPED)):
        if stands and rule in table and _may(table[rule], stands):
            found |= stand
    if not at_once and any(is_branch and Stand.SUCCESS in stand for stand, is_branch, _ in sources):
        found |= Stand.SKIPPED
    return found


@lru_cache(MANY)
def _usual(sources: frozenset[tuple[Stand, bool]], rule: TriggerRule, *, at_once: bool) -> Stand:
    """How a task ends where nothing goes wrong, given of each source how it does and if it leaves it out."""
    if not at_once and any(stand is Stand.SUCCESS and leaves_out for stand, leaves_out in sources):
        return Stand.SKIPPED
    tally = Tally(len(sources))
    for stand, _ in sources:
        tally.add(_STATES[stand])
    state = verdict(rule, tally)
    assert state is not None  # noqa: S101 - every upstream has ended
    return _STANDS.get(state, Stand.SUCCESS)
