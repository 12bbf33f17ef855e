"""Shows an exception that nobody expected with its traceback, to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.language import tr
from flowdesk.gui.versions import issue_tracker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class BugDialog(QDialog):
    """Shows the report of a bug of ours; is gone once it is closed."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("A bug in flowdesk"))
        self.resize(760, 480)
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setAccessibleName(tr("Report"))
        title = QLabel(tr("This should not have happened"), self)
        title.setObjectName("SectionTitle")
        self.said = QLabel(_what_to_do(), self)
        self.said.setWordWrap(True)
        self.said.setOpenExternalLinks(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy: QPushButton = buttons.addButton(
            tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 14)
        layout.setSpacing(10)
        for widget in (title, self.said, self.text, buttons):
            layout.addWidget(widget)
        buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.copy.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))


def _what_to_do() -> str:
    said = tr(
        "It is a bug in flowdesk, not in your pipeline; runs go on. Please report it with the text below. "
        "Values, and names of yours, are left out where they can be told; look it over first."
    )
    address = issue_tracker()
    return f'{said}<br><a href="{address}">{address}</a>' if address else said
