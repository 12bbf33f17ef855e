"""Items painted by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem


def picture_of(item: QGraphicsItem, scale: float) -> QImage:
    """The item alone on white, at this scale."""
    scene = QGraphicsScene()
    scene.addItem(item)
    bounds = item.sceneBoundingRect()
    size = bounds.size() * scale
    image = QImage(round(size.width()) + 1, round(size.height()) + 1, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    scene.render(painter, QRectF(0, 0, size.width(), size.height()), bounds)
    painter.end()
    scene.removeItem(item)
    return image


def colours(image: QImage) -> set[int]:
    """The colours in a picture."""
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
