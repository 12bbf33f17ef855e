"""A sentence, and what is known of a value that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from flowdesk.gui.inspector.facts_table import FactsTable

if TYPE_CHECKING:
    from flowdesk.gui.inspector.content import Outline


class OutlineView(QWidget):
    """Shows an `Outline`, or a sentence alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setMargin(12)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = FactsTable(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sentence)
        layout.addWidget(self.facts, stretch=1)

    def show_content(self, content: Outline) -> None:
        """Show what is known."""
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sentence.setText(content.sentence)
        self.facts.show_facts(content.facts)
        self.facts.show()

    def say(self, sentence: str) -> None:
        """Show a sentence alone, in the middle."""
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setText(sentence)
        self.facts.hide()
