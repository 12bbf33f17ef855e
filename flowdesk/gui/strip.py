"""A line above the graph: a sentence, a button, and a background of its own that goes with the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from flowdesk.gui.theme import current_theme, theme_changes


class Strip(QWidget):
    """Hidden at first. `role` names its background in the theme."""

    def __init__(self, button: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setAutoFillBackground(True)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(button, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.text, stretch=1)
        layout.addWidget(self.button)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def _on_theme_changed(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, current_theme().colour(self._role))
        self.setPalette(palette)
