"""What the store takes and hands out, one named tuple each. Times are seconds since the epoch (UTC).

Frozen dataclasses were refused: to make these nine took 10 ms, a quarter of a short command; now it is 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.instances import UNMAPPED, name_of
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.plan.states import RunState, TaskState, TryState


class RunRow(NamedTuple):
    """One run of a pipeline. `number` counts all runs of the store from 1 and is what people type.

    `path` is the absolute path of the pipeline's file, `state` already says `interrupted` where the
    engine died; its `finished_at` is then when the run was last heard of. `reason` tells why a run ended
    as it did, where that is not plain. `logical_date` is in ISO 8601, `params` a JSON object of JSON texts
    (a secret one is masked), `parent` the id of the run that this one is a task of. `paused`: nothing
    further starts. `idle`: for how many seconds it was over before it was gone on with, where that was asked
    for too.
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
    logical_date: str | None = None
    params: str = "{}"
    parent: str | None = None
    paused: bool = False
    idle: float = 0.0


class TaskRow(NamedTuple):
    """A task of a run: how it stands and how many tries it has had.

    `failures` are the failed tries since it was last cleared, which its retries are counted by;
    `retry_at` is when the next try is due (up_for_retry). `expanded` is how many tasks were made of a
    mapped one, whose rows follow it; None: not yet, or it is not mapped.
    """

    run_id: str
    task: str
    state: TaskState
    tries: int
    reason: str | None
    started_at: float | None
    finished_at: float | None
    map_index: int = UNMAPPED
    failures: int = 0
    retry_at: float | None = None
    expanded: int | None = None

    @property
    def name(self) -> str:
        """The task's id, with the index of a mapped one."""
        return name_of(self.task, self.map_index)


class TryRow(NamedTuple):
    """One attempt of a task. `log` is the absolute path of what it printed.

    `rendered` is a JSON object of what was carried out, secrets masked: `code` (a list of texts), `env`,
    `cwd`, where templates made them. `cached_from` is the run whose values were used again.
    """

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
    map_index: int = UNMAPPED
    rendered: str | None = None
    fingerprint: str | None = None
    cached_from: str | None = None

    @property
    def name(self) -> str:
        """The task's id, with the index of a mapped one."""
        return name_of(self.task, self.map_index)


class Edit(NamedTuple):
    """That a pushed value was edited: `original`, of `original_type`, is what the task pushed.

    Of a secret one, `original` is the text of a mask, or both are in plain as the value is.
    """

    original_type: str
    original: str
    edited_at: float
    by: str


class ValueRow(NamedTuple):
    """A pushed value. `value` is JSON text as `xcom.values` writes it, `type` the value's own type.

    `seq` is the number of its `value_pushed` event. Of a `secret` one, `value` is the text of a mask. Where
    a person edited it, `value` and `type` are the edited one's, and `edit` tells of the original.
    """

    run_id: str
    task: str
    try_number: int
    key: str
    type: str
    value: str
    pushed_at: float
    seq: int
    map_index: int = UNMAPPED
    secret: bool = False
    edit: Edit | None = None

    @property
    def name(self) -> str:
        """The task's id, with the index of a mapped one."""
        return name_of(self.task, self.map_index)

    @property
    def is_edited(self) -> bool:
        """Whether a person put another value in its place."""
        return self.edit is not None


class EditRow(NamedTuple):
    """What a person put in the place of a value. `seq` is the number of its `value_edited` event.

    The rest as in `ValueRow`; one that is not `is_current` was edited again, or the original restored.
    """

    run_id: str
    task: str
    try_number: int
    key: str
    type: str
    value: str
    edited_at: float
    seq: int
    map_index: int
    secret: bool
    by: str
    is_current: bool


class PullRow(NamedTuple):
    """Who pulled what: try `try_number` of `task` took `source_task`'s `key` of try `source_try`.

    `source_try` is None where nothing was pushed and the default, or nothing, stood in. `source_run` is
    the id of the run that the value is of, where that is not this one.
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
    map_index: int = UNMAPPED
    source_map_index: int = UNMAPPED
    source_run: str | None = None


class RequestRow(NamedTuple):
    """What somebody asks of the engine of a run, and its answer once there is one.

    `task` is a task's id or name (`train[3]`); `data` is a JSON object, by kind as `engine.requests` says.
    """

    id: int
    run_id: str
    kind: str
    task: str | None
    requested_at: float
    answer: str | None
    data: str = "{}"


class NewRun(NamedTuple):
    """A run about to start. `path` is absolute, `plan` is JSON text, `source` the file's text.

    The rest as in `RunRow`.
    """

    id: str
    pipeline: str
    path: str
    plan: str
    source: str
    logical_date: str | None = None
    params: str = "{}"
    parent: str | None = None


class Pulled(NamedTuple):
    """One value that a try is given; `position` counts from 0 within `argument`.

    `source_try` is None where nothing was pushed and the default, or nothing, stands in.
    """

    argument: str
    position: int
    source_task: str
    key: str
    source_try: int | None
    source_map_index: int = UNMAPPED
    source_run: str | None = None


class FinishedTry(NamedTuple):
    """How a try ended, and what became of its task. `delay`: seconds until the next try, if one comes.

    `failures` as in `TaskRow`, `followed` and `cached_from` as in the event. `pid` is the process that
    carried it out, where that was not noted before.
    """

    state: TryState
    task_state: TaskState
    reason: str | None = None
    exit_code: int | None = None
    signal: str | None = None
    delay: float = 0.0
    failures: int = 0
    followed: tuple[str, ...] | None = None
    cached_from: str | None = None
    pid: int | None = None
