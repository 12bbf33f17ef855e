from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.run_strip import RunStrip
from flowdesk.gui.wishes import Wish
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"))
PAUSED = Event(2, "r1", 5.0, EventKind.RUN_PAUSED)


def test_a_paused_run_can_be_resumed_where_it_is_said(session: Session, qtbot: QtBot) -> None:
    strip = RunStrip(session)
    qtbot.addWidget(strip)
    open_run(session, PLAN, begun())
    assert strip.isHidden()
    session.feed.events_arrived.emit("r1", [PAUSED])
    assert not strip.isHidden()
    assert strip.text.text().startswith("Run #1 is paused")
    with qtbot.waitSignal(session.feed._wish_made) as made:
        strip.button.click()
    assert made.args == ["r1", Wish("resume")]
    assert not strip.button.isEnabled()
    session.feed.events_arrived.emit("r1", [Event(3, "r1", 6.0, EventKind.RUN_CONTINUED)])
    assert strip.isHidden()


def test_an_interrupted_run_says_what_is_kept(session: Session, qtbot: QtBot) -> None:
    strip = RunStrip(session)
    qtbot.addWidget(strip)
    open_run(session, PLAN, [*begun(), PAUSED])
    session.feed.run_interrupted.emit("r1")
    assert not strip.isHidden()
    assert "was interrupted" in strip.text.text()
