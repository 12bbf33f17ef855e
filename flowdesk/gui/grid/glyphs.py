"""The pictures of cells: a state's icon on a soft square of its colour, drawn once for each look."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from flowdesk.gui.icons import draw_icon
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import current_theme
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.state_look import Shown

SIZE = 18
_ICON = 12.0
_SOFT = 0.20
_CORNER = 5.0


def glyph(shown: Shown, ratio: float) -> QPixmap:
    """The picture of a state at a device pixel ratio, `SIZE` logical pixels square."""
    return _glyph(shown, ratio, current_theme().name)


@cache
def _glyph(shown: Shown, ratio: float, _theme: str) -> QPixmap:
    pixmap = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = look_of(shown)
    colour = current_theme().colour(look.role)
    if shown is not TaskState.WAITING:
        soft = current_theme().colour(look.role)
        soft.setAlphaF(_SOFT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(0, 0, SIZE, SIZE), _CORNER, _CORNER)
    margin = (SIZE - _ICON) / 2
    draw_icon(painter, look.icon, QRectF(margin, margin, _ICON, _ICON), colour)
    painter.end()
    return pixmap


def draw_shares(painter: QPainter, place: QRectF, counts: Mapping[Shown, int]) -> None:
    """Draw how much of a whole is in which state: one strip, parted."""
    total = sum(counts.values())
    x = place.left()
    for shown, count in counts.items():
        width = place.width() * count / total
        painter.fillRect(
            QRectF(x, place.top(), width, place.height()), current_theme().colour(look_of(shown).role)
        )
        x += width


def draw_tries(painter: QPainter, place: QRectF) -> None:
    """Mark a task that was tried more than once: the upper right corner turned down."""
    corner = place.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_theme().colour("retry"))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-7, 0), corner + QPointF(0, 7)]))


def draw_edited(painter: QPainter, place: QRectF) -> None:
    """Mark a task of which a value was edited: a dot at the lower left."""
    painter.setPen(QPen(current_theme().colour("surface"), 1))
    painter.setBrush(current_theme().colour("accent"))
    painter.drawEllipse(place.bottomLeft() + QPointF(3.5, -3.5), 3.5, 3.5)
