from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from tests.journeys.stall_watch import LIMIT, Stall

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.journeys.stall_watch import StallWatch


def work(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_a_turn_that_takes_long_is_noted(stall_watch: StallWatch, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: work(1.5 * LIMIT))
    qtbot.wait(50)
    (stall,) = stall_watch.taken()
    assert stall.seconds > LIMIT
    assert stall.stacks


def test_neither_waiting_nor_a_tests_own_work_is_a_stall(stall_watch: StallWatch, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: time.sleep(1.5 * LIMIT))
    qtbot.wait(50)
    work(1.5 * LIMIT)
    qtbot.wait(50)
    assert stall_watch.taken() == []


def test_what_is_allowed_more_is_known_by_its_function() -> None:
    stall = Stall(0.15, [["page.py:_take:1", "docks.py:_on_settle_timeout:2"]])
    assert stall.seconds < stall.limit
    assert Stall(0.15, [["page.py:_take:1"]]).limit == LIMIT
    assert "page.py:_take:1 → docks.py:_on_settle_timeout:2" in str(stall)
