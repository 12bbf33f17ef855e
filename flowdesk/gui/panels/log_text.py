"""The text of a log: grows at its end and follows it, unless the reader has scrolled up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from typing_extensions import override

from flowdesk.gui.fonts import mono_font

MOST_LINES = 50_000


class LogText(QPlainTextEdit):
    """Holds the last `MOST_LINES` lines; `hint` is shown while there is no text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        self.setReadOnly(True)
        self.setFont(mono_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setMaximumBlockCount(MOST_LINES)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def reset(self, hint: str) -> None:
        """Begin anew, empty."""
        self.hint = hint
        self.clear()
        self.viewport().update()

    def grow(self, text: str) -> None:
        """Add text at the end; the reader's selection and place stay."""
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1
        reader = self.textCursor()
        ends = (reader.anchor(), reader.position())
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        if reader.hasSelection():  # one that reaches to the end grew with the text
            reader.setPosition(ends[0])
            reader.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(reader)
        if follows:
            bar.setValue(bar.maximum())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setFont(QApplication.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.hint)
