"""Paints the bars of a chart: each kind of stretch has a shape of its own, besides a colour and an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen, QPolygonF

from flowdesk.gui.gantt.geometry import LINE
from flowdesk.gui.icons import draw_icon
from flowdesk.gui.state_look import Nuance, look_of
from flowdesk.gui.theme import current_theme
from flowdesk.plan.spans import SpanKind
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from flowdesk.gui.gantt.geometry import Geometry
    from flowdesk.gui.state_look import Shown
    from flowdesk.plan.spans import Row, Span

BAR, ICON, LEAST = 14.0, 12.0, 3.0
_LANES = 4
_MOST_SUB_BARS = 3000


class BarPainter:
    """Paints on lines of `geometry`; what lasts is painted up to `end`.

    What had not ended at the `moment` that is shown, if it is not now, looks like what still runs.
    """

    def __init__(
        self, painter: QPainter, geometry: Geometry, end: float, *, moment: float | None, is_live: bool
    ) -> None:
        self._moment = end if moment is None else moment
        self._runs = TaskState.RUNNING if is_live or moment is not None else RunState.INTERRUPTED
        self._painter = painter
        self._geometry = geometry
        self._end = end
        self._theme = current_theme()

    def paint(self, row: Row, y: float, *, is_critical: bool) -> None:
        """Paint the spans of a row on the line that begins at `y`."""
        for span in row.spans:
            left, right = self._ends(span)
            if right < self._geometry.names or left > self._geometry.width:
                continue
            _PAINT[span.kind](self, span, QRectF(left, y + (LINE - BAR) / 2, right - left, BAR))
        if is_critical and row.started is not None:
            self._paint_critical(row, y)

    def paint_group(self, rows: Sequence[Row], y: float) -> None:
        """Paint from when to when anything in a group went on."""
        spans = [span for row in rows for span in (row.spans[:1] + row.spans[-1:])]
        if not spans:
            return
        left = self._geometry.x(min(span.start for span in spans))
        right = self._geometry.x(max(self._end if span.end is None else span.end for span in spans))
        right = max(right, left + LEAST)
        top, middle = y + LINE / 2 - 4, y + LINE / 2
        self._painter.setPen(QPen(self._theme.colour("text_dim"), 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(left, middle + 4),
                    QPointF(left, top),
                    QPointF(right, top),
                    QPointF(right, middle + 4),
                ]
            )
        )

    def paint_made(self, rows: Sequence[Row], y: float) -> None:
        """Paint what was made of a mapped task as thin bars within its own."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        height = (BAR - 4) / _LANES
        for index, row in enumerate(rows[:_MOST_SUB_BARS]):
            top = y + (LINE - BAR) / 2 + 2 + (index % _LANES) * height
            for span in row.spans:
                if span.kind in (SpanKind.TRY, SpanKind.ASKING):
                    left, right = self._ends(span)
                    colour = self._theme.colour(look_of(self._shown(span)).role)
                    self._painter.fillRect(
                        QRectF(left, top, max(1.0, right - left - 0.5), height - 0.75), colour
                    )

    def _ends(self, span: Span) -> tuple[float, float]:
        end = self._end if span.end is None else min(span.end, max(self._end, span.start))
        left = self._geometry.x(span.start)
        least = LEAST if span.kind in (SpanKind.TRY, SpanKind.ASKING, SpanKind.MAPPED) else 0.0
        return left, max(left + least, self._geometry.x(end))

    def _paint_try(self, span: Span, bar: QRectF) -> None:
        look = look_of(self._shown(span))
        colour = self._theme.colour(look.role)
        self._painter.setPen(QPen(colour, 1.25))
        self._painter.setBrush(_soft(colour, 0.24))
        self._painter.drawRoundedRect(bar.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
        if span.end is None:  # no end yet: the bar is open there
            self._painter.fillRect(
                QRectF(bar.right() - 2, bar.top() + 1, 3, BAR - 2), self._theme.colour("surface")
            )
        if bar.width() >= ICON + 6:
            left = max(bar.left(), float(self._geometry.names)) + 3
            if left + ICON < bar.right():
                draw_icon(
                    self._painter, look.icon, QRectF(left, bar.center().y() - ICON / 2, ICON, ICON), colour
                )

    def _paint_queued(self, _span: Span, bar: QRectF) -> None:
        if bar.width() < 1:
            return
        middle = bar.center().y()
        pen = QPen(self._theme.colour("waiting"), 1.5, Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        self._painter.drawLine(QLineF(bar.left(), middle, bar.right(), middle))
        self._painter.setPen(QPen(self._theme.colour("waiting"), 1.5))
        self._painter.drawLine(QLineF(bar.left(), middle - 3, bar.left(), middle + 3))

    def _paint_delay(self, _span: Span, bar: QRectF) -> None:
        colour = self._theme.colour("retry")
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(_soft(colour, 0.7), Qt.BrushStyle.BDiagPattern))
        self._painter.drawRect(bar.adjusted(0, 3, 0, -3))

    def _paint_mapped(self, span: Span, bar: QRectF) -> None:
        colour = self._theme.colour(look_of(self._shown(span)).role)
        self._painter.setPen(QPen(colour, 1))
        self._painter.setBrush(_soft(colour, 0.08))
        self._painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _paint_mark(self, span: Span, bar: QRectF) -> None:
        look = look_of(span.state or TaskState.SUCCESS)
        spot = QRectF(bar.left() - ICON / 2, bar.center().y() - ICON / 2, ICON, ICON)
        draw_icon(self._painter, look.icon, spot, self._theme.colour(look.role))

    def _shown(self, span: Span) -> Shown:
        if span.state is None or (span.end is not None and span.end > self._moment):
            is_asking = span.kind is SpanKind.ASKING and self._runs is TaskState.RUNNING
            return Nuance.ASKING if is_asking else self._runs
        return Nuance.CACHED if span.is_cached else span.state

    def _paint_critical(self, row: Row, y: float) -> None:
        """A line under the bar, with feet: the chain is told by its shape."""
        start = row.started if row.started is not None else self._end
        left = self._geometry.x(start)
        right = max(left + LEAST, self._geometry.x(self._end if row.ended is None else row.ended))
        bottom = y + LINE - 3
        self._painter.setPen(QPen(self._theme.colour("text"), 2))
        self._painter.drawLine(QLineF(left, bottom, right, bottom))
        for x in (left, right):
            self._painter.drawLine(QLineF(x, bottom - 3, x, bottom))

    def paint_link(self, before: Row, after: Row, y: float, below: float) -> None:
        """From the end of one task on the critical path to the start of the next."""
        if before.ended is None:
            return
        left = self._geometry.x(before.ended)
        start = after.started if after.started is not None else after.ended
        right = self._geometry.x(before.ended if start is None else start)
        up, down = y + LINE - 3, below + LINE - 3
        self._painter.setPen(QPen(self._theme.colour("text"), 1, Qt.PenStyle.DotLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(left, up), QPointF(left, down), QPointF(right, down)]))

    def paint_slack(self, row: Row, y: float, slack: float) -> None:
        """How much later a task could have ended."""
        if row.ended is None or slack <= 0:
            return
        middle = y + LINE / 2
        left, right = self._geometry.x(row.ended), self._geometry.x(row.ended + slack)
        self._painter.setPen(QPen(self._theme.colour("text_dim"), 1, Qt.PenStyle.DashLine))
        self._painter.drawLine(QLineF(left, middle, right, middle))
        self._painter.setPen(QPen(self._theme.colour("text_dim"), 1.25))
        self._painter.drawLine(QLineF(right, middle - 4, right, middle + 4))


def _soft(colour: QColor, alpha: float) -> QColor:
    soft = QColor(colour)
    soft.setAlphaF(alpha)
    return soft


_PAINT = {
    SpanKind.TRY: BarPainter._paint_try,  # noqa: SLF001 - the table is the class's own
    SpanKind.ASKING: BarPainter._paint_try,  # noqa: SLF001 - as above
    SpanKind.QUEUED: BarPainter._paint_queued,  # noqa: SLF001 - as above
    SpanKind.DELAY: BarPainter._paint_delay,  # noqa: SLF001 - as above
    SpanKind.MAPPED: BarPainter._paint_mapped,  # noqa: SLF001 - as above
    SpanKind.MARK: BarPainter._paint_mark,  # noqa: SLF001 - as above
}
