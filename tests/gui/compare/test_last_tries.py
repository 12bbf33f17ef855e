"""The last two tries of a task are compared only where there are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.compare.last_tries import why_not_compare_tries
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run

if TYPE_CHECKING:
    from flowdesk.gui.session import Session


def test_it_is_said_why_tries_cannot_be_compared(session: Session) -> None:
    assert why_not_compare_tries(session) == "No task of a run is selected"
    open_run(session, plan_of(bash("get")), [*begun(), *ended("get", "up_for_retry", seq=2)])
    session.select_task("get")
    assert why_not_compare_tries(session) == "'get' was tried only once"
    session.feed.events_arrived.emit("r1", [Event(4, "r1", 8.0, EventKind.TRY_STARTED, "get", 2)])
    assert not why_not_compare_tries(session)
