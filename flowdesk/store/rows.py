"""What the store takes and hands out, one frozen dataclass each. Times are seconds since the epoch (UTC)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.plan.states import RunState, TaskState, TryState


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of a pipeline. `number` counts all runs of the store from 1 and is what people type.

    `path` is the absolute path of the pipeline's file, `state` already says `interrupted` where the
    engine died; its `finished_at` is then when the run was last heard of. `reason` tells why a run ended
    as it did, where that is not plain.
    """

    id: str
    number: int
    pipeline: str
    path: str
    definition: str
    state: RunState
    reason: str | None
    started_at: float
    finished_at: float | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of a run: how it stands and how many tries it has had."""

    run_id: str
    task: str
    state: TaskState
    tries: int
    reason: str | None
    started_at: float | None
    finished_at: float | None


@dataclass(frozen=True, slots=True)
class TryRow:
    """One attempt of a task. `log` is the absolute path of what it printed."""

    run_id: str
    task: str
    number: int
    state: TryState
    reason: str | None
    exit_code: int | None
    signal: str | None
    pid: int | None
    log: str
    started_at: float
    finished_at: float | None


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A pushed value. `value` is JSON text as `xcom.values` writes it, `type` the value's own type.

    `seq` is the number of its `value_pushed` event.
    """

    run_id: str
    task: str
    try_number: int
    key: str
    type: str
    value: str
    pushed_at: float
    seq: int


@dataclass(frozen=True, slots=True)
class PullRow:
    """Who pulled what: try `try_number` of `task` took `source_task`'s `key` of try `source_try`.

    `source_try` is None where nothing was pushed and the default, or nothing, stood in.
    """

    run_id: str
    task: str
    try_number: int
    argument: str
    position: int
    source_task: str
    key: str
    source_try: int | None
    pulled_at: float


@dataclass(frozen=True, slots=True)
class RequestRow:
    """What somebody asks of the engine of a run (`cancel`), and its answer once there is one."""

    id: int
    run_id: str
    kind: str
    task: str | None
    requested_at: float
    answer: str | None


@dataclass(frozen=True, slots=True)
class NewRun:
    """A run about to start. `path` is absolute, `plan` is JSON text, `source` the file's text."""

    id: str
    pipeline: str
    path: str
    plan: str
    source: str


@dataclass(frozen=True, slots=True)
class Pulled:
    """One value that a try is given; `position` counts from 0 within `argument`.

    `source_try` is None where nothing was pushed and the default, or nothing, stands in.
    """

    argument: str
    position: int
    source_task: str
    key: str
    source_try: int | None


@dataclass(frozen=True, slots=True)
class FinishedTry:
    """How a try ended, and what became of its task. `delay`: seconds until the next try, if one comes."""

    state: TryState
    task_state: TaskState
    reason: str | None = None
    exit_code: int | None = None
    signal: str | None = None
    delay: float = 0.0
