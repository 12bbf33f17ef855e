from __future__ import annotations

from flowdesk.executors.executor import Finished, Pushed, Started
from flowdesk.executors.reports import finished, reports
from flowdesk.executors.worker.outcome import Outcome
from flowdesk.plan.states import TryState


def test_what_waited_for_the_end_comes_before_it() -> None:
    pushed = {"say": "pushed", "key": "k", "type": "int", "value": "1", "size": 1, "preview": "1"}
    started = {"say": "started", "pid": 7}
    end = {"say": "finished", "last": False, "state": "success", "held": [started, pushed]}
    assert reports("t/1", end) == [
        Started("t/1", 7),
        Pushed("t/1", "k", "int", "1", 1, "1"),
        Finished("t/1", TryState.SUCCESS),
    ]


def test_an_end_is_told_alike_by_a_message_and_by_an_outcome() -> None:
    outcome = Outcome(
        "failed", "exit code 3", 3, None, followed=["a"], no_retry=True, refused_key="k", at="x"
    )
    message = {"say": "finished", "last": False, **outcome._asdict()}
    end = Finished(
        "t/1", TryState.FAILED, "exit code 3", 3, None, ("a",), no_retry=True, refused_key="k", at="x"
    )
    assert reports("t/1", message) == [finished("t/1", outcome)] == [end]
