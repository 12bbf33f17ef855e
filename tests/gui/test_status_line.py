from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from flowdesk.errors import Place, Problem, Severity
from flowdesk.gui.status_line import StatusLine
from flowdesk.gui.times import duration
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, run_row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train", "get"))


@pytest.fixture
def line(session: Session, qtbot: QtBot) -> StatusLine:
    made = StatusLine(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_run_it_says_nothing_of_one(line: StatusLine) -> None:
    assert (line.standing.text(), line.counts.text(), line.elapsed.text()) == ("", "", "")
    assert not line.icon.isVisible()


def test_it_tells_the_run_its_state_and_how_far_it_is(session: Session, line: StatusLine) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "failed", seq=2)], run_row(number=3))
    assert line.standing.text() == "Run #3 · Running"
    assert line.counts.text() == "1/2 done · 1 failed"
    assert line.icon.isVisible()


def test_a_status_tip_has_the_line_to_itself(session: Session, line: StatusLine) -> None:
    line.showMessage("Zoom in")
    open_run(session, PLAN, begun())
    assert not line.icon.isVisible()
    line.clearMessage()
    assert line.icon.isVisible()


def test_a_status_tip_keeps_the_line_to_itself_when_problems_come(line: StatusLine, qtbot: QtBot) -> None:
    line.showMessage("Zoom in")
    problem = Problem("FD001", "there is no such file", Place("/p.toml", 1, 1, 1, 1), Severity.ERROR)
    line.problems.count([problem])
    qtbot.waitUntil(line.problems.buttons[Severity.ERROR].isVisible)
    QCoreApplication.processEvents()
    assert not line.standing.isVisible()
    # What sets the bar's height must not come and go, whatever font and style say.
    assert line.problems.minimumSizeHint().height() <= line.live.minimumHeight()


def test_of_a_dead_engine_no_task_is_said_to_run(session: Session, line: StatusLine) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2)[:1]])
    assert line.counts.text() == "0/2 done · 1 running"
    session.feed.run_interrupted.emit("r1")
    assert line.counts.text() == "0/2 done · 1 interrupted"


def test_the_time_for_which_a_run_was_over_is_none_that_it_took(session: Session, line: StatusLine) -> None:
    failed = Event(2, "run_1", 110.0, EventKind.RUN_FINISHED, None, None, {"state": "failed"})
    again = Event(3, "run_1", 500.0, EventKind.RUN_RESUMED, None, None, {})
    end = Event(4, "run_1", 505.0, EventKind.RUN_FINISHED, None, None, {"state": "success"})
    begin = Event(1, "run_1", 100.0, EventKind.RUN_STARTED, None, None, {})
    open_run(session, PLAN, [begin, failed, again, end])
    assert line.elapsed.text() == duration(15.0)
