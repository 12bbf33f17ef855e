from __future__ import annotations

from typing import Any

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.spans import Span, SpanKind, Spans
from flowdesk.plan.states import TaskState, TryState
from tests.builders import bash, plan_of

PLAN = plan_of(bash("get", retries=1), bash("train", "get"))


class Told:
    """Events of a run, one a call."""

    def __init__(self) -> None:
        self.spans = Spans(PLAN)
        self._seq = 0

    def tell(self, at: float, kind: EventKind, task: str | None = None, **data: Any) -> None:  # noqa: ANN401 - as events have it
        self._seq += 1
        number = data.pop("number", None)
        index = data.pop("index", -1)
        self.spans.apply([Event(self._seq, "r", at, kind, task, number, data, index)])

    def start(self, at: float, task: str, number: int = 1, index: int = -1) -> None:
        self.tell(at, EventKind.TRY_STARTED, task, number=number, index=index)

    def finish(self, at: float, task: str, state: str = "success", number: int = 1, **data: Any) -> None:  # noqa: ANN401 - as events have it
        data = {"task_state": state, "state": "failed" if state == "up_for_retry" else state, **data}
        self.tell(at, EventKind.TRY_FINISHED, task, number=number, **data)


def begun() -> Told:
    told = Told()
    told.tell(0.0, EventKind.RUN_STARTED)
    return told


def test_what_lies_between_ready_and_start_was_spent_in_the_queue() -> None:
    told = begun()
    told.start(0.0, "get")
    told.finish(4.0, "get")
    told.start(6.0, "train")
    row = told.spans.rows["train"]
    assert row.spans == [Span(SpanKind.QUEUED, 4.0, 6.0, 1), Span(SpanKind.TRY, 6.0, None, 1)]
    assert (row.ready, row.started, row.ended) == (4.0, 6.0, None)


def test_a_failed_try_is_followed_by_its_delay_and_the_next_try() -> None:
    told = begun()
    told.start(0.0, "get")
    told.finish(1.0, "get", "up_for_retry", delay=5.0, reason="exit code 1")
    told.start(7.0, "get", 2)
    told.finish(8.0, "get", number=2)
    assert told.spans.rows["get"].spans == [
        Span(SpanKind.TRY, 0.0, 1.0, 1, TryState.FAILED, "exit code 1"),
        Span(SpanKind.DELAY, 1.0, 6.0, 2),
        Span(SpanKind.QUEUED, 6.0, 7.0, 2),
        Span(SpanKind.TRY, 7.0, 8.0, 2, TryState.SUCCESS),
    ]
    assert told.spans.rows["get"].started == 0.0


def test_a_task_that_is_skipped_is_a_mark_where_that_happened() -> None:
    told = begun()
    told.tell(2.0, EventKind.TASK_MOVED, "train", state="skipped", reason="not picked")
    assert told.spans.rows["train"].spans == [
        Span(SpanKind.MARK, 2.0, 2.0, 0, TaskState.SKIPPED, "not picked")
    ]


def test_a_cleared_task_is_ready_no_earlier_than_it_was_cleared() -> None:
    told = begun()
    told.start(0.0, "get")
    told.finish(1.0, "get")
    told.tell(2.0, EventKind.RUN_FINISHED, state="success")
    told.tell(9.0, EventKind.RUN_RESUMED)
    told.tell(9.0, EventKind.TASK_MOVED, "get", state="waiting")
    told.start(9.5, "get", 2)
    row = told.spans.rows["get"]
    assert (row.ready, row.started, row.ended) == (9.0, 9.5, None)
    assert [(pause.start, pause.end, pause.is_over) for pause in told.spans.pauses] == [(2.0, 9.0, True)]


def test_what_is_made_of_a_mapped_task_is_ready_once_it_was_expanded() -> None:
    told = begun()
    told.tell(3.0, EventKind.TASK_EXPANDED, "train", count=2)
    told.start(4.0, "train", index=0)
    assert told.spans.made == {"train": 2}
    assert told.spans.rows["train[0]"].spans[0] == Span(SpanKind.QUEUED, 3.0, 4.0, 1)
    told.tell(5.0, EventKind.TASK_MOVED, "train", state="success")
    spans = told.spans.rows["train"].spans
    assert spans[0] == Span(SpanKind.QUEUED, 0.0, 3.0)
    assert spans[1:] == [Span(SpanKind.MAPPED, 3.0, 5.0, 0, TaskState.SUCCESS)]
