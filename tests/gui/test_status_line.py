from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.status_line import StatusLine
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
