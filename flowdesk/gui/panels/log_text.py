"""The text of a log: grows at its end and follows it, unless the reader has scrolled up."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from typing_extensions import override

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.panels.log_gutter import MARKS, ROLES, LogGutter, Mark
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.store.log_line import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flowdesk.store.log_line import Line

MOST_LINES = 50_000
_GAP = 6


class LogText(QPlainTextEdit):
    """Holds the last `MOST_LINES` lines; `hint` is shown while there is no text.

    The text is what the task printed and nothing else, so that it can be copied: times and streams are
    told by colours and in the gutter. Each line has a `Mark`, in step with the blocks of the document.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        self.has_times = False
        self.has_marks = False
        self._marks: deque[Mark] = deque()
        self._open = ""  # the stream of a last line that is not whole
        self.setReadOnly(True)
        self.setFont(mono_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setMaximumBlockCount(MOST_LINES)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.gutter = LogGutter(self)
        theme_changes().theme_changed.connect(self._on_theme_changed)

    def reset(self, hint: str) -> None:
        """Begin anew, empty."""
        self.hint = hint
        self.clear()
        self._marks.clear()
        self._open, self.has_marks = "", False
        self._place_gutter()
        self.viewport().update()

    def show_times(self, *, shown: bool) -> None:
        """Whether the gutter says when each line was printed."""
        self.has_times = shown
        self._place_gutter()

    def grow(self, lines: Iterable[Line]) -> None:
        """Add lines at the end; the reader's selection and place stay."""
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1
        reader = self.textCursor()
        ends = (reader.anchor(), reader.position())
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for stream, text in self._pieces(lines):
            cursor.insertText(text, _format_of(stream))
        is_last_empty = not self._open
        while len(self._marks) + is_last_empty > self.blockCount():
            self._marks.popleft()  # with its line, which is more than are kept
        if reader.hasSelection():  # one that reaches to the end grew with the text
            reader.setPosition(ends[0])
            reader.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(reader)
        self._place_gutter()
        if follows:
            bar.setValue(bar.maximum())

    def marks_on_show(self) -> Iterator[tuple[Mark, float, float]]:
        """The mark of each line in view, with its top and height in pixels."""
        block = self.firstVisibleBlock()
        while block.isValid() and block.blockNumber() < len(self._marks):
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > self.viewport().height():
                return
            yield self._marks[block.blockNumber()], rect.top(), rect.height()
            block = block.next()

    def _pieces(self, lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
        """What to insert, in as few pieces as there are changes of the stream; notes the marks."""
        stream, parts = "", list[str]()
        for line in lines:
            if line.stream != stream and parts:
                yield stream, "".join(parts)
                parts = []
            stream = line.stream
            if self._open and self._open != stream:
                parts.append("\n")
                self._open = ""
            if not self._open:
                self._marks.append(Mark(stream, line.at))
                self.has_marks |= stream in MARKS
                parts.append("flowdesk: " * (stream == NOTE))
            parts.append(line.text + "\n" * line.is_whole)
            self._open = "" if line.is_whole else stream
        if parts:
            yield stream, "".join(parts)

    def _place_gutter(self) -> None:
        width = self.gutter.wanted_width()
        self.setViewportMargins(width + _GAP if width else 0, 0, 0, 0)
        inside = self.contentsRect()
        self.gutter.setGeometry(inside.left(), inside.top(), width, inside.height())
        self.gutter.setVisible(width > 0)
        self.gutter.update()

    def _on_theme_changed(self) -> None:
        cursor = QTextCursor(self.document())
        for number, mark in enumerate(self._marks):
            if mark.stream in ROLES:
                cursor.setPosition(self.document().findBlockByNumber(number).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(_format_of(mark.stream))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_gutter()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setFont(QApplication.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.hint)


def _format_of(stream: str) -> QTextCharFormat:
    made = QTextCharFormat()
    if stream in ROLES:
        made.setForeground(current_theme().colour(ROLES[stream]))
    return made
