"""Paints the names beside the bars of a chart: under their groups, with a sign where something is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from flowdesk.gui.gantt.geometry import AXIS, LINE
from flowdesk.gui.gantt.lines import LineKind
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPainter

    from flowdesk.gui.gantt.geometry import Geometry
    from flowdesk.gui.gantt.lines import ChartLine

INDENT, SIGN = 16, 4.0


def paint_names(
    painter: QPainter,
    geometry: Geometry,
    lines: Sequence[ChartLine],
    *,
    selected: str,
    strong: Collection[str],
) -> None:
    """Paint the names of the lines that are seen; those that are `strong` in bold."""
    theme = current_theme()
    painter.save()
    painter.setClipRect(QRectF(0, AXIS, geometry.names, geometry.height - AXIS))
    painter.fillRect(QRectF(0, AXIS, geometry.names, geometry.height), theme.colour("surface"))
    for index in geometry.seen(len(lines)):
        line, y = lines[index], geometry.y(index)
        spot = QRectF(0, y, geometry.names, LINE)
        if line.name == selected:
            painter.fillRect(spot, theme.colour("accent_soft"))
        _paint_name(painter, line, spot, is_strong=line.name in strong)
    painter.restore()
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.drawLine(QLineF(geometry.names - 0.5, 0, geometry.names - 0.5, geometry.height))


def _paint_name(painter: QPainter, line: ChartLine, spot: QRectF, *, is_strong: bool) -> None:
    theme = current_theme()
    left = 8.0 + INDENT * line.depth
    if line.is_open is not None:
        _paint_sign(painter, QPointF(left + 5, spot.center().y()), is_open=line.is_open)
    font = painter.font()
    font.setBold(is_strong)
    painter.setFont(font)
    painter.setPen(theme.colour("text_dim" if line.kind is LineKind.MADE else "text"))
    place = spot.adjusted(left + 16, 0, -6, 0)
    shown = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideMiddle, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    font.setBold(False)
    painter.setFont(font)


def _paint_sign(painter: QPainter, middle: QPointF, *, is_open: bool) -> None:
    """Point down where something is unfolded, to the right where it is not."""
    painter.setPen(QPen(current_theme().colour("text_dim"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = middle.x(), middle.y()
    if is_open:
        points = [QPointF(x - SIGN, y - 2), QPointF(x, y + 2), QPointF(x + SIGN, y - 2)]
    else:
        points = [QPointF(x - 2, y - SIGN), QPointF(x + 2, y), QPointF(x - 2, y + SIGN)]
    painter.drawPolyline(QPolygonF(points))
