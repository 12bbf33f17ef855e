from __future__ import annotations

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.graph_states import state_words
from flowdesk.plan.run_view import RunView
from tests.builders import bash, plan_of


def test_each_task_is_told_as_it_stands_and_what_was_cut_off_too() -> None:
    view = RunView(plan_of(bash("a"), bash("b")), "r")
    view.apply(
        [
            Event(1, "r", 1.0, EventKind.RUN_STARTED),
            Event(2, "r", 1.0, EventKind.TRY_STARTED, "a", 1, {"pid": 1}),
        ]
    )
    assert state_words(view) == {"a": "running", "b": "waiting"}
    view.interrupt()
    assert state_words(view) == {"a": "interrupted", "b": "waiting"}
    assert state_words(None) == {}
