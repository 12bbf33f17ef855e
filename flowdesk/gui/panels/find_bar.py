"""A field that finds text: Enter goes on, Shift+Enter back, Escape closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from flowdesk.gui.language import mark, tr
from flowdesk.gui.override import override

NOT_FOUND = mark("Not found")


class FindBar(QWidget):
    """Finds in `text`, round its end; hidden until it is opened."""

    def __init__(self, text: QPlainTextEdit, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(invitation)
        self.field.setAccessibleName(invitation)
        self.field.setClearButtonEnabled(True)
        self.answer = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.field)
        layout.addWidget(self.answer)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.hide()

    def open(self) -> None:
        """Show the field and type into it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def go(self, *, backward: bool = False) -> bool:
        """Go to the next place, or the one before; whether there is one."""
        wanted = self.field.text()
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        found = not wanted or self._text.find(wanted, flags) or self._find_round(wanted, flags)
        self.answer.setText("" if found else tr(NOT_FOUND))
        return found

    def _find_round(self, wanted: str, flags: QTextDocument.FindFlag) -> bool:
        before = self._text.textCursor()
        backward = bool(flags & QTextDocument.FindFlag.FindBackward)
        self._text.moveCursor(QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start)
        found = self._text.find(wanted, flags)
        if not found:
            self._text.setTextCursor(before)
        return found

    def _on_field_text_changed(self) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())  # a longer word may begin where the shorter one did
        self._text.setTextCursor(cursor)
        self.go()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._text.setFocus()
        else:
            super().keyPressEvent(event)
