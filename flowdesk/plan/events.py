"""The events of a run: what the engine says happened, in the past tense and in one order.

Whoever shows a run, live or years later, shows it from its events alone. `data` holds, by kind:

    run_started      pipeline, path
    run_resumed      a new engine took up a run that was interrupted, or over: its state is running again
    run_paused       nothing further starts until run_continued
    run_continued
    task_expanded    count: how many tasks were made of a mapped one, from index 0; it runs until all ended
    try_started      asks: {question, choices, until} where a person is to answer
    value_pushed     key, type: the value's own type, preview: str, size: its bytes, wherever they lie (0 of a
                     secret one, whose preview is a mask)
    value_edited     key, type, preview, size: as of value_pushed, of what stands in the value's place from
                     now on; original: the preview of what the task pushed, None where that stands there
                     again; by: str, who edited it
    try_finished     state: TryState, task_state: TaskState, reason: str | None, exit_code: int | None,
                     signal: str | None, delay: seconds until the next try (with task_state up_for_retry),
                     followed: list[str] | None (what a branch picked), cached_from: str | None (the run
                     whose values were used again)
    task_moved       state: TaskState, reason: str | None; a move that no try brought about. To waiting:
                     the task was cleared and will run anew
    request_answered request: its id, kind, answer; task where it is about one
    run_finished     state: RunState, reason: str | None
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from flowdesk.plan.instances import UNMAPPED, name_of
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class EventKind(StrEnum):
    """What happened."""

    RUN_STARTED = "run_started"
    RUN_RESUMED = "run_resumed"
    RUN_PAUSED = "run_paused"
    RUN_CONTINUED = "run_continued"
    TASK_EXPANDED = "task_expanded"
    TRY_STARTED = "try_started"
    VALUE_PUSHED = "value_pushed"
    VALUE_EDITED = "value_edited"
    TRY_FINISHED = "try_finished"
    TASK_MOVED = "task_moved"
    REQUEST_ANSWERED = "request_answered"
    RUN_FINISHED = "run_finished"


class Event(NamedTuple):
    """One thing that happened in a run.

    `seq` orders all events of a store, `at` is in seconds since the epoch (UTC). `task` and
    `try_number` (from 1) are absent where the event is the run's. `map_index` is -1 for a task that is
    not mapped.
    """

    seq: int
    run_id: str
    at: float
    kind: EventKind
    task: str | None = None
    try_number: int | None = None
    # Any: the keys depend on the kind, as the module says.
    data: Mapping[str, Any] = MappingProxyType({})
    map_index: int = UNMAPPED

    @property
    def name(self) -> str | None:
        """The name of the task that it is about, with the index of a mapped one."""
        return None if self.task is None else name_of(self.task, self.map_index)
