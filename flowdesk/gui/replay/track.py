"""The line of a run's time, drawn: where its marks lie, how far it is shown, and a handle to drag."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from flowdesk.gui.icons import draw_icon
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.replay.marks import SORTS, Mark, Sort
from flowdesk.gui.replay.time_scale import TimeScale, elapsed_text
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.gui.times import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

SIDE, GROOVE, HANDLE, MARK = 12.0, 4.0, 7.0, 11.0
NEAR = 7.0  # pixels within which a mark is meant
MOST_TOLD = 6
_ORDER = {sort: place for place, sort in enumerate(reversed(Sort))}


class TimeTrack(QWidget):
    """Shows a time scale. What a user does to it is told; whoever listens moves the handle."""

    time_wanted = Signal(float)
    """The moment to which the user dragged the handle, at most once a turn of the event loop."""
    mark_wanted = Signal(object)
    """The `Mark` that was clicked."""
    step_wanted = Signal(int)
    """By how many events the user wants to go on."""
    seconds_wanted = Signal(int)
    """By how many seconds the user wants to go on."""
    first_wanted = Signal()
    now_wanted = Signal()
    play_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = TimeScale(0.0, 1.0)
        self._at = 1.0
        self._is_now = True
        self._marks: list[Mark] = []
        self._places: list[tuple[float, Mark]] = []
        self._wanted = 0.0
        self._is_dragged = False
        self._send = QTimer(self)
        self._send.setSingleShot(True)
        self._send.timeout.connect(self._on_send_timeout)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(120)
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleName(tr("Time of the run"))
        self.setAccessibleDescription(
            tr("Arrows go from event to event, with Shift by a second, Home to the begin, End to now")
        )
        theme_changes().theme_changed.connect(self.update)

    def show_time(self, scale: TimeScale, at: float, *, is_now: bool) -> None:
        """Show a run's time, with the handle at a moment."""
        is_new = (scale.start, scale.end) != (self._scale.start, self._scale.end)
        self._scale, self._at, self._is_now = scale, at, is_now
        if is_new:
            self._place_marks()
        self.update()

    def show_marks(self, marks: list[Mark]) -> None:
        """Mark these moments."""
        self._marks = marks
        self._place_marks()
        self.update()

    def place_of(self, at: float) -> float:
        """Where a moment lies, in pixels."""
        return SIDE + self._scale.share(at) * (self.width() - 2 * SIDE)

    def moment_at(self, x: float) -> float:
        """The moment that lies there."""
        return self._scale.moment((x - SIDE) / max(1.0, self.width() - 2 * SIDE))

    def mark_at(self, x: float) -> Mark | None:
        """The mark that is shown there."""
        near = [(abs(place - x), mark) for place, mark in self._places if abs(place - x) <= NEAR]
        return min(near, key=_distance)[1] if near else None

    def _place_marks(self) -> None:
        """Where there is room for one mark only, the weightiest is shown."""
        places: list[tuple[float, Mark]] = []
        for place, mark in sorted(((self.place_of(mark.at), mark) for mark in self._marks), key=_distance):
            if not places or place - places[-1][0] >= MARK + 1:
                places.append((place, mark))
            elif _ORDER[places[-1][1].sort] < _ORDER[mark.sort]:
                places[-1] = (places[-1][0], mark)
        self._places = places

    def _line(self) -> QRectF:
        return QRectF(SIDE, (self.height() - GROOVE) / 2, self.width() - 2 * SIDE, GROOVE)

    def _paint_line(self, painter: QPainter, here: float) -> None:
        theme, line = current_theme(), self._line()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border_strong"))
        painter.drawRoundedRect(line, GROOVE / 2, GROOVE / 2)
        done = QRectF(line.left(), line.top(), here - line.left(), GROOVE)
        painter.setBrush(theme.colour("line" if self._is_now else "accent"))
        painter.drawRoundedRect(done, GROOVE / 2, GROOVE / 2)
        for start, end in self._scale.breaks:
            left, right = self.place_of(start), self.place_of(end)
            painter.fillRect(QRectF(left, line.top() - 3, right - left, GROOVE + 6), theme.colour("window"))
            painter.setPen(QPen(theme.colour("line"), 1.25))
            for x in (left, right):
                painter.drawLine(QPointF(x - 2, line.bottom() + 3), QPointF(x + 2, line.top() - 3))
            painter.setPen(Qt.PenStyle.NoPen)

    def _paint_handle(self, painter: QPainter, here: float) -> None:
        theme = current_theme()
        middle = QPointF(here, self._line().center().y())
        painter.setPen(QPen(theme.colour("line" if self._is_now else "accent"), 2))
        painter.setBrush(theme.colour("surface" if self._is_now else "accent"))
        painter.drawEllipse(middle, HANDLE - 1, HANDLE - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawEllipse(middle, HANDLE + 2.5, HANDLE + 2.5)

    def _tip(self, x: float) -> str:
        at = self.moment_at(x)
        elapsed = elapsed_text(self._scale.elapsed(at), self._scale.length / 100)
        told = [f"<b>{elapsed}</b> &nbsp; {clock(at)}"]
        near = [mark for place, mark in self._places if abs(place - x) <= NEAR]
        told += _told(near)
        return "<br>".join(told)

    def _on_send_timeout(self) -> None:
        self.time_wanted.emit(self._wanted)

    def _drag(self, x: float) -> None:
        self._wanted = self.moment_at(x)
        if not self._send.isActive():
            self._send.start()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 36)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.place_of(self._at)
        self._paint_line(painter, here)
        for place, mark in self._places:
            look = SORTS[mark.sort]
            painter.setOpacity(1.0 if mark.at <= self._at else 0.55)
            spot = QRectF(place - MARK / 2, 1.5, MARK, MARK)
            draw_icon(painter, look.icon, spot, current_theme().colour(look.role))
        painter.setOpacity(1.0)
        self._paint_handle(painter, here)

    @override
    def resizeEvent(self, event: QEvent) -> None:
        self._place_marks()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            x, mark = event.position().x(), self.mark_at(event.position().x())
            if mark is not None and event.position().y() < self._line().top() - 3:
                self.mark_wanted.emit(mark)
                return
            self._is_dragged = True
            self._drag(x)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._drag(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_second = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = _STEPS.get(event.key())
        if by is not None:
            (self.seconds_wanted if is_second else self.step_wanted).emit(by)
        elif event.key() == Qt.Key.Key_Home:
            self.first_wanted.emit()
        elif event.key() == Qt.Key.Key_End:
            self.now_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.play_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            QToolTip.showText(help_event.globalPos(), self._tip(help_event.x()), self)
            return True
        return super().event(event)


_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


def _distance(pair: tuple[float, Mark]) -> float:
    return pair[0]


def _told(marks: Iterable[Mark]) -> list[str]:
    """What marks stand for, as rich text."""
    return [
        html.escape(": ".join(filter(None, [tr(SORTS[mark.sort].word), mark.name])))
        for mark in list(marks)[:MOST_TOLD]
    ]
