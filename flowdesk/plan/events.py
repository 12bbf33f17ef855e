"""The events of a run: what the engine says happened, in the past tense and in one order.

Whoever shows a run, live or years later, shows it from its events alone. `data` holds, by kind:

    run_started      pipeline, path
    try_started      pid: int | None
    value_pushed     key, type: the value's own type, size: bytes of its JSON, preview: str
    try_finished     state: TryState, task_state: TaskState, reason: str | None, exit_code: int | None,
                     signal: str | None, delay: seconds until the next try (with task_state up_for_retry)
    task_moved       state: TaskState, reason: str | None; a move that no try brought about
    run_finished     state: RunState, reason: str | None
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened."""

    RUN_STARTED = "run_started"
    TRY_STARTED = "try_started"
    VALUE_PUSHED = "value_pushed"
    TRY_FINISHED = "try_finished"
    TASK_MOVED = "task_moved"
    RUN_FINISHED = "run_finished"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a run.

    `seq` orders all events of a store, `at` is in seconds since the epoch (UTC). `task` and
    `try_number` (from 1) are absent where the event is the run's.
    """

    seq: int
    run_id: str
    at: float
    kind: EventKind
    task: str | None = None
    try_number: int | None = None
    # Any: the keys depend on the kind, as the module says.
    data: dict[str, Any] = field(default_factory=dict)
