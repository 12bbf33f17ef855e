from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from flowdesk.gui.canvas.cell_marks import hatch_lines, paint_cell
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

BOX = QRectF(0, 0, 12, 11)


def shape_of(state: RunState | TaskState, ink: Ink) -> bytes:
    """What somebody sees of a cell who sees no colours: which dots differ much from the ground."""
    image = QImage(12, 11, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_cell(painter, BOX, state, ink)
    painter.end()
    colour = ink.colour(look_of(state).role)
    return bytes(image.pixelColor(x, y) == colour for x in range(12) for y in range(11))


def test_the_states_that_matter_have_a_shape_of_their_own(ink: Ink) -> None:
    states = [
        TaskState.SUCCESS,
        TaskState.FAILED,
        TaskState.UPSTREAM_FAILED,
        TaskState.SKIPPED,
        TaskState.CANCELLED,
        TaskState.RUNNING,
        TaskState.UP_FOR_RETRY,
        TaskState.WAITING,
    ]
    assert len({shape_of(state, ink) for state in states}) == len(states)


def test_a_hatching_stays_in_its_box_and_fills_it() -> None:
    for is_rising in (True, False):
        lines = hatch_lines(BOX, is_rising=is_rising)
        assert len(lines) > 3
        for line in lines:
            assert BOX.contains(line.p1())
            assert BOX.contains(line.p2())
