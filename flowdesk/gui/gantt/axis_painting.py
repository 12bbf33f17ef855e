"""Paints what lies behind and above the bars of a chart: the axis, its lines, pauses, now and the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPen, QPolygonF

from flowdesk.gui.gantt.geometry import AXIS, SIDE
from flowdesk.gui.language import tr
from flowdesk.gui.replay.time_scale import elapsed_text
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics, QPainter

    from flowdesk.gui.gantt.geometry import Geometry
    from flowdesk.plan.spans import Pause

_TICK = 84.0  # pixels between two ticks, at least


def paint_grid(painter: QPainter, geometry: Geometry) -> None:
    """A line for each tick, and the ticks' times above."""
    theme, metrics = current_theme(), painter.fontMetrics()
    painter.fillRect(QRectF(0, 0, geometry.width, AXIS), theme.colour("window"))
    step = geometry.scale.step(geometry.whole / _TICK)
    first, last = geometry.left / geometry.whole, (geometry.left + geometry.room) / geometry.whole
    free = geometry.names + 3.0
    for tick in geometry.scale.ticks(step, first, last):
        x = geometry.x(tick.at)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(QLineF(x, AXIS - 5, x, geometry.height))
        free = _paint_text(painter, metrics, x, elapsed_text(tick.elapsed, step), free=free)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.drawLine(QLineF(0, AXIS - 0.5, geometry.width, AXIS - 0.5))


def _paint_text(painter: QPainter, metrics: QFontMetrics, x: float, text: str, *, free: float) -> float:
    """Write a time above its tick, if there is room right of `free`. Returns where there is room next."""
    width = metrics.horizontalAdvance(text)
    left = max(x - width / 2, free) if x - width / 2 > free - SIDE else free + width
    if left > x:
        return free
    painter.setPen(current_theme().colour("text_dim"))
    painter.drawText(QRectF(left - 1, 0, width + 2, AXIS - 4), Qt.AlignmentFlag.AlignCenter, text)
    return left + width + SIDE


def paint_pauses(painter: QPainter, geometry: Geometry, pauses: Sequence[Pause]) -> None:
    """Hatch the stretches in which nothing started, and say why."""
    theme = current_theme()
    for pause in pauses:
        if pause.is_over and pause.end is None:
            continue
        left = geometry.x(pause.start)
        right = geometry.x(geometry.scale.end if pause.end is None else pause.end)
        if right < geometry.names or left > geometry.width:
            continue
        band = QRectF(left, AXIS, max(1.0, right - left), geometry.height - AXIS)
        hatch = QBrush(theme.colour("border"), Qt.BrushStyle.FDiagPattern)
        painter.fillRect(band, theme.colour("window"))
        painter.fillRect(band, hatch)
        said = tr("over") if pause.is_over else tr("paused")
        if painter.fontMetrics().horizontalAdvance(said) + 8 < band.width():
            painter.setPen(theme.colour("text_dim"))
            bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(band.adjusted(0, 0, 0, -4), bottom, said)


def paint_now(painter: QPainter, geometry: Geometry) -> None:
    """A dashed line where a run that goes on has come to."""
    x = geometry.x(geometry.scale.end)
    painter.setPen(QPen(current_theme().colour("running"), 1.25, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, AXIS - 5, x, geometry.height))


def paint_moment(painter: QPainter, geometry: Geometry, at: float) -> None:
    """A line at the moment that is shown, and a veil over what had not happened yet."""
    theme, x = current_theme(), geometry.x(at)
    veil = theme.colour("surface")
    veil.setAlphaF(0.86)
    left = max(x, float(geometry.names))
    painter.fillRect(QRectF(left, AXIS, geometry.width - left, geometry.height - AXIS), veil)
    if x < geometry.names:
        return
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.drawLine(QLineF(x, AXIS - 6, x, geometry.height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawPolygon(
        QPolygonF([QPointF(x - 6, AXIS - 11), QPointF(x + 6, AXIS - 11), QPointF(x, AXIS - 2)])
    )
