"""Trigger rules: what a task does, given how its direct upstream stand. The semantics are Airflow's.

A rule is a function from a tally to a verdict, and `RULES` is their table; whoever drives tasks only
ever asks the rule, each time one more upstream has ended, so a further rule is one more line there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from flowdesk.plan.states import TaskState


class TriggerRule(StrEnum):
    """When a task starts. Airflow's names."""

    ALL_SUCCESS = "all_success"


@dataclass(slots=True)
class Tally:
    """How a task's direct upstream stand: `open` have not ended, `ended` counts the others by state."""

    open: int
    ended: dict[TaskState, int] = field(default_factory=dict)

    def add(self, state: TaskState) -> None:
        """Note that one more upstream has ended."""
        self.open -= 1
        self.ended[state] = self.ended.get(state, 0) + 1


Rule = Callable[[Tally], TaskState | None]
"""From a tally to RUNNING (start now), a final state (never start), or None (wait on)."""


def _all_success(tally: Tally) -> TaskState | None:
    ended = tally.ended
    if TaskState.FAILED in ended or TaskState.UPSTREAM_FAILED in ended:
        return TaskState.UPSTREAM_FAILED
    if TaskState.CANCELLED in ended:
        return TaskState.CANCELLED
    if TaskState.SKIPPED in ended:
        return TaskState.SKIPPED
    return None if tally.open else TaskState.RUNNING


RULES: dict[TriggerRule, Rule] = {
    TriggerRule.ALL_SUCCESS: _all_success,
}
