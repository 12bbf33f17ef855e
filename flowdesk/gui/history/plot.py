"""A key over runs, drawn: numbers as a line, words as coloured blocks, all else by where it changed."""

from __future__ import annotations

import html
import math
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from flowdesk.gui.history.past import Past, Point, Shape
from flowdesk.gui.inspector.axis import tick_text, ticks, widened
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP, _SIDE, _BOTTOM, _GAP = 14, 16, 26, 8
_DOT, _RING, _BLOCK = 3.5, 7.0, 44.0
_WIDEST = 90.0  # pixels between two runs
_ROLES = ("accent", "success", "retry", "running", "skipped", "blocked", "cancelled", "failed")


class HistoryPlot(QWidget):
    """Draws a `Past`. Left and right walk from run to run, Enter and a click choose the one marked."""

    run_chosen = Signal(str)
    """The id of the run that the user wants to see."""

    point_marked = Signal(object)
    """The `Point` under the cursor, or reached by a key; None for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past: Past | None = None
        self.marked: int | None = None
        self._shown_run = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        self.setAccessibleName("The value over the runs")
        theme_changes().theme_changed.connect(self.update)

    def show_past(self, past: Past | None, run_id: str) -> None:
        """Draw another key, or the same with another run ringed."""
        if past is not self.past:
            self._mark(None)
        self.past, self._shown_run = past, run_id
        self.update()

    def place_of(self, index: int) -> QPointF:
        """Where the point of a run is drawn."""
        place, points = self._place(), self._points()
        step = self._step(place)
        x = place.right() - (len(points) - 1 - index) * step - step / 2
        number = points[index].number
        if self.past is None or self.past.shape is not Shape.NUMBERS or number is None:
            return QPointF(x, place.center().y())
        low, high = self._bounds()
        share = (min(max(number, low), high) - low) / (high - low) if not math.isnan(number) else 0.0
        return QPointF(x, place.bottom() - share * place.height())

    def index_at(self, x: float) -> int | None:
        """The point whose run is nearest to a place; None where there is none within reach."""
        place, points = self._place(), self._points()
        step = self._step(place)
        index = len(points) - 1 - math.floor((place.right() - x) / step)
        return index if 0 <= index < len(points) else None

    def _points(self) -> Sequence[Point]:
        return self.past.points if self.past else ()

    def _step(self, place: QRectF) -> float:
        return min(_WIDEST, place.width() / max(1, len(self._points())))

    def _bounds(self) -> tuple[float, float]:
        numbers = [point.number for point in self._points() if point.number is not None]
        there = [number for number in numbers if math.isfinite(number)]
        return widened(min(there), max(there)) if there else (0.0, 1.0)

    def _place(self) -> QRectF:
        """Where points are drawn: right of the numbers, above those of the runs."""
        left = 0.0
        if self.past is not None and self.past.shape is Shape.NUMBERS:
            metrics = self.fontMetrics()
            left = max(metrics.horizontalAdvance(tick_text(number)) for number in self._ticks()) + _GAP
        return QRectF(self.rect()).adjusted(_SIDE + left, _TOP, -_SIDE, -_BOTTOM)

    def _ticks(self) -> list[float]:
        return ticks(*self._bounds(), most=max(3, (self.height() - _TOP - _BOTTOM) // 36))

    def _paint_scale(self, painter: QPainter, place: QRectF) -> None:
        theme, (low, high) = current_theme(), self._bounds()
        for number in self._ticks():
            y = place.bottom() - (number - low) / (high - low) * place.height()
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.colour("text_dim"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 10, place.left() - _GAP, 20), side, tick_text(number))

    def _paint_runs(self, painter: QPainter, place: QRectF) -> None:
        """Write the numbers of the runs below, as many as there is room for, from the last one back."""
        painter.setPen(current_theme().colour("text_dim"))
        points, metrics = self._points(), self.fontMetrics()
        free = math.inf
        for index in reversed(range(len(points))):
            text = f"#{points[index].run.number}"
            width = metrics.horizontalAdvance(text)
            x = self.place_of(index).x()
            if x + width / 2 > free or x - width / 2 < place.left() - _SIDE:
                continue
            free = x - width / 2 - 2 * _GAP
            spot = QRectF(x - width / 2 - 1, place.bottom() + 5, width + 2, _BOTTOM - 7)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_line(self, painter: QPainter) -> None:
        theme, points = current_theme(), self._points()
        there = [index for index, point in enumerate(points) if point.number is not None]
        painter.setPen(QPen(theme.colour("accent"), 1.75))
        painter.drawPolyline(QPolygonF([self.place_of(index) for index in there]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for index in there:
            number = points[index].number
            is_finite = number is not None and math.isfinite(number)
            painter.setBrush(theme.colour("accent" if is_finite else "failed"))
            painter.drawEllipse(self.place_of(index), _DOT, _DOT)

    def _block(self, index: int, place: QRectF) -> QRectF:
        step, middle = self._step(place), self.place_of(index)
        height = min(_BLOCK, place.height())
        gap = 2.0 if step > 8 else 0.0  # noqa: PLR2004 - a gap between narrower ones would be all there is
        return QRectF(middle.x() - step / 2 + gap / 2, middle.y() - height / 2, step - gap, height)

    def _paint_blocks(self, painter: QPainter, place: QRectF) -> None:
        theme, points = current_theme(), self._points()
        kinds = list(dict.fromkeys(point.text for point in points if point.text is not None))
        is_words = self.past is not None and self.past.shape is Shape.WORDS
        for index, point in enumerate(points):
            if point.text is None:
                continue
            block = self._block(index, place)
            if is_words:
                role = _ROLES[kinds.index(point.text) % len(_ROLES)]
            else:
                role = "accent" if point.is_changed else "border_strong"
            colour = theme.colour(role)
            painter.setPen(QPen(colour, 1.25))
            colour.setAlphaF(0.22)
            painter.setBrush(colour)
            painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            self._paint_word(painter, block, point.text if is_words else "≠" if point.is_changed else "=")

    def _paint_word(self, painter: QPainter, block: QRectF, text: str) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(block.width() - 8))
        if shown not in ("", "…"):
            painter.setPen(current_theme().colour("text"))
            painter.drawText(block, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_marks(self, painter: QPainter, place: QRectF) -> None:
        """A cross where nothing was pushed, a ring round the run that is shown, a line at the one marked."""
        theme = current_theme()
        for index, point in enumerate(self._points()):
            at = self.place_of(index)
            if point.text is None:
                foot = QPointF(at.x(), place.bottom() - 5)
                painter.setPen(QPen(theme.colour("text_dim"), 1.25))
                painter.drawLine(foot + QPointF(-3, -3), foot + QPointF(3, 3))
                painter.drawLine(foot + QPointF(-3, 3), foot + QPointF(3, -3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if point.run.id == self._shown_run:
                painter.setPen(QPen(theme.colour("text"), 1.5))
                if point.number is not None:
                    painter.drawEllipse(at, _RING, _RING)
                elif point.text is not None:
                    painter.drawRoundedRect(self._block(index, place).adjusted(-1, -1, 1, 1), 5, 5)
        if self.marked is not None and self.marked < len(self._points()):
            x = self.place_of(self.marked).x()
            painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _mark(self, index: int | None) -> None:
        if index != self.marked:
            self.marked = index
            self.point_marked.emit(None if index is None else self._points()[index])
            self.update()

    def _choose(self) -> None:
        if self.marked is not None:
            self.run_chosen.emit(self._points()[self.marked].run.id)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 180)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        place = self._place()
        if self.past is None or place.width() < 1 or place.height() < 1:
            return
        if self.past.shape is Shape.NUMBERS:
            self._paint_scale(painter, place)
            self._paint_line(painter)
        else:
            self._paint_blocks(painter, place)
        self._paint_runs(painter, place)
        self._paint_marks(painter, place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self.index_at(event.position().x()))
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(arrow if self.marked is None else hand)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mark(self.index_at(event.position().x()))
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._points())
        last = count - 1 if self.marked is None else self.marked
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif count and event.key() == Qt.Key.Key_Left:
            self._mark(max(0, last - (self.marked is not None)))
        elif count and event.key() == Qt.Key.Key_Right:
            self._mark(min(count - 1, last + (self.marked is not None)))
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            index = self.index_at(help_event.x())
            if index is not None:
                QToolTip.showText(help_event.globalPos(), tip_of(self._points()[index]), self)
            return True
        return super().event(event)


def tip_of(point: Point) -> str:
    """What there is to say about a point, as rich text."""
    run = point.run
    head = f"<b>Run #{run.number}</b>, {look_of(run.state).word.lower()}, {moment_text(run.started_at)}"
    lines = [head, html.escape("not pushed" if point.text is None else point.text)]
    return "<div>" + "<br>".join([*lines, *map(html.escape, point.told)]) + "</div>"
