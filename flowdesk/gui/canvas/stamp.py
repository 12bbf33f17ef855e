"""Shapes that look alike, painted once for a scale and stamped wherever they lie.

Rounded and smoothed, a shape takes thirty microseconds, and its stamp five. A stamp lies on whole pixels of
the screen, as text does, so it is for what is seen from afar: nearby, half a pixel can be told apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap, QTransform

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QRectF

_MOST = 600  # stamps
_EDGE = 1  # pixels round a stamp, for what is smoothed

_STAMPS: dict[Hashable, QPixmap] = {}


def stamp(painter: QPainter, box: QRectF, looks: Hashable, paint: Callable[[QPainter], None]) -> None:
    """Have `paint` paint what lies in `box`; what has the same `looks` and size is painted but once.

    Into a PDF or an SVG all is painted by itself.
    """
    way = painter.worldTransform()
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        paint(painter)
        return
    ratio = painter.device().devicePixelRatioF()
    key = (looks, box.width(), box.height(), way.m11(), ratio)
    pixmap = _STAMPS.get(key)
    if pixmap is None:
        if len(_STAMPS) >= _MOST:
            _STAMPS.clear()
        pixmap = _STAMPS[key] = _made(painter, box, way.m11() * ratio, paint)
        pixmap.setDevicePixelRatio(ratio)
    corner = way.map(box.topLeft()) * ratio
    at = QPointF(round(corner.x()) - _EDGE, round(corner.y()) - _EDGE) / ratio
    painter.setWorldTransform(QTransform())
    painter.drawPixmap(at, pixmap)
    painter.setWorldTransform(way)


def _made(painter: QPainter, box: QRectF, scale: float, paint: Callable[[QPainter], None]) -> QPixmap:
    width, height = round(box.width() * scale), round(box.height() * scale)
    pixmap = QPixmap(width + 2 * _EDGE + 1, height + 2 * _EDGE + 1)
    pixmap.fill(Qt.GlobalColor.transparent)
    inner = QPainter(pixmap)
    inner.setRenderHints(painter.renderHints())
    inner.translate(_EDGE, _EDGE)
    inner.scale(scale, scale)
    inner.translate(-box.topLeft())
    paint(inner)
    inner.end()
    return pixmap
