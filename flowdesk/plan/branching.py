"""Which tasks a branch leaves out, and which a short circuit cuts off. The semantics are Airflow's.

A branch skips what comes directly after it, but for what it picked and what comes after that, however
far: so a joint after two choices lives on with either. A short circuit that ends the way skips everything
that comes after it at any distance.

Source: Airflow 3's `SkipMixin.skip_all_except` and `ShortCircuitOperator` (with its default, which
ignores downstream trigger rules).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from flowdesk.plan.plan import Plan


class Ways:
    """The ways through a plan's graph, downstream. The graph must have no circle."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.downstream: dict[str, list[str]] = {}
        for task in plan.tasks.values():
            for source in task.upstream:
                self.downstream.setdefault(source, []).append(task.id)
        self._cut: set[str] = set()
        self._followers: dict[str, dict[str, frozenset[str]]] = {}

    def not_followed(self, branch: str, picked: Collection[str]) -> list[str]:
        """The direct downstream of a branch that is skipped when it picks these task or group ids."""
        after = self.downstream.get(branch, [])
        followed = self.reached(self.members(branch, picked), until=after)
        return [task for task in after if task not in followed]

    def members(self, branch: str, picked: Iterable[str]) -> list[str]:
        """What picking these ids means: of a group, its tasks that come directly after the branch."""
        names = set(picked)
        groups = tuple(f"{name}." for name in names)
        return [task for task in self.downstream.get(branch, []) if task in names or task.startswith(groups)]

    def choices(self, branch: str) -> list[str]:
        """What comes directly after a branch and can be picked; all of it where no choices are declared."""
        declared = self._plan.tasks[branch].choices
        return self.members(branch, declared) if declared else self.downstream.get(branch, [])

    def followers(self, branch: str) -> dict[str, frozenset[str]]:
        """By each task that can be picked, the direct downstream that is not skipped if it is."""
        if branch not in self._followers:
            after = self.downstream.get(branch, [])
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
            for task in self.downstream.get(left.pop(), ()):
                if task not in found and self.depths[task] <= deepest:
                    found.add(task)
                    left.append(task)
        return found

    def beyond(self, short_circuit: str) -> Iterator[str]:
        """All that comes after a short circuit, but for what an earlier call gave already."""
        left = [short_circuit]
        while left:
            for task in self.downstream.get(left.pop(), ()):
                if task not in self._cut:
                    self._cut.add(task)
                    left.append(task)
                    yield task

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many tasks lie on the longest way to each task."""
        depths = dict.fromkeys(self._plan.tasks, 0)
        open_ = {task.id: len(task.upstream) for task in self._plan.tasks.values()}
        done = [task for task, count in open_.items() if not count]
        for task in done:  # grows while it is walked
            for after in self.downstream.get(task, ()):
                depths[after] = max(depths[after], depths[task] + 1)
                open_[after] -= 1
                if not open_[after]:
                    done.append(after)
        return depths
