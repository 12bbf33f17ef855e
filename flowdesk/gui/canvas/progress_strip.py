"""A thin strip at the foot of a mapped task's card: how many of those made of it stand how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter, QPainterPath

    from flowdesk.gui.canvas.ink import Ink

HEIGHT = 4.0
ORDER = (
    TaskState.SUCCESS,
    TaskState.FAILED,
    TaskState.UPSTREAM_FAILED,
    TaskState.SKIPPED,
    TaskState.CANCELLED,
    TaskState.REMOVED,
    TaskState.UP_FOR_RETRY,
    TaskState.RUNNING,
)
"""From the left; what waits is the ground on the right."""


def shares(mapped: Mapping[TaskState, int]) -> list[tuple[TaskState, float, float]]:
    """The parts of the strip: a state, where it begins and where it ends, from 0 to 1."""
    total = sum(mapped.values())
    found, left = [], 0
    for state in ORDER:
        if number := mapped.get(state, 0):
            found.append((state, left / total, (left + number) / total))
            left += number
    return found


def paint_progress(painter: QPainter, card: QPainterPath, mapped: Mapping[TaskState, int], ink: Ink) -> None:
    """Paint the strip along the lower edge of `card`."""
    box = card.boundingRect()
    foot = QRectF(box.left(), box.bottom() - HEIGHT, box.width(), HEIGHT)
    painter.save()
    painter.setClipPath(card)
    painter.fillRect(foot, ink.colour("raised"))
    for state, begin, end in shares(mapped):
        at = QRectF(foot.left() + begin * foot.width(), foot.top(), (end - begin) * foot.width(), HEIGHT)
        painter.fillRect(at, ink.colour(look_of(state).role))
    painter.restore()
