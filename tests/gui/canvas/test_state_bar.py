from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from flowdesk.gui.canvas.state_bar import StateBar
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

ROOM = QRectF(14, 56, 200, 28)


def test_each_state_has_its_share_and_the_bar_is_filled(ink: Ink) -> None:
    bar = StateBar(ROOM, ink)
    bar.show_counts({TaskState.WAITING: 100, TaskState.FAILED: 1, TaskState.SUCCESS: 299})
    assert [state for state, _ in bar.parts] == [TaskState.SUCCESS, TaskState.FAILED, TaskState.WAITING]
    success, failed, waiting = (box.width() for _, box in bar.parts)
    assert success > waiting > failed >= 4
    assert bar.parts[-1][1].right() == pytest.approx(ROOM.right())


def test_what_there_are_none_of_is_left_out(ink: Ink) -> None:
    bar = StateBar(ROOM, ink)
    bar.show_counts({TaskState.SUCCESS: 0})
    assert bar.parts == []
    bar.show_counts({})
    assert bar.parts == []
