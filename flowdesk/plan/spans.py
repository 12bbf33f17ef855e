"""What each task of a run spent its time on, by the run's events: tries, the delays between them, waits.

A task is *ready* once the last of those that it waited for has ended, or it was cleared; what lies between
that and its try is time in which no slot was free, or the run was paused.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from flowdesk.plan.events import EventKind
from flowdesk.plan.instances import task_of
from flowdesk.plan.states import TaskState, TryState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan


class SpanKind(StrEnum):
    """What a stretch of time went by with. MAPPED: with what was made of the task; MARK: with nothing."""

    QUEUED = "queued"
    TRY = "try"
    ASKING = "asking"
    DELAY = "delay"
    MAPPED = "mapped"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in seconds since the epoch. `end` is None while it lasts.

    `state` is what the try came to, or what the task was moved to; None while it runs.
    """

    kind: SpanKind
    start: float
    end: float | None = None
    number: int = 0
    state: TryState | TaskState | None = None
    reason: str | None = None
    is_cached: bool = False


@dataclass(slots=True)
class Row:
    """The spans of one name, oldest first. `ended`: when its task last came to an end; None: it has not.

    `since`: the task could not be ready before (the run began, or it was cleared).
    """

    name: str
    since: float
    spans: list[Span] = field(default_factory=list)
    state: TaskState = TaskState.WAITING
    ready: float | None = None
    started: float | None = None
    ended: float | None = None
    ready_at: float | None = None
    """When the delay before its next try is over."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which nothing started: the run was paused, or over until somebody asked for more."""

    start: float
    end: float | None = None
    is_over: bool = False


class Spans:
    """The rows of all names of a run, and its pauses. What `rows` holds is in the order of first events."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rows: dict[str, Row] = {}
        self.pauses: list[Pause] = []
        self.made: dict[str, int] = {}
        """How many tasks were made of a mapped one."""
        self.started: float | None = None
        self.last = 0.0
        self._since: dict[str, float] = {}

    def apply(self, events: Iterable[Event]) -> set[str]:
        """Take up events. Returns the names whose rows changed."""
        changed = set()
        for event in events:
            self.last = max(self.last, event.at)
            take = _TAKE.get(event.kind)
            if take is not None:
                take(self, event)
                if event.name is not None:
                    changed.add(event.name)
        return changed

    def row(self, name: str) -> Row:
        """The row of a name, made if it has none yet."""
        row = self.rows.get(name)
        if row is None:
            begun = self.last if self.started is None else self.started
            row = self.rows[name] = Row(name, self._since.get(task_of(name), begun))
        return row

    def _begin_run(self, event: Event) -> None:
        self.started = event.at if self.started is None else self.started
        self._end_pause(event.at)

    def _pause_run(self, event: Event) -> None:
        self._end_pause(event.at)
        self.pauses.append(Pause(event.at, is_over=event.kind is EventKind.RUN_FINISHED))

    def _end_pause(self, at: float) -> None:
        if self.pauses and self.pauses[-1].end is None:
            self.pauses[-1] = replace(self.pauses[-1], end=at)

    def _expand_task(self, event: Event) -> None:
        row = self._row_of(event)
        row.ready, row.started = self._ready(row, event.at), event.at
        if row.ready < event.at:
            row.spans.append(Span(SpanKind.QUEUED, row.ready, event.at))
        self.made[row.name] = event.data["count"]
        self._since[row.name] = event.at
        row.state, row.ended = TaskState.RUNNING, None
        row.spans.append(Span(SpanKind.MAPPED, event.at))

    def _start_try(self, event: Event) -> None:
        row = self._row_of(event)
        self._close(row, event.at)
        ready = row.ready_at or self._ready(row, event.at)
        if row.started is None:
            row.ready, row.started = ready, event.at
        number = event.try_number or 0
        if ready < event.at:
            row.spans.append(Span(SpanKind.QUEUED, ready, event.at, number))
        kind = SpanKind.ASKING if event.data.get("asks") else SpanKind.TRY
        row.spans.append(Span(kind, event.at, number=number))
        row.state, row.ended, row.ready_at = TaskState.RUNNING, None, None

    def _finish_try(self, event: Event) -> None:
        row, data = self._row_of(event), event.data
        row.state = TaskState(data["task_state"])
        state = TryState(data["state"]) if "state" in data else row.state
        is_cached = data.get("cached_from") is not None
        self._close(row, event.at, state=state, reason=data.get("reason"), is_cached=is_cached)
        if delay := data.get("delay"):
            row.ready_at = event.at + delay
            row.spans.append(Span(SpanKind.DELAY, event.at, row.ready_at, (event.try_number or 0) + 1))
        row.ended = event.at if row.state.is_final else None

    def _move_task(self, event: Event) -> None:
        row, state = self._row_of(event), TaskState(event.data["state"])
        row.state = state
        self._close(row, event.at, state=state, reason=event.data.get("reason"))
        if state is TaskState.WAITING:
            row.since, row.ready, row.started, row.ended, row.ready_at = event.at, None, None, None, None
        elif state.is_final:
            if row.started is None or (row.ended is not None and row.ended < event.at):
                row.spans.append(Span(SpanKind.MARK, event.at, event.at, 0, state, event.data.get("reason")))
            row.ready = self._ready(row, event.at) if row.ready is None else row.ready
            row.ended = event.at if row.ended is None else row.ended

    def _close(
        self,
        row: Row,
        at: float,
        *,
        state: TryState | TaskState | None = None,
        reason: str | None = None,
        is_cached: bool = False,
    ) -> None:
        """End what lasts; a delay that was cut short too."""
        last = row.spans[-1] if row.spans else None
        if last is not None and (last.end is None or (last.kind is SpanKind.DELAY and last.end > at)):
            row.spans[-1] = replace(last, end=at, state=state, reason=reason, is_cached=is_cached)

    def _ready(self, row: Row, at: float) -> float:
        """When a task that starts at a time could have started: after the last of those it waited for."""
        ends = [row.since]
        if row.name in self.plan.tasks:
            before = (self.rows.get(task) for task in self.plan.tasks[row.name].upstream)
            ends += [
                one.ended for one in before if one is not None and one.ended is not None and one.ended <= at
            ]
        return min(max(ends), at)

    def _row_of(self, event: Event) -> Row:
        if event.name is None:
            raise ValueError(f"event {event.seq} ({event.kind}) names no task")
        return self.row(event.name)


_TAKE: dict[EventKind, Callable[[Spans, Event], None]] = {
    EventKind.RUN_STARTED: Spans._begin_run,  # noqa: SLF001 - the table is the class's own
    EventKind.RUN_RESUMED: Spans._begin_run,  # noqa: SLF001 - as above
    EventKind.RUN_CONTINUED: Spans._begin_run,  # noqa: SLF001 - as above
    EventKind.RUN_PAUSED: Spans._pause_run,  # noqa: SLF001 - as above
    EventKind.RUN_FINISHED: Spans._pause_run,  # noqa: SLF001 - as above
    EventKind.TASK_EXPANDED: Spans._expand_task,  # noqa: SLF001 - as above
    EventKind.TRY_STARTED: Spans._start_try,  # noqa: SLF001 - as above
    EventKind.TRY_FINISHED: Spans._finish_try,  # noqa: SLF001 - as above
    EventKind.TASK_MOVED: Spans._move_task,  # noqa: SLF001 - as above
}
