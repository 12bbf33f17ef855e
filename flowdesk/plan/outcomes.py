"""How tasks can stand while a run goes on, and what each trigger rule makes of how its upstream stand.

The rules of `plan.trigger` turned round: not "what follows from these states" but "which states lead to
this one". `tests/plan/test_outcomes.py` holds both to each other, for every rule and every tally.
"""

from __future__ import annotations

from enum import IntFlag

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.trigger import TriggerRule
from flowdesk.records import NamedTuple


class Stand(IntFlag):
    """How a task stands, or a set of ways in which it may. OPEN is whatever is not an end."""

    SUCCESS = 1
    FAILED = 2
    UPSTREAM_FAILED = 4
    SKIPPED = 8
    OPEN = 16


NOTHING = Stand(0)
S, F, U, K, O = Stand  # noqa: E741 - the tables below are read by their letters
ENDED = S | F | U | K


class Need(NamedTuple):
    """What must hold of a task's upstream: each one among `every`, and at least one among `some`.

    None: it does not matter how they stand.
    """

    every: Stand | None = None
    some: Stand | None = None


_R = TriggerRule

RUNS: dict[TriggerRule, Need] = {
    _R.ALL_SUCCESS: Need(S),
    _R.ALL_FAILED: Need(F | U),
    _R.ALL_DONE: Need(ENDED),
    _R.ALL_DONE_MIN_ONE_SUCCESS: Need(S | F | U, S),
    _R.ALL_SKIPPED: Need(K),
    _R.ONE_SUCCESS: Need(None, S),
    _R.ONE_FAILED: Need(None, F | U),
    _R.ONE_DONE: Need(None, S | F),
    _R.NONE_FAILED: Need(S | K),
    _R.NONE_FAILED_MIN_ONE_SUCCESS: Need(S | K, S),
    _R.NONE_SKIPPED: Need(S | F | U),
    _R.ALWAYS: Need(),
}
"""With what upstream a task starts."""

FAILS: dict[TriggerRule, Need] = {
    _R.ALL_SUCCESS: Need(None, F | U),
    _R.ALL_DONE_MIN_ONE_SUCCESS: Need(F | U),
    _R.ONE_SUCCESS: Need(F | U | K, F | U),
    _R.NONE_FAILED: Need(None, F | U),
    _R.NONE_FAILED_MIN_ONE_SUCCESS: Need(None, F | U),
}
"""With what upstream it is upstream_failed."""

SKIPS: dict[TriggerRule, Need] = {
    _R.ALL_SUCCESS: Need(None, K),
    _R.ALL_FAILED: Need(None, S | K),
    _R.ALL_DONE_MIN_ONE_SUCCESS: Need(None, K),
    _R.ALL_SKIPPED: Need(None, S | F | U),
    _R.ONE_SUCCESS: Need(K),
    _R.ONE_FAILED: Need(S | K),
    _R.ONE_DONE: Need(U | K),
    _R.NONE_FAILED_MIN_ONE_SUCCESS: Need(K),
    _R.NONE_SKIPPED: Need(None, K),
}
"""With what upstream it is skipped."""

_WAITS: dict[TriggerRule, Need] = {
    **{rule: Need((need.every or ENDED) | O, O) for rule, need in RUNS.items() if rule is not _R.ALWAYS},
    _R.ONE_SUCCESS: Need(F | U | K | O, O),
    _R.ONE_FAILED: Need(S | K | O, O),
    _R.ONE_DONE: Need(U | K | O, O),
}
"""With what upstream nothing is decided yet. `always` never waits."""


def runs(task: Task) -> Need:
    """With what upstream a task starts."""
    return RUNS[task.trigger_rule] if task.upstream else Need()


def open_needs(task: Task) -> list[Need]:
    """With what upstream a task may be open: while it waits or, where there is something to do, runs."""
    waits = [_WAITS[task.trigger_rule]] if task.upstream and task.trigger_rule in _WAITS else []
    return waits if task.kind is Kind.JOINT else [runs(task), *waits]


def is_done_at_once(task: Task) -> bool:
    """Whether a task succeeds as the run begins, before any branch could skip it."""
    return task.kind is Kind.JOINT and (not task.upstream or task.trigger_rule is _R.ALWAYS)


def can_skip_itself(task: Task) -> bool:
    """Whether the file says that a task may end as skipped of itself."""
    return bool(task.skip_on_exit_code)


def may_skip_itself(task: Task) -> bool:
    """Whether a task can: by its exit code, 99 where nothing is written, or an exception that says so."""
    return task.kind is not Kind.JOINT and task.skip_on_exit_code != ()
