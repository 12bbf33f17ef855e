"""How the tasks of each group stand, counted: one change costs as much as its task lies deep."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.plan.plan import Plan
    from flowdesk.plan.states import RunState, TaskState


class GroupStates:
    """The tasks of a plan by group, at any depth, and how many of them are in which state."""

    def __init__(self, plan: Plan) -> None:
        self._members = dict.fromkeys(plan.groups, 0)
        self._counts: dict[str, Counter[RunState | TaskState]] = {group: Counter() for group in plan.groups}
        self._states: dict[str, RunState | TaskState] = {}
        self._round: dict[str, tuple[str, ...]] = {"": ()}
        for group in plan.groups.values():
            self._round[group.id] = (*self._round[group.parent or ""], group.id)
        for task in plan.tasks:
            for group_id in self._round[task.rpartition(".")[0]]:
                self._members[group_id] += 1

    def members(self, group: str) -> int:
        """How many tasks lie in a group, at any depth."""
        return self._members[group]

    def counts(self, group: str) -> Mapping[RunState | TaskState, int]:
        """How many of a group's tasks are in which state, without zeros; those never taken up are in none."""
        return +self._counts[group]

    def round(self, task: str) -> tuple[str, ...]:
        """The groups in which a task lies, from the outside in."""
        return self._round[task.rpartition(".")[0]]

    def take(self, task: str, state: RunState | TaskState) -> bool:
        """Note how a task stands now; whether that is new."""
        before = self._states.get(task)
        if before is state:
            return False
        self._states[task] = state
        for group in self.round(task):
            if before is not None:
                self._counts[group][before] -= 1
            self._counts[group][state] += 1
        return True

    def clear(self) -> None:
        """Forget how everything stands."""
        self._states.clear()
        for counts in self._counts.values():
            counts.clear()
