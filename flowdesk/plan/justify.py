"""The ways in which a task can come to stand as it does: what must hold of its direct upstream for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.outcomes import (
    ENDED,
    FAILS,
    SKIPS,
    Need,
    Stand,
    can_skip_itself,
    is_done_at_once,
    open_needs,
    runs,
)
from flowdesk.plan.plan import Kind
from flowdesk.plan.trigger import TriggerRule
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.outlook import Outlook
    from flowdesk.plan.plan import Plan, Task

Goal = tuple[str, Stand]
"""A task, and the ways in which it may stand."""

ANYHOW = ENDED | Stand.OPEN
_TOLD_FIRST = (Stand.SKIPPED, Stand.FAILED, Stand.UPSTREAM_FAILED, Stand.SUCCESS, Stand.OPEN)


class Why(NamedTuple):
    """How a task came to stand so: it ran, it skipped itself, by its rule, or a `branch` left it out.

    `source` is that branch, or the upstream that decided the rule if it was one of them alone.
    """

    how: str
    source: str | None = None


class Option(NamedTuple):
    """One way for a task to stand so. It must be followed by the branches of `follows`, not by `leaves`."""

    stand: Stand
    why: Why
    goals: list[Goal]
    follows: tuple[str, ...] = ()
    leaves: str | None = None


def _every(task: Task, need: Need) -> list[Goal]:
    return [] if need.every is None else [(source, need.every) for source in task.upstream]


class Justify:
    """The options of one plan's tasks."""

    def __init__(self, plan: Plan, outlook: Outlook) -> None:
        self._plan = plan
        self._outlook = outlook

    def starts_without(self, consumer: str, producer: str) -> Iterator[Option]:
        """The ways for a task to start while one directly before it has not succeeded."""
        task = self._plan.tasks[consumer]
        for option in self._by_rule(task, runs(task), Stand.OPEN, starts=True):
            goals = [goal for goal in option.goals if goal[0] != producer]
            asked = [stands for name, stands in option.goals if name == producer]
            missing = (asked[0] if asked else ANYHOW) & ~Stand.SUCCESS
            if missing & self._may_stand(producer):
                yield option._replace(goals=[(producer, missing), *goals])

    def options(self, goal: Goal) -> Iterator[Option]:
        """The ways to meet a goal: the usual one first, then in the order in which they are told best."""
        name, stands = goal
        usual = self._outlook.usual[name]
        for stand in (usual, *(stand for stand in _TOLD_FIRST if stand is not usual)):
            if stand & stands & self._may_stand(name):
                yield from self._standing(self._plan.tasks[name], stand)

    def _may_stand(self, name: str) -> Stand:
        return self._outlook.possible[name] | Stand.OPEN

    def _standing(self, task: Task, stand: Stand) -> Iterator[Option]:
        if stand is Stand.SUCCESS or (stand is Stand.FAILED and task.kind is not Kind.JOINT):
            yield from self._by_rule(task, runs(task), stand, starts=True)
        elif stand is Stand.UPSTREAM_FAILED and task.trigger_rule in FAILS:
            yield from self._by_rule(task, FAILS[task.trigger_rule], stand)
        elif stand is Stand.SKIPPED:
            yield from self._skipped(task)
        elif stand is Stand.OPEN:
            for need in open_needs(task):
                yield from self._by_rule(task, need, stand, starts=True)

    def _skipped(self, task: Task) -> Iterator[Option]:
        if can_skip_itself(task):
            for option in self._by_rule(task, runs(task), Stand.SKIPPED, starts=True):
                yield option._replace(why=Why("itself"))
        for source in () if is_done_at_once(task) else filter(self._is_branch, task.upstream):
            goals = [(source, Stand.SUCCESS), *self._undecided(task, source)]
            yield Option(Stand.SKIPPED, Why("branch", source), goals, leaves=source)
        if task.trigger_rule in SKIPS:
            yield from self._by_rule(task, SKIPS[task.trigger_rule], Stand.SKIPPED)

    def _undecided(self, task: Task, branch: str) -> list[Goal]:
        """That what ended before a branch had not failed the task already, so that the branch skips it."""
        need, before = FAILS.get(task.trigger_rule), self._plan.tasks[branch]
        if need is None or need.some is None or need.every is not None:
            return []
        waits = before.trigger_rule is not TriggerRule.ALWAYS
        waits_for_all = waits and (runs(before).every is not None or len(before.upstream) == 1)
        ended = set(before.upstream) if waits_for_all else set()
        return [(source, ANYHOW & ~need.some) for source in task.upstream if source in ended]

    def _by_rule(self, task: Task, need: Need, stand: Stand, *, starts: bool = False) -> Iterator[Option]:
        """The ways to meet a need. What starts must be followed by the branches that it waited for."""
        how = "ran" if starts else "rule"
        if not task.upstream:
            if starts:
                yield Option(stand, Why(how), [])
            return
        if starts:
            every = [
                (source, stands & self._lets_start(source, task)) for source, stands in _every(task, need)
            ]
            branches = tuple(filter(self._is_branch, task.upstream))
        else:
            every, branches = _every(task, need), ()
        if need.some is None:
            yield Option(stand, Why(how), every, branches if every else ())
            return
        for source in self._deciding(task, need):
            asked = need.some & (ANYHOW if need.every is None else need.every)
            if starts:
                asked &= self._lets_start(source, task)
            goals = [(source, asked), *(goal for goal in every if goal[0] != source)]
            follows = branches if every else tuple(name for name in branches if name == source)
            yield Option(stand, Why(how, source), goals, follows)

    def _deciding(self, task: Task, need: Need) -> Iterator[str]:
        """The upstream that may stand as `some` of them must, first those that usually do."""
        assert need.some is not None  # noqa: S101 - the caller looked
        usual = self._outlook.usual
        yield from (source for source in task.upstream if usual[source] & need.some)
        for source in task.upstream:
            if not usual[source] & need.some and self._may_stand(source) & need.some:
                yield source

    def _lets_start(self, source: str, task: Task) -> Stand:
        """How an upstream may stand when the task starts: a branch that never picks it cannot succeed."""
        return ANYHOW & ~Stand.SUCCESS if self._outlook.leaves_out(source, task.id) else ANYHOW

    def _is_branch(self, name: str) -> bool:
        return self._plan.tasks[name].kind is Kind.BRANCH
