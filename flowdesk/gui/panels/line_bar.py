"""A field that goes to a line of a text: Enter goes there, Escape closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

MOST = 99_999_999


class LineBar(QWidget):
    """Asks for a line of `text`; hidden until it is opened."""

    line_chosen = Signal(int)
    """The line (from 1), the last one if there are not as many."""

    def __init__(self, text: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.field = QLineEdit(self)
        self.field.setAccessibleName(tr("Go to line"))
        self.field.setValidator(QIntValidator(1, MOST, self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.field)
        self.hide()

    def open(self) -> None:
        """Show the field and type into it."""
        self.field.setPlaceholderText(tr("Go to line (1 to {last})").format(last=self._text.blockCount()))
        self.field.clear()
        self.show()
        self.field.setFocus()

    def _leave(self) -> None:
        self.hide()
        self._text.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasAcceptableInput():
            self.line_chosen.emit(min(int(self.field.text()), self._text.blockCount()))
            self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
