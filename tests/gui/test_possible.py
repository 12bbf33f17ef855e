from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.possible import (
    why_not_edit,
    why_not_pause,
    why_not_restore,
    why_not_resume,
    why_not_retry,
    why_not_retry_task,
    why_not_stop,
)
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Push
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, over, run_row

if TYPE_CHECKING:
    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"))


def all_of(session: Session) -> tuple[str, str, str, str]:
    """The reasons against stop, pause, resume and retry."""
    return (why_not_stop(session), why_not_pause(session), why_not_resume(session), why_not_retry(session))


def test_of_a_run_under_way_it_is_said_why_it_cannot_be_resumed(session: Session) -> None:
    open_run(session, PLAN, begun())
    assert all_of(session) == (
        "",
        "",
        "Run #1 is running; only a paused or interrupted run can be resumed",
        "Nothing has failed in run #1",
    )


def test_a_paused_run_can_be_stopped_and_resumed(session: Session) -> None:
    open_run(session, PLAN, [*begun(), Event(2, "r1", 5.0, EventKind.RUN_PAUSED)])
    stop, pause, resume, _ = all_of(session)
    assert (stop, pause, resume) == ("", "Run #1 is paused already", "")


def test_a_run_that_is_over_can_only_be_retried(session: Session) -> None:
    events = [*begun(), *ended("get", "failed", seq=2), over(4)]
    open_run(session, PLAN, events, run_row(state=RunState.FAILED))
    assert all_of(session) == (
        "Run #1 is not running",
        "Run #1 is not running",
        "Run #1 is over; only a paused or interrupted run can be resumed",
        "",
    )
    assert why_not_retry_task(session, "get") == ""


def test_an_interrupted_run_is_resumed_first(session: Session) -> None:
    events = [*begun(), *ended("get", "failed", seq=2)]
    open_run(session, PLAN, events, run_row(state=RunState.INTERRUPTED))
    _, _, resume, retry = all_of(session)
    assert (resume, retry) == ("", "Run #1 was interrupted; resume it first")


def push(seq: int, kind: EventKind, **more: object) -> Event:
    data = {"key": "k", "type": "int", "size": 1, "preview": "1", **more}
    return Event(seq, "r1", 5.0, kind, "get", 1, data)


def test_only_what_is_in_use_can_be_edited_and_only_what_was_edited_restored(session: Session) -> None:
    plan = plan_of(bash("get")._replace(push=(Push("k", "int"), Push("j", "int"))))
    start, end = ended("get", "success", seq=2)
    pushed = push(3, EventKind.VALUE_PUSHED)
    open_run(session, plan, [*begun(), start, pushed])
    assert why_not_edit(session, "get", "k") == "'get' has not ended: it is running"
    open_run(session, plan, [*begun(), start, pushed, end._replace(seq=4)])
    assert why_not_edit(session, "get", "k") == ""
    assert why_not_edit(session, "get", "j") == "The last try of 'get' did not push 'j'"
    assert why_not_edit(session, "get", "x") == "'get' declares no key 'x'"
    assert why_not_restore(session, "get", "k") == "'k' of 'get' was not edited"
    edited = push(5, EventKind.VALUE_EDITED, original="1", by="Mia")
    session.feed.events_arrived.emit("r1", [edited])
    assert why_not_restore(session, "get", "k") == ""
