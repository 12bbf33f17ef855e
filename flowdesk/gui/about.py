"""What the window says about itself: its version, and those of what it runs on, to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout

from flowdesk.gui.icons import program_icon
from flowdesk.gui.language import tr
from flowdesk.gui.versions import versions, versions_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

LOGO = 56  # pixels


class AboutBox(QDialog):
    """Is gone once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About flowdesk"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy: QPushButton = buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setToolTip(tr("Copy the versions, for a report"))
        self.copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        licence = QLabel(tr("Licensed under the Apache License 2.0."), self)
        licence.setObjectName("Dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(18)
        layout.addLayout(self._head())
        layout.addLayout(self._table())
        layout.addWidget(licence)
        layout.addWidget(buttons)

    def _head(self) -> QHBoxLayout:
        logo, name = QLabel(self), QLabel("flowdesk", self)
        logo.setPixmap(program_icon().pixmap(LOGO, LOGO))
        name.setObjectName("Wordmark")
        said = QLabel(tr("Pipelines with a contract"), self)
        said.setObjectName("Dim")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(said)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(logo)
        line.addLayout(words, 1)
        return line

    def _table(self) -> QFormLayout:
        table = QFormLayout()
        table.setHorizontalSpacing(20)
        for name, version in versions():
            title, told = QLabel(name, self), QLabel(version, self)
            title.setObjectName("Dim")
            flags = Qt.TextInteractionFlag
            told.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
            told.setAccessibleName(f"{name} {version}")
            table.addRow(title, told)
        return table

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(versions_text())
