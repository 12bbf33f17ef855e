from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.replay.bar import ReplayBar
from flowdesk.gui.replay.moment_strip import MomentStrip
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train"))


def test_the_bar_is_there_while_a_run_is_shown(session: Session, qtbot: QtBot) -> None:
    bar = ReplayBar(session)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), over(4)])
    assert not bar.isHidden()
    assert bar.time.text() == "3.0 s"
    session.show_file()
    assert bar.isHidden()


def test_a_moment_of_the_past_is_said_and_left_again(session: Session, qtbot: QtBot) -> None:
    bar = ReplayBar(session)
    strip = MomentStrip(session, bar.player)
    qtbot.addWidget(bar)
    qtbot.addWidget(strip)
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), over(4)])
    assert (strip.isHidden(), bar.now.isEnabled()) == (True, False)
    session.show_moment(3)
    assert (strip.isHidden(), bar.now.isEnabled(), bar.time.text()) == (False, True, "2.0 s / 3.0 s")
    assert "run #1 as it was at" in strip.text.text()
    strip.button.click()
    assert (strip.isHidden(), session.moment) == (True, None)


def test_the_strip_counts_as_its_clock_does_while_the_bar_leaves_breaks_out(
    session: Session, qtbot: QtBot
) -> None:
    bar = ReplayBar(session)
    strip = MomentStrip(session, bar.player)
    qtbot.addWidget(bar)
    qtbot.addWidget(strip)
    resumed = Event(5, "r1", 90.0, EventKind.RUN_RESUMED)
    again = Event(6, "r1", 94.0, EventKind.RUN_FINISHED, data={"state": "success"})
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), over(4), resumed, again])
    session.show_moment(5)
    assert "1:26 after it began" in strip.text.text()
    assert bar.time.text() == "3.0 s / 7.0 s"
