"""How a cell tells its state by its shape: full, cut, hatched, half full; colour says it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt

from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.ink import Ink

HATCH = 4.0  # pixels between the lines of a hatching
_EMPTY = 0.16  # how much of its colour an empty cell has


def paint_cell(painter: QPainter, box: QRectF, state: RunState | TaskState, ink: Ink) -> None:
    """Paint the cell of a task, or of many, in `state`."""
    role = look_of(state).role
    painter.fillRect(box, ink.colour(role, 1.0 if state in _FULL else _EMPTY))
    if state in _LEVELS:
        painter.fillRect(box.adjusted(0, box.height() * (1 - _LEVELS[state]), 0, 0), ink.colour(role))
    if state in _FULL:
        painter.setPen(ink.pen("surface", 1.25))
        painter.drawLines(_FULL[state](box))
        return
    painter.setPen(ink.pen(role, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLines(_LINES[state](box) if state in _LINES else [])
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def hatch_lines(box: QRectF, *, is_rising: bool) -> list[QLineF]:
    """Slanted lines that fill a box from edge to edge."""
    lines, height = [], box.height()
    begin = box.left() - height
    while (begin := begin + HATCH) < box.right():
        left, right = max(begin, box.left()), min(begin + height, box.right())
        down, up = left - begin, right - begin
        if is_rising:
            down, up = height - down, height - up
        lines.append(QLineF(left, box.top() + down, right, box.top() + up))
    return lines


def _nothing(_box: QRectF) -> list[QLineF]:
    return []


def _cross(box: QRectF) -> list[QLineF]:
    reach = min(box.width(), box.height()) / 2 - 1.5
    middle, one, other = box.center(), QPointF(reach, reach), QPointF(reach, -reach)
    return [QLineF(middle - one, middle + one), QLineF(middle - other, middle + other)]


def _rising(box: QRectF) -> list[QLineF]:
    return hatch_lines(box, is_rising=True)


def _falling(box: QRectF) -> list[QLineF]:
    return hatch_lines(box, is_rising=False)


def _strike(box: QRectF) -> list[QLineF]:
    middle = box.center().y()
    return [QLineF(box.left(), middle, box.right(), middle)]


_Lines = dict["RunState | TaskState", "Callable[[QRectF], list[QLineF]]"]
_FULL: _Lines = {TaskState.SUCCESS: _nothing, TaskState.FAILED: _cross}
_LINES: _Lines = {
    TaskState.UPSTREAM_FAILED: _falling,
    TaskState.SKIPPED: _rising,
    TaskState.CANCELLED: _strike,
    TaskState.REMOVED: _strike,
}
_LEVELS: dict[RunState | TaskState, float] = {
    TaskState.RUNNING: 0.5,
    TaskState.UP_FOR_RETRY: 0.28,
    RunState.INTERRUPTED: 0.28,
}
