"""A titled list of pipelines on the start page, with a line for when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from flowdesk.gui.start.row import PipelineRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.start.row import RowWords


class Section(QWidget):
    """Its rows lie in a card under the title; a `note` stands between them."""

    chosen = Signal(object)  # Path
    run_asked = Signal(object)  # Path

    def __init__(self, title: str, empty: str, parent: QWidget, *, can_run: bool = False) -> None:
        super().__init__(parent)
        self._can_run = can_run
        self.rows: list[PipelineRow] = []
        self.title = QLabel(title, self)
        self.title.setObjectName("SectionTitle")
        self.card = QFrame(self)
        self.card.setObjectName("Card")
        self.empty = QLabel(empty, self.card)
        self.note = QLabel(self)
        for label in (self.empty, self.note):
            label.setObjectName("Dim")
            label.setWordWrap(True)
        self.empty.setContentsMargins(12, 16, 12, 16)
        self.note.hide()
        self._list = QVBoxLayout(self.card)
        self._list.setContentsMargins(6, 6, 6, 6)
        self._list.setSpacing(0)
        self._list.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.note, self.card):
            layout.addWidget(widget)
        layout.addStretch(1)

    def list_rows(self, words: Sequence[RowWords]) -> None:
        """Show these rows; those that are there are kept, and with them the focus."""
        while len(self.rows) > len(words):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        for row, said in zip(self.rows, words, strict=False):
            row.say(said)
        for said in words[len(self.rows) :]:
            row = PipelineRow(said, self.card, can_run=self._can_run)
            row.chosen.connect(self.chosen)
            row.run_asked.connect(self.run_asked)
            self.rows.append(row)
            self._list.addWidget(row)
        self.empty.setVisible(not words)

    def note_down(self, note: str) -> None:
        """Show a line above the list."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
