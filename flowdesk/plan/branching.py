"""Which tasks a branch leaves out, and which a short circuit cuts off. The semantics are Airflow's.

A branch skips what comes directly after it, but for what it picked and what comes after that, however
far: so a joint after two choices lives on with either. A short circuit that ends the way skips everything
that comes after it at any distance. Neither skips a teardown.

Source: Airflow 3's `SkipMixin.skip_all_except` and `ShortCircuitOperator` (with its default, which
ignores downstream trigger rules).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.plan.downstream import Downstream
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from flowdesk.plan.plan import Plan
    from flowdesk.plan.standings import Standings


class Ways:
    """The ways through a plan's graph, downstream. The graph must have no circle."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.downstream = Downstream(plan)
        self._followers: dict[str, dict[str, frozenset[str]]] = {}

    def not_followed(self, branch: str, picked: Collection[str]) -> list[str]:
        """The direct downstream of a branch that is skipped when it picks these task or group ids."""
        after = self.downstream.of(branch)
        followed = self.reached(self.members(branch, picked), until=after)
        return [task for task in after if task not in followed]

    def members(self, branch: str, picked: Iterable[str]) -> list[str]:
        """What picking these ids means: of a group, its tasks that come directly after the branch."""
        names = set(picked)
        groups = tuple(f"{name}." for name in names)
        return [task for task in self.downstream.of(branch) if task in names or task.startswith(groups)]

    def choices(self, branch: str) -> list[str]:
        """What comes directly after a branch and can be picked; all of it where no choices are declared."""
        declared = self._plan.tasks[branch].choices
        return self.members(branch, declared) if declared else self.downstream.of(branch)

    def followers(self, branch: str) -> dict[str, frozenset[str]]:
        """By each task that can be picked, the direct downstream that is not skipped if it is."""
        if branch not in self._followers:
            after = self.downstream.of(branch)
            self._followers[branch] = {
                choice: frozenset(self.reached([choice], until=after).intersection(after))
                for choice in self.choices(branch)
            }
        return self._followers[branch]

    def reached(self, starts: Iterable[str], *, until: Iterable[str]) -> set[str]:
        """The starts, and all that comes after them, as far as the deepest of `until`."""
        deepest = max((self.depths[task] for task in until), default=0)
        found = set(starts)
        left = list(found)
        while left:
            for task in self.downstream.of(left.pop()):
                if task not in found and self.depths[task] <= deepest:
                    found.add(task)
                    left.append(task)
        return found

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many tasks lie on the longest way to each task."""
        depths = dict.fromkeys(self._plan.tasks, 0)
        open_ = {task.id: len(task.upstream) for task in self._plan.tasks.values()}
        done = [task for task, count in open_.items() if not count]
        for task in done:  # grows while it is walked
            for after in self.downstream.of(task):
                depths[after] = max(depths[after], depths[task] + 1)
                open_[after] -= 1
                if not open_[after]:
                    done.append(after)
        return depths


class LeftOut:
    """The tasks that branches did not pick and short circuits cut off, and why.

    It is remembered beyond the skip itself: a task that somebody clears is skipped again, as in Airflow.
    """

    def __init__(self, ways: Ways, plan: Plan) -> None:
        self._ways = ways
        self._plan = plan
        self._why: dict[str, dict[str, str]] = {}
        self._by: dict[str, list[str]] = {}
        self._picks: dict[str, set[str] | None] = {}
        self._cut: set[str] = set()

    def whys(self, task: str) -> Mapping[str, str]:
        """By each branch or short circuit that leaves a task out, a sentence that says so."""
        return self._why.get(task, {})

    def pick(self, task: str, followed: Collection[str] | None) -> None:
        """Note what one of those made of a mapped branch picked: what any of them picks is followed.

        Of a mapped short circuit, each one can end the way for all (airflow#48845).
        """
        if self._plan.tasks[task].kind is Kind.SHORT_CIRCUIT:
            ended = followed is not None or self._picks.get(task) is not None
            self._picks[task] = set() if ended else None
            return
        picked = self._picks.setdefault(task, set())
        self._picks[task] = None if picked is None or followed is None else picked | set(followed)

    def picked(self, task: str) -> set[str] | None:
        """What those made of a mapped branch picked, all together; None: everything, or the way goes on."""
        return self._picks.pop(task, None)

    def leave_out(self, task: str, followed: Collection[str]) -> list[str]:
        """Note what a branch picked. Returns what it leaves out, whatever the rules of these tasks are."""
        if self._plan.tasks[task].kind is Kind.SHORT_CIRCUIT:
            found, why = list(self._beyond(task)), f"{task} ended the way"
        else:
            found, why = self._ways.not_followed(task, followed), f"{task} did not pick it"
        found = [one for one in found if self._plan.tasks[one].teardown is None]
        for one in found:
            self._why.setdefault(one, {})[task] = why
        self._by[task] = found
        return found

    def forget(self, task: str) -> None:
        """Take back what a branch or short circuit left out: it decides anew."""
        for one in self._by.pop(task, ()):
            del self._why[one][task]
        self._picks.pop(task, None)
        self._cut.clear()

    def infer(self, standings: Standings) -> None:
        """Take what was left out from how the tasks of a run stand that somebody else drove.

        What comes directly after a branch, was skipped and never tried, it did not pick. A short circuit
        ended the way where all that comes directly after it stands like that.
        """
        for task in self._plan.tasks.values():
            if task.kind not in (Kind.BRANCH, Kind.SHORT_CIRCUIT):
                continue
            if standings.states[task.id] is not TaskState.SUCCESS:
                continue
            after = [one for one in self._ways.downstream.of(task.id) if one not in self._teardowns]
            skipped = [
                one
                for one in after
                if standings.states[one] is TaskState.SKIPPED and not standings.tries.get(one)
            ]
            if task.kind is Kind.SHORT_CIRCUIT:
                if after and len(skipped) == len(after):
                    self.leave_out(task.id, ())
            elif skipped:
                self._by[task.id] = skipped
                for one in skipped:
                    self._why.setdefault(one, {})[task.id] = f"{task.id} did not pick it"

    @cached_property
    def _teardowns(self) -> set[str]:
        return {task.id for task in self._plan.tasks.values() if task.teardown is not None}

    def _beyond(self, short_circuit: str) -> Iterator[str]:
        """All that comes after a short circuit, but for what an earlier one cut off already."""
        left = [short_circuit]
        while left:
            for task in self._ways.downstream.of(left.pop()):
                if task not in self._cut:
                    self._cut.add(task)
                    left.append(task)
                    yield task
