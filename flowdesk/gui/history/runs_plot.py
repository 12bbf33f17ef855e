"""What plots over runs have in common: where a run is, the numbers below, walking, and choosing one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from flowdesk.gui.inspector.axis import tick_text, ticks
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import RunRow

TOP, SIDE, BOTTOM, GAP = 14, 16, 26, 8


class RunsPlot(QWidget):
    """Draws something for each run, oldest first. Left and right walk, Enter and a click choose.

    A plot of a kind overrides the methods of the first part.
    """

    run_chosen = Signal(str)
    """The id of the run that the user wants to see."""

    point_marked = Signal(object)
    """What is under the cursor, or reached by a key; None for none."""

    widest = 90.0
    """Pixels between two runs, at the most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marked: int | None = None
        self.shown_run = ""
        self._known_place: QRectF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        theme_changes().theme_changed.connect(self.update)

    def points(self) -> Sequence[object]:
        """What is drawn for each run."""
        raise NotImplementedError

    def run_at(self, index: int) -> RunRow:
        """The run of a point."""
        raise NotImplementedError

    def tip_at(self, index: int) -> str:
        """What there is to say about a point, as rich text."""
        raise NotImplementedError

    def bounds(self) -> tuple[float, float] | None:
        """The least and the greatest number of the scale; None where none is drawn."""
        raise NotImplementedError

    def tick_text(self, number: float) -> str:
        """A number of the scale in words."""
        return tick_text(number)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw the points into a place."""
        raise NotImplementedError

    def place_of(self, index: int) -> QPointF:
        """Where a point is drawn, at least from side to side."""
        return QPointF(self.x_of(index), self.place().center().y())

    def x_of(self, index: int) -> float:
        """The middle of a run's stretch."""
        place = self.place()
        step = self.step(place)
        return place.right() - (len(self.points()) - 1 - index) * step - step / 2

    def y_of(self, number: float) -> float:
        """How high a number stands; what is beyond the scale, at its end."""
        place, (low, high) = self.place(), self.bounds() or (0.0, 1.0)
        share = (min(max(number, low), high) - low) / (high - low) if not math.isnan(number) else 0.0
        return place.bottom() - share * place.height()

    def index_at(self, x: float) -> int | None:
        """The point whose run is nearest to a place; None where there is none within reach."""
        place, count = self.place(), len(self.points())
        index = count - 1 - math.floor((place.right() - x) / self.step(place))
        return index if 0 <= index < count else None

    def step(self, place: QRectF) -> float:
        """Pixels from run to run."""
        return min(self.widest, place.width() / max(1, len(self.points())))

    def forget_place(self) -> None:
        """Find out anew where things are drawn: the points are others."""
        self._known_place = None
        self.update()

    def place(self) -> QRectF:
        """Where points are drawn: right of the numbers, above those of the runs."""
        if self._known_place is None:
            self._known_place = self._found_place()
        return self._known_place

    def _found_place(self) -> QRectF:
        left = 0.0
        if self.bounds() is not None:
            metrics = self.fontMetrics()
            left = max(metrics.horizontalAdvance(self.tick_text(number)) for number in self._ticks()) + GAP
        return QRectF(self.rect()).adjusted(SIDE + left, TOP, -SIDE, -BOTTOM)

    def mark_point(self, index: int | None) -> None:
        """Mark a point, or none."""
        if index != self.marked:
            self.marked = index
            self.point_marked.emit(None if index is None else self.points()[index])
            self.update()

    def _ticks(self) -> list[float]:
        return ticks(*(self.bounds() or (0.0, 1.0)), most=max(3, (self.height() - TOP - BOTTOM) // 36))

    def _paint_scale(self, painter: QPainter, place: QRectF) -> None:
        theme = current_theme()
        for number in self._ticks():
            y = self.y_of(number)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.colour("text_dim"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 10, place.left() - GAP, 20), side, self.tick_text(number))

    def _paint_runs(self, painter: QPainter, place: QRectF) -> None:
        """Write the numbers of the runs below, as many as there is room for, from the last one back."""
        metrics = self.fontMetrics()
        free = math.inf
        for index in reversed(range(len(self.points()))):
            run = self.run_at(index)
            text = f"#{run.number}"
            width = metrics.horizontalAdvance(text)
            x = self.x_of(index)
            if x + width / 2 > free or x - width / 2 < place.left() - SIDE:
                continue
            free = x - width / 2 - 2 * GAP
            spot = QRectF(x - width / 2 - 1, place.bottom() + 5, width + 2, BOTTOM - 7)
            painter.setPen(current_theme().colour("text" if run.id == self.shown_run else "text_dim"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_marked(self, painter: QPainter, place: QRectF) -> None:
        if self.marked is not None and self.marked < len(self.points()):
            x = self.x_of(self.marked)
            painter.setPen(QPen(current_theme().colour("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _choose(self) -> None:
        if self.marked is not None:
            self.run_chosen.emit(self.run_at(self.marked).id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._known_place = None

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._known_place = None  # another font, say
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 180)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        place = self.place()
        if not self.points() or place.width() < 1 or place.height() < 1:
            return
        if self.bounds() is not None:
            self._paint_scale(painter, place)
        self.paint(painter, place)
        self._paint_runs(painter, place)
        self._paint_marked(painter, place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mark_point(self.index_at(event.position().x()))
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(arrow if self.marked is None else hand)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mark_point(self.index_at(event.position().x()))
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.mark_point(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self.points())
        last = count - 1 if self.marked is None else self.marked
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif count and event.key() == Qt.Key.Key_Left:
            self.mark_point(max(0, last - (self.marked is not None)))
        elif count and event.key() == Qt.Key.Key_Right:
            self.mark_point(min(count - 1, last + (self.marked is not None)))
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            index = self.index_at(help_event.x())
            if index is not None:
                QToolTip.showText(help_event.globalPos(), self.tip_at(index), self)
            return True
        return super().event(event)
