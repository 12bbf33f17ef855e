"""The numbers of an array as a line; where many share a pixel, from the least to the greatest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from flowdesk.gui.inspector.axis import tick_text, ticks, widened
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from flowdesk.gui.inspector.array_summary import Line

_TOP, _RIGHT, _BOTTOM, _GAP = 10, 14, 24, 8


class LineView(QWidget):
    """Draws a `Line`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: Line | None = None
        self.setMinimumSize(120, 80)
        theme_changes().theme_changed.connect(self.update)

    def show_line(self, line: Line) -> None:
        """Draw another one."""
        self.line = line
        self.update()

    def _bounds(self) -> tuple[float, float]:
        there = [bucket for bucket in self.line.buckets if bucket] if self.line else []
        if not there:
            return (0.0, 1.0)
        return widened(min(least for least, _ in there), max(greatest for _, greatest in there))

    def _paint_frame(self, painter: QPainter, bounds: tuple[float, float]) -> QRectF:
        """Draw the scale; returns where the line goes."""
        theme, metrics = current_theme(), self.fontMetrics()
        numbers = ticks(*bounds, most=max(2, self.height() // 40))
        width = max(metrics.horizontalAdvance(tick_text(number)) for number in numbers)
        place = QRectF(self.rect()).adjusted(width + 2 * _GAP, _TOP, -_RIGHT, -_BOTTOM)
        for number in numbers:
            y = place.bottom() - (number - bounds[0]) / (bounds[1] - bounds[0]) * place.height()
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.colour("text_dim"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 10, place.left() - _GAP, 20), right, tick_text(number))
        return place

    def _paint_count(self, painter: QPainter, place: QRectF, count: int) -> None:
        painter.setPen(current_theme().colour("text_dim"))
        foot = QRectF(place.left(), place.bottom() + 2, place.width(), _BOTTOM - 4)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "0")
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{count - 1:,}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 160)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self.line is None:
            return
        bounds = self._bounds()
        place = self._paint_frame(painter, bounds)
        self._paint_count(painter, place, self.line.count)
        step = place.width() / max(1, len(self.line.buckets) - 1)
        painter.setPen(QPen(current_theme().colour("accent"), 1.5))
        points = QPolygonF()
        for index, bucket in enumerate(self.line.buckets):
            if bucket is None:
                painter.drawPolyline(points)
                points = QPolygonF()
                continue
            for number in bucket if bucket[0] != bucket[1] else bucket[:1]:
                y = place.bottom() - (number - bounds[0]) / (bounds[1] - bounds[0]) * place.height()
                points.append(QPointF(place.left() + index * step, y))
        painter.drawPolyline(points)
