"""A dialog that shows one whole value, to be read and copied."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.models.xcoms import WHY_MASKED
from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from flowdesk.store.rows import ValueRow


class ValueDialog(QDialog):
    """Shows `row`; is gone once it is closed."""

    def __init__(self, row: ValueRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{row.key} of {row.name}")
        self.resize(640, 460)
        head = f"{row.type}, pushed by try {row.try_number} at {moment_text(row.pushed_at)}"
        self.text = QPlainTextEdit(WHY_MASKED if row.secret else pretty(row.value), self)
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setEnabled(not row.secret)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(head, self))
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self._on_copy_clicked)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def pretty(text: str) -> str:
    """A stored value over several lines; a string as the text it is."""
    value = json.loads(text)
    if isinstance(value, str):
        return value
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, indent=2)
    return text  # numbers as they were written, digit by digit
