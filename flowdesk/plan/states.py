"""The states of runs, tasks and tries, in Airflow's words, and the moves a task may make between them.

`MOVES` is the whole truth: the engine moves a task only along it, and the window colours by it.
"Queued" is no state of its own: a task that waits although all it needs is there waits for a worker,
which whoever shows it can see from the plan. An interrupted run is one whose engine died; nobody
is left to write that down, so the store derives it from the engine's lease.
"""

from __future__ import annotations

from enum import StrEnum


class RunState(StrEnum):
    """How a run stands."""

    RUNNING = "running"
    SUCCESS = "success"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"

    @property
    def is_final(self) -> bool:
        """Whether no engine works on the run any more."""
        return self is not RunState.RUNNING


class TaskState(StrEnum):
    """How a task of a run stands."""

    WAITING = "waiting"
    RUNNING = "running"
    UP_FOR_RETRY = "up_for_retry"
    SUCCESS = "success"
    FAILED = "failed"
    UPSTREAM_FAILED = "upstream_failed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    """Of a mapped task that was expanded anew into fewer: what it did before stays on record."""

    @property
    def is_final(self) -> bool:
        """Whether the task will not move again in this run by itself; somebody may clear or mark it."""
        return self not in OPEN


class TryState(StrEnum):
    """How one attempt of a task ended, or that it has not yet."""

    RUNNING = "running"
    SUCCESS = "success"
    FAILED = "failed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    """The engine died under it, and another one took the run up. It counts as no failure."""


def words(state: StrEnum) -> str:
    """A state of a run, task or try as it stands in a sentence: "upstream failed"."""
    return state.value.replace("_", " ")


ENDS = {
    TryState.SUCCESS: TaskState.SUCCESS,
    TryState.FAILED: TaskState.FAILED,
    TryState.SKIPPED: TaskState.SKIPPED,
    TryState.CANCELLED: TaskState.CANCELLED,
    TryState.INTERRUPTED: TaskState.CANCELLED,
}
"""What a task comes to by its last try. Interrupted is an end only where the run is cancelled."""

OPEN = frozenset({TaskState.WAITING, TaskState.RUNNING, TaskState.UP_FOR_RETRY})
"""The states that a task leaves by itself."""

_BY_HAND = frozenset({TaskState.WAITING, TaskState.SUCCESS, TaskState.FAILED, TaskState.SKIPPED})
"""Where people move a task to that ended: they clear it, or mark it."""

_OF_MAPPED = frozenset({TaskState.RUNNING, TaskState.CANCELLED})
"""Where a mapped task that ended goes besides, when one of those made of it is cleared or marked."""

_AFRESH = _BY_HAND | _OF_MAPPED

MOVES: dict[TaskState, frozenset[TaskState]] = {
    TaskState.WAITING: frozenset(
        {
            TaskState.RUNNING,
            TaskState.SUCCESS,  # a joint has nothing to carry out; or it is marked
            TaskState.FAILED,  # it is marked
            TaskState.UPSTREAM_FAILED,
            TaskState.SKIPPED,
            TaskState.CANCELLED,
            TaskState.REMOVED,
        }
    ),
    TaskState.RUNNING: frozenset(
        {
            TaskState.SUCCESS,
            TaskState.FAILED,
            TaskState.UP_FOR_RETRY,
            TaskState.SKIPPED,
            TaskState.CANCELLED,
            TaskState.WAITING,  # its try was interrupted; a mapped one is cleared with those made of it
        }
    ),
    TaskState.UP_FOR_RETRY: frozenset({TaskState.RUNNING, TaskState.CANCELLED}) | _BY_HAND,
    TaskState.SUCCESS: _AFRESH - {TaskState.SUCCESS},
    TaskState.FAILED: _AFRESH - {TaskState.FAILED},
    TaskState.UPSTREAM_FAILED: _BY_HAND,
    TaskState.SKIPPED: _AFRESH - {TaskState.SKIPPED},
    TaskState.CANCELLED: _AFRESH - {TaskState.CANCELLED},
    TaskState.REMOVED: frozenset({TaskState.WAITING}),
}
"""To WAITING from an end: somebody cleared the task, its group is tried again, or another one's mark
changed what it was decided by.
"""
