"""Each run that was seen running is told of once when it ends, whether it is shown or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.tray.ends import Ending, RunEnds
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.gui.sessions import PATH, begun, ended, open_run, over, run_row

if TYPE_CHECKING:
    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("put", "get"))


@pytest.fixture
def told(session: Session) -> list[Ending]:
    """What is told of the runs of a session whose file is open."""
    session.file.path = Path(PATH)
    endings: list[Ending] = []
    ends = RunEnds(session)
    ends.run_ended.connect(endings.append)
    return endings


def list_runs(session: Session, *states: RunState) -> None:
    rows = [run_row(f"r{number}", number, state) for number, state in enumerate(states, 1)]
    session.feed.runs_listed.emit(PATH, rows)


def test_the_shown_run_is_told_of_once_with_what_failed_first(session: Session, told: list[Ending]) -> None:
    open_run(session, PLAN, begun())
    assert not told
    last = over(4)._replace(data={"state": "failed"})
    session.feed.events_arrived.emit("r1", [*ended("get", "failed", seq=2), last])
    list_runs(session, RunState.FAILED)
    assert len(told) == 1
    assert told[0].failed[0] == "get"
    assert told[0].title == "test: Failed"
    assert told[0].text.split("\n") == ["Run #1 · 3.0 s", "get"]


def test_a_run_in_the_background_is_told_of(session: Session, told: list[Ending]) -> None:
    list_runs(session, RunState.RUNNING, RunState.RUNNING)
    list_runs(session, RunState.SUCCESS, RunState.RUNNING)
    assert [(ending.run.number, ending.state) for ending in told] == [(1, RunState.SUCCESS)]


def test_what_had_ended_before_is_no_news(session: Session, told: list[Ending]) -> None:
    list_runs(session, RunState.SUCCESS, RunState.FAILED)
    open_run(session, PLAN, [*begun(), over(2)])
    assert not told


def test_looking_at_the_past_of_a_run_ends_nothing(session: Session, told: list[Ending]) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2)])
    session.show_moment(1)
    session.show_moment(None)
    assert not told


def test_a_run_that_is_taken_up_again_ends_again(session: Session, told: list[Ending]) -> None:
    for state in (RunState.RUNNING, RunState.FAILED, RunState.RUNNING, RunState.SUCCESS):
        list_runs(session, state)
    assert [ending.state for ending in told] == [RunState.FAILED, RunState.SUCCESS]
