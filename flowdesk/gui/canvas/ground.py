"""The ground of the canvas: dots that keep their distance at any zoom, and move with the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

_DOTS = 24  # pixels between the dots


def draw_ground(painter: QPainter, room: QRect, origin: QPoint, ink: Ink) -> None:
    """Fill `room`, in pixels of the view, in which the content begins at `origin`."""
    painter.save()
    painter.resetTransform()
    ratio = painter.device().devicePixelRatioF()
    tile = _tile(ink.colour("canvas"), ink.colour("canvas_dots"), ratio)
    painter.drawTiledPixmap(room, tile, QPoint(-origin.x() % _DOTS, -origin.y() % _DOTS))
    painter.restore()


def _tile(ground: QColor, dots: QColor, ratio: float) -> QPixmap:
    tile = QPixmap(round(_DOTS * ratio), round(_DOTS * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dots)
    painter.drawEllipse(QPointF(_DOTS / 2, _DOTS / 2), 1.1, 1.1)
    painter.end()
    return tile
