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


OPEN = frozenset({TaskState.WAITING, TaskState.RUNNING, TaskState.UP_FOR_RETRY})
"""The states that a task leaves by itself."""

MOVES: dict[TaskState, frozenset[TaskState]] = {
    TaskState.WAITING: frozenset(
        {
            TaskState.RUNNING,
            TaskState.SUCCESS,  # a joint has nothing to carry out
            TaskState.UPSTREAM_FAILED,
            TaskState.SKIPPED,
            TaskState.CANCELLED,
        }
    ),
    TaskState.RUNNING: frozenset(
        {
            TaskState.SUCCESS,
            TaskState.FAILED,
            TaskState.UP_FOR_RETRY,
            TaskState.SKIPPED,
            TaskState.CANCELLED,
        }
    ),
    TaskState.UP_FOR_RETRY: frozenset({TaskState.RUNNING, TaskState.CANCELLED}),
    TaskState.SUCCESS: frozenset(),
    TaskState.FAILED: frozenset(),
    TaskState.UPSTREAM_FAILED: frozenset(),
    TaskState.SKIPPED: frozenset(),
    TaskState.CANCELLED: frozenset(),
}
