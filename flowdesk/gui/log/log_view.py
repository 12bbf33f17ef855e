"""The text of a log under the mouse and the keys: scrolled, selected, copied, its links followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)

from flowdesk.gui.log.caret_keys import CaretKeys
from flowdesk.gui.log.log_area import LogArea
from flowdesk.gui.log.selection import Copying, copied, whole_text, word_at
from flowdesk.gui.log.slices import Slices
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.log.code_places import CodePlace

PLAINLY = Copying()
_STEP = 120  # of a wheel's notch, in eighths of a degree
_ROWS_A_STEP = 3
_DRAG = 40  # milliseconds between steps of scrolling while the mouse drags beyond an edge


class LogView(LogArea):
    """Keys: those of any text; Enter follows the link in the caret's line."""

    place_asked = Signal(str, int)
    """A file and a line of it, which the log names, are wanted."""
    menu_asked = Signal(QPoint)
    """A menu is wanted there on the screen."""

    def __init__(self, parent: QWidget | None = None, *, heading: Callable[[int], str] = str) -> None:
        super().__init__(parent, heading=heading)
        self._keys = CaretKeys(self.lines, lambda: max(1, self.scrolling.page - 1))
        self._turned = 0.0
        self._pressed: CodePlace | None = None
        self._dragged_to: QPoint | None = None
        self._double_clicked_at: QPoint | None = None
        self._copying = Slices(self)
        self._drag = QTimer(self)
        self._drag.setInterval(_DRAG)
        self._drag.timeout.connect(self._on_drag_timeout)

    def copy(self, how: Copying = PLAINLY) -> None:
        """Put what is selected into the clipboard."""
        if self.selection:
            self._copying.start(self._copy(how))

    def text(self) -> str:
        """All lines that are seen, as one text."""
        return "".join(whole_text(self.lines))

    def _copy(self, how: Copying) -> Iterator[None]:
        parts: list[str] = []
        for part in copied(self.lines, self.selection, how):
            parts.append(part)
            yield
        QGuiApplication.clipboard().setText("".join(parts))

    def link_at(self, point: QPoint) -> CodePlace | None:
        """The place in a file that the log names at a point of the viewport."""
        number, place = self.place_at(point)
        if not self.lines.rows:
            return None
        links = self.layouts.row(number).links
        return next((link for link in links if link.start <= place < link.end), None)

    def follow_link(self) -> None:
        """Ask for the place that the caret's line names."""
        if self.lines.rows and (links := self.layouts.row(self.selection.caret[0]).links):
            at = self.selection.caret[1]
            link = next((one for one in links if one.start <= at < one.end), links[0])
            self.place_asked.emit(link.file, link.line)

    def _on_drag_timeout(self) -> None:
        point, height = self._dragged_to, self.viewport().height()
        if point is not None and not 0 <= point.y() < height:
            self.scroll_rows(-1 if point.y() < 0 else 1)
            self.selection.go(self.place_at(QPoint(point.x(), min(max(point.y(), 0), height - 1))), keep=True)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        down = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not down:
            super().wheelEvent(event)
            return
        self._turned -= down * _ROWS_A_STEP / _STEP
        rows = int(self._turned)
        self._turned -= rows
        if rows:
            self.scroll_rows(rows)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.follow_link()
        elif found := self._keys.find(event, self.selection.caret):
            self.move_caret(found[0], keep=found[1])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.lines.rows:
            return
        point = event.position().toPoint()
        self._pressed = self.link_at(point)
        if self._double_clicked_at is not None and (point - self._double_clicked_at).manhattanLength() < 4:  # noqa: PLR2004 - a hand's tremble
            number, _ = self.place_at(point)
            self.select((number, 0), (number, len(self.lines.line(number).text)))
        else:
            keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.selection.go(self.place_at(point), keep=keep)
            self.setAccessibleDescription(self.lines.line(self.selection.caret[0]).text)
            self._dragged_to = point
            self._drag.start()
        self._double_clicked_at = None
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._dragged_to is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._dragged_to = point
            self.selection.go(self.place_at(point), keep=True)
            self.viewport().update()
            return
        shape = Qt.CursorShape.PointingHandCursor if self.link_at(point) else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag.stop()
        self._dragged_to = None
        link, self._pressed = self._pressed, None
        if link and not self.selection and self.link_at(event.position().toPoint()) == link:
            self.place_asked.emit(link.file, link.line)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.lines.rows:
            return
        point = event.position().toPoint()
        number, place = self.place_at(point)
        start, end = word_at(self.lines.line(number).text, place)
        self.select((number, start), (number, end))
        self._double_clicked_at, self._pressed = point, None
        QTimer.singleShot(QGuiApplication.styleHints().mouseDoubleClickInterval(), self, self._forget_clicks)

    def _forget_clicks(self) -> None:
        self._double_clicked_at = None

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
