"""How each task of a plan may end in any run, and how it ends in the run in which nothing goes wrong.

`possible` may say too much and never too little: it looks at each task's upstream one by one, not at
what they can be together. `usual` is one run: whatever starts succeeds, and every branch picks all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.outcomes import FAILS, NOTHING, SKIPS, Need, Stand, can_skip_itself, is_done_at_once, runs
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState
from flowdesk.plan.trigger import Tally, verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.branching import Ways
    from flowdesk.plan.plan import Plan, Task

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
        self.possible: dict[str, Stand] = {}
        self.usual: dict[str, Stand] = {}
        for task in sorted(plan.tasks, key=ways.depths.__getitem__):
            self.possible[task] = self._possible(plan.tasks[task])
            self.usual[task] = self._usual(plan.tasks[task])

    def leaves_out(self, source: str, task: str) -> bool:
        """Whether `source`, directly before a task, is a branch that skips it whatever it picks."""
        if self._plan.tasks[source].kind is not Kind.BRANCH:
            return False
        return not any(task in followed for followed in self._ways.followers(source).values())

    def _possible(self, task: Task) -> Stand:
        found = NOTHING
        if self._may_run(task):
            found |= Stand.SUCCESS
            if task.kind is not Kind.JOINT:
                found |= Stand.FAILED
            if self._skips(task):
                found |= Stand.SKIPPED
        stands = [self.possible[source] for source in task.upstream]
        for table, stand in ((FAILS, Stand.UPSTREAM_FAILED), (SKIPS, Stand.SKIPPED)):
            if stands and task.trigger_rule in table and _may(table[task.trigger_rule], stands):
                found |= stand
        if not is_done_at_once(task) and any(
            self._plan.tasks[source].kind is Kind.BRANCH and Stand.SUCCESS in self.possible[source]
            for source in task.upstream
        ):
            found |= Stand.SKIPPED
        return found

    def _may_run(self, task: Task) -> bool:
        stands = [
            self.possible[source] & ~Stand.SUCCESS
            if self.leaves_out(source, task.id)
            else self.possible[source]
            for source in task.upstream
        ]
        return _may(runs(task), stands)

    def _usual(self, task: Task) -> Stand:
        if not is_done_at_once(task) and any(
            self.usual[source] is Stand.SUCCESS and self.leaves_out(source, task.id)
            for source in task.upstream
        ):
            return Stand.SKIPPED
        tally = Tally(len(task.upstream))
        for source in task.upstream:
            tally.add(_STATES[self.usual[source]])
        state = verdict(task.trigger_rule, tally)
        assert state is not None  # noqa: S101 - every upstream has ended
        return _STANDS.get(state, Stand.SUCCESS)
