from __future__ import annotations

from flowdesk.gui.replay.marks import SORTS, Sort, marks_of
from flowdesk.plan.events import Event, EventKind


def test_failures_retries_questions_edits_and_pauses_are_marked_and_nothing_else() -> None:
    events = [
        Event(1, "r", 1.0, EventKind.RUN_STARTED),
        Event(2, "r", 2.0, EventKind.TRY_STARTED, "a", 1),
        Event(3, "r", 3.0, EventKind.TRY_FINISHED, "a", 1, {"task_state": "up_for_retry"}),
        Event(4, "r", 4.0, EventKind.TRY_FINISHED, "a", 2, {"task_state": "failed"}),
        Event(5, "r", 5.0, EventKind.TRY_STARTED, "ok", 1, {"asks": {"question": "?"}}),
        Event(6, "r", 6.0, EventKind.VALUE_EDITED, "a", 2, {"key": "k"}),
        Event(7, "r", 7.0, EventKind.RUN_PAUSED),
        Event(8, "r", 8.0, EventKind.TASK_MOVED, "b", None, {"state": "failed"}, 3),
        Event(9, "r", 9.0, EventKind.TASK_MOVED, "c", None, {"state": "skipped"}),
    ]
    marks = marks_of(events)
    assert [(mark.seq, mark.sort) for mark in marks] == [
        (3, Sort.RETRY),
        (4, Sort.FAILURE),
        (5, Sort.QUESTION),
        (6, Sort.EDIT),
        (7, Sort.PAUSE),
        (8, Sort.FAILURE),
    ]
    assert marks[-1].name == "b[3]"


def test_every_sort_is_told_apart_by_its_icon() -> None:
    assert len({look.icon for look in SORTS.values()}) == len(Sort)
