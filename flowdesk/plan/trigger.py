"""Trigger rules: what a task does, given how its direct upstream stand. The semantics are Airflow's.

A rule is a function from a tally to a verdict, and `RULES` is their table; whoever drives tasks only
ever asks `verdict`, each time one more upstream has ended, so a further rule is one more line there.

Source: Airflow 3's `ti_deps/deps/trigger_rule_dep.py`. As there, a task without upstream starts
whatever its rule, the `one_` rules do not wait for the others, and what can no longer come true is
decided at once. Its thirteenth rule, `all_done_setup_success`, is what a teardown has of itself: see
`plan.teardowns`. A mapped upstream counts as many times as there are tasks made of it.
"Cancelled" is ours: it counts as ended, and a rule that asks for more than an end is cancelled by it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache

from flowdesk.plan.states import TaskState


class TriggerRule(StrEnum):
    """When a task starts. Airflow's names."""

    ALL_SUCCESS = "all_success"
    ALL_FAILED = "all_failed"
    ALL_DONE = "all_done"
    ALL_DONE_MIN_ONE_SUCCESS = "all_done_min_one_success"
    ALL_SKIPPED = "all_skipped"
    ONE_SUCCESS = "one_success"
    ONE_FAILED = "one_failed"
    ONE_DONE = "one_done"
    NONE_FAILED = "none_failed"
    NONE_FAILED_MIN_ONE_SUCCESS = "none_failed_min_one_success"
    NONE_SKIPPED = "none_skipped"
    ALWAYS = "always"


_NONE: frozenset[TaskState] = frozenset()


class Tally:
    """How a task's direct upstream stand: `open` have not ended, `ended` is how the others did."""

    __slots__ = ("ended", "open")

    def __init__(self, many: int) -> None:
        self.open = many
        self.ended = _NONE

    def add(self, state: TaskState, many: int = 1) -> None:
        """Note that one more upstream has ended, or that many have."""
        self.open -= many
        if state not in self.ended:
            self.ended = _with(self.ended, state)

    @property
    def any_failed(self) -> bool:
        """Whether one has failed, or could not start because of a failure."""
        return TaskState.FAILED in self.ended or TaskState.UPSTREAM_FAILED in self.ended


@cache
def _with(states: frozenset[TaskState], state: TaskState) -> frozenset[TaskState]:
    """The states and one more: the same few sets for all tallies."""
    return states | {state}


Rule = Callable[[Tally], TaskState | None]
"""From a tally to RUNNING (start now), a final state (never start), or None (wait on)."""


def verdict(rule: TriggerRule, tally: Tally) -> TaskState | None:
    """What a task with this rule does now."""
    if not tally.open and not tally.ended:
        return TaskState.RUNNING
    return RULES[rule](tally)


def _when_all_ended(tally: Tally, otherwise: TaskState = TaskState.RUNNING) -> TaskState | None:
    """Wait on while some are open; then `otherwise`."""
    return None if tally.open else otherwise


def _all_success(tally: Tally) -> TaskState | None:
    if tally.any_failed:
        return TaskState.UPSTREAM_FAILED
    if TaskState.CANCELLED in tally.ended:
        return TaskState.CANCELLED
    if TaskState.SKIPPED in tally.ended:
        return TaskState.SKIPPED
    return _when_all_ended(tally)


def _all_failed(tally: Tally) -> TaskState | None:
    if TaskState.SUCCESS in tally.ended or TaskState.SKIPPED in tally.ended:
        return TaskState.SKIPPED
    if TaskState.CANCELLED in tally.ended:
        return TaskState.CANCELLED
    return _when_all_ended(tally)


def _all_done_min_one_success(tally: Tally) -> TaskState | None:
    if TaskState.SKIPPED in tally.ended:  # in Airflow too, whatever the name says
        return TaskState.SKIPPED
    if TaskState.SUCCESS in tally.ended:
        return _when_all_ended(tally)
    return _when_all_ended(tally, TaskState.UPSTREAM_FAILED if tally.any_failed else TaskState.CANCELLED)


def _all_skipped(tally: Tally) -> TaskState | None:
    if TaskState.SUCCESS in tally.ended or tally.any_failed:
        return TaskState.SKIPPED
    if TaskState.CANCELLED in tally.ended:
        return TaskState.CANCELLED
    return _when_all_ended(tally)


def _one_success(tally: Tally) -> TaskState | None:
    if TaskState.SUCCESS in tally.ended:
        return TaskState.RUNNING
    if tally.any_failed:
        return _when_all_ended(tally, TaskState.UPSTREAM_FAILED)
    return _when_all_ended(tally, _unfulfilled(tally))


def _one_failed(tally: Tally) -> TaskState | None:
    if tally.any_failed:
        return TaskState.RUNNING
    return _when_all_ended(tally, _unfulfilled(tally))


def _one_done(tally: Tally) -> TaskState | None:
    if TaskState.SUCCESS in tally.ended or TaskState.FAILED in tally.ended:
        return TaskState.RUNNING
    return _when_all_ended(tally, _unfulfilled(tally))


def _unfulfilled(tally: Tally) -> TaskState:
    return TaskState.CANCELLED if TaskState.CANCELLED in tally.ended else TaskState.SKIPPED


def _none_failed(tally: Tally) -> TaskState | None:
    if tally.any_failed:
        return TaskState.UPSTREAM_FAILED
    if TaskState.CANCELLED in tally.ended:
        return TaskState.CANCELLED
    return _when_all_ended(tally)


def _none_failed_min_one_success(tally: Tally) -> TaskState | None:
    found = _none_failed(tally)
    if found is TaskState.RUNNING and TaskState.SUCCESS not in tally.ended:
        return TaskState.SKIPPED
    return found


def _none_skipped(tally: Tally) -> TaskState | None:
    if TaskState.SKIPPED in tally.ended:
        return TaskState.SKIPPED
    if TaskState.CANCELLED in tally.ended:
        return TaskState.CANCELLED
    return _when_all_ended(tally)


RULES: dict[TriggerRule, Rule] = {
    TriggerRule.ALL_SUCCESS: _all_success,
    TriggerRule.ALL_FAILED: _all_failed,
    TriggerRule.ALL_DONE: _when_all_ended,
    TriggerRule.ALL_DONE_MIN_ONE_SUCCESS: _all_done_min_one_success,
    TriggerRule.ALL_SKIPPED: _all_skipped,
    TriggerRule.ONE_SUCCESS: _one_success,
    TriggerRule.ONE_FAILED: _one_failed,
    TriggerRule.ONE_DONE: _one_done,
    TriggerRule.NONE_FAILED: _none_failed,
    TriggerRule.NONE_FAILED_MIN_ONE_SUCCESS: _none_failed_min_one_success,
    TriggerRule.NONE_SKIPPED: _none_skipped,
    TriggerRule.ALWAYS: lambda _: TaskState.RUNNING,
}
