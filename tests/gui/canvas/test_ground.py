from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from flowdesk.gui.canvas.ground import draw_ground
from flowdesk.gui.theme import LIGHT

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def ground(ink: Ink, origin: QPoint, scale: float = 1.0) -> QImage:
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw_ground(painter, image.rect(), origin, ink)
    painter.end()
    return image


def test_the_dots_move_with_the_content(ink: Ink) -> None:
    still = ground(ink, QPoint(0, 0))
    assert still.pixelColor(0, 0).name() == LIGHT.canvas
    assert ground(ink, QPoint(5, 7)) != still
    assert ground(ink, QPoint(24, -48)) == still


def test_the_dots_keep_their_distance_at_any_zoom(ink: Ink) -> None:
    assert ground(ink, QPoint(0, 0), scale=3.0) == ground(ink, QPoint(0, 0))
