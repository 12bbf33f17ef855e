from __future__ import annotations

import json

import pytest

from flowdesk.gui.icons import Icon
from flowdesk.gui.models.event_words import KINDS, as_json, look_of_event, told
from flowdesk.plan.events import Event, EventKind


def said(kind: EventKind, data: dict[str, object]) -> str:
    return told(Event(1, "r", 0.0, kind, "get", 1, data))


def test_every_kind_has_a_word_of_its_own() -> None:
    assert set(KINDS) == set(EventKind)
    assert len({word for word, _, _ in KINDS.values()}) == len(EventKind)


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        (EventKind.TRY_STARTED, {"asks": {"question": "Go on?"}}, "It asks: Go on?"),
        (EventKind.VALUE_PUSHED, {"key": "n", "type": "int", "preview": "3"}, "n: int = 3"),
        (
            EventKind.VALUE_EDITED,
            {"key": "n", "type": "int", "preview": "4", "original": "3", "by": "ann"},
            "n: int = 4, in the place of 3, by ann",
        ),
        (
            EventKind.VALUE_EDITED,
            {"key": "n", "type": "int", "preview": "3", "original": None},
            "n: int = 3, as it was pushed",
        ),
        (
            EventKind.TRY_FINISHED,
            {"task_state": "up_for_retry", "reason": "exit code 1", "delay": 5.0},
            "Up for retry, exit code 1, next try in 5.0 s",
        ),
        (EventKind.TASK_MOVED, {"state": "skipped", "reason": "not picked"}, "Skipped, not picked"),
        (EventKind.TASK_EXPANDED, {"count": 1200}, "Made into 1,200 tasks"),
        (
            EventKind.REQUEST_ANSWERED,
            {"kind": "clear", "answer": "get was cleared"},
            "clear: get was cleared",
        ),
        (
            EventKind.RUN_FINISHED,
            {"state": "failed", "reason": "timed out after 3 s"},
            "Failed: timed out after 3 s",
        ),
        (EventKind.RUN_STARTED, {}, ""),
    ],
)
def test_what_happened_is_told_in_a_few_words(kind: EventKind, data: dict[str, object], words: str) -> None:
    assert said(kind, data) == words


def test_an_event_looks_like_the_state_that_it_led_to() -> None:
    event = Event(1, "r", 0.0, EventKind.TRY_FINISHED, "get", 1, {"task_state": "failed"})
    assert look_of_event(event) == (Icon.STATE_FAILED, "failed")


def test_an_event_is_copied_as_a_line_of_json() -> None:
    event = Event(7, "r", 1.5, EventKind.TASK_EXPANDED, "모델", None, {"count": 2})
    assert json.loads(as_json(event)) == {
        "seq": 7,
        "run": "r",
        "at": 1.5,
        "event": "task_expanded",
        "task": "모델",
        "count": 2,
    }
