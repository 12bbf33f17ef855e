from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF

from flowdesk.gui.canvas.made_tasks import Cell
from flowdesk.gui.canvas.mapped_strip import HEIGHT, MappedStrip, told
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

ROOM = QRectF(30, 60, 200, HEIGHT)


@pytest.fixture
def strip(ink: Ink) -> MappedStrip:
    return MappedStrip(ROOM, ink)


def test_each_task_has_a_cell_and_none_leaves_the_strip(strip: MappedStrip) -> None:
    for count in (1, 3, 40):
        strip.show_cells([Cell(TaskState.SUCCESS, 1, f"train[{index}]") for index in range(count)])
        assert len(strip.boxes) == count
        assert strip.boxes[-1].right() <= ROOM.right() + 0.01
        last = strip.cell_at(strip.boxes[-1].center())
        assert last is not None
        assert last.name == f"train[{count - 1}]"


def test_many_share_the_strip_by_their_number_and_one_is_still_seen(strip: MappedStrip) -> None:
    strip.show_cells([Cell(TaskState.SUCCESS, 9000), Cell(TaskState.FAILED, 1)])
    success, failed = strip.boxes
    assert success.width() > 180
    assert failed.width() >= 3
    assert failed.right() == pytest.approx(ROOM.right())


def test_before_there_are_any_nothing_can_be_chosen(strip: MappedStrip) -> None:
    assert strip.boxes
    assert strip.cell_at(strip.boxes[0].center()) is None
    assert strip.cell_at(QPointF(-5, -5)) is None


def test_the_cell_under_the_mouse_is_brought_out(strip: MappedStrip) -> None:
    strip.show_cells([Cell(TaskState.SUCCESS, 1, "train[0]"), Cell(TaskState.FAILED, 1, "train[1]")])
    assert strip.hover(strip.boxes[1].center())
    assert not strip.hover(strip.boxes[1].center() + QPointF(1, 0)), "it is the same one"
    assert strip.hover(None)


def test_a_cell_says_which_task_it_is_or_how_many() -> None:
    assert told(Cell(TaskState.FAILED, 1, "train[3]")) == "<b>train[3]</b><br>Failed"
    assert "1,200 of them: failed" in told(Cell(TaskState.FAILED, 1200))
