from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.part_strip import PartStrip
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session


def test_a_run_of_a_part_says_so_and_a_run_of_all_does_not(session: Session, qtbot: QtBot) -> None:
    strip = PartStrip(session)
    qtbot.addWidget(strip)
    open_run(session, plan_of(bash("get")), begun())
    strip.tell(1, 1)
    assert strip.isHidden()
    strip.tell(1, 20)
    assert not strip.isHidden()
    assert strip.text.text() == "Run #1 was asked for 1 task of 20; the others are dimmed and did not run."
