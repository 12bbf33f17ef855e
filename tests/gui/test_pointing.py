from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.pointing import Pointer
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, run_row

if TYPE_CHECKING:
    from flowdesk.gui.lookup import Lookup
    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("mail", "get"))
EVENTS = [*begun(), *ended("get", "failed", seq=2)]


def test_a_task_is_selected_once_the_pipeline_is_there(session: Session) -> None:
    Pointer(session, "", "mail[3]")
    assert session.task == ""
    open_run(session, PLAN, EVENTS)
    assert session.task == "mail"


def test_a_run_is_shown_though_another_one_is_there_first(session: Session) -> None:
    asked: list[Lookup] = []
    session.feed._lookup_given.connect(asked.append)
    Pointer(session, "7", "mail")
    open_run(session, PLAN, begun())
    assert session.task == ""
    asked[0].take("r7")
    open_run(session, PLAN, begun("r7"), run_row("r7", 7))
    assert session.task == "mail"


def test_a_task_that_is_not_there_is_told_once(session: Session) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    Pointer(session, "", "gone")
    open_run(session, PLAN, begun())
    open_run(session, PLAN, begun("r2"), run_row("r2", 2))
    assert told == ["There is no task 'gone' in what is shown."]


def test_a_run_that_is_not_there_is_told(session: Session) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    asked: list[Lookup] = []
    session.feed._lookup_given.connect(asked.append)
    Pointer(session, "99", "get")
    asked[0].take("")
    assert told == ["This pipeline has no such run."]
