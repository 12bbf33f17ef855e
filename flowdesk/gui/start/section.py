"""A titled list of pipelines on the start page, with a line for when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.start.row import PipelineRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.start.row import RowWords


MOST = 10  # rows, until all are asked for
FEW_MORE = 3  # rows that are not worth a button


class Section(QWidget):
    """Its rows lie in a card under the title; a `note` stands between them.

    A list that is `cut` shows the first MOST rows, and a button for the rest.
    """

    chosen = Signal(object)  # Path
    run_asked = Signal(object)  # Path

    def __init__(
        self, title: str, empty: str, parent: QWidget, *, can_run: bool = False, cut: bool = False
    ) -> None:
        super().__init__(parent)
        self._can_run, self._is_cut, self._columns = can_run, cut, 1
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
        self.empty.setMargin(12)
        self.note.hide()
        self.more = QToolButton(self.card)
        self.more.clicked.connect(self._on_more_clicked)
        self.more.hide()
        self._list = QGridLayout()
        self._list.setSpacing(0)
        self._fill_card()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.note, self.card):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _fill_card(self) -> None:
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(6, 6, 6, 6)
        inner.setSpacing(0)
        inner.addWidget(self.empty)
        inner.addLayout(self._list)
        inner.addWidget(self.more)

    def set_columns(self, columns: int) -> None:
        """Lay the rows side by side, in so many columns."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

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
        self._arrange()
        self.empty.setVisible(not words)

    def _arrange(self) -> None:
        """Place the rows; what reads on goes down the first column, then the next."""
        is_cut = self._is_cut and len(self.rows) > MOST + FEW_MORE
        shown = self.rows[:MOST] if is_cut else self.rows
        height = -(-len(shown) // self._columns) or 1
        for row in self.rows[len(shown) :]:
            row.hide()
        for place, row in enumerate(shown):
            self._list.addWidget(row, place % height, place // height)
            row.show()
        for column in range(self._list.columnCount()):
            self._list.setColumnStretch(column, int(column < self._columns))
        self.more.setText(tr("Show all {n}").format(n=len(self.rows)))
        self.more.setVisible(is_cut)

    def _on_more_clicked(self) -> None:
        self._is_cut = False
        self._arrange()
        self.rows[MOST].setFocus()

    def note_down(self, note: str) -> None:
        """Show a line above the list."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
