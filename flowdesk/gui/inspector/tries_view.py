"""Two pushes of one key side by side: of two tries, or of this run and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from flowdesk.gui.inspector.differing import Comparison, Difference, compare
from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.xcoms import WHY_MASKED
from flowdesk.gui.panels.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flowdesk.gui.inspector.errands import Errands
    from flowdesk.store.rows import ValueRow

ONLY_ONE = mark(
    "Pushed once only: there is no other try of this run, and no earlier run, to compare it with."
)

COLUMNS: tuple[Column[Difference], ...] = (
    Column(mark("Part"), lambda one: one.place, lambda one: one.number, lambda one: one.place),
    Column(mark("Before"), lambda one: one.before, tooltip=lambda one: one.before),
    Column(mark("After"), lambda one: one.after, tooltip=lambda one: one.after),
    Column(mark("Moved"), lambda one: one.moved, tooltip=lambda one: one.moved),
)


class Side(NamedTuple):
    """One push that can be compared, with what it is called: "try 2", "run #4, try 1"."""

    told: str
    row: ValueRow


class TriesView(QWidget):
    """Compares two `Side`s, which two boxes offer."""

    def __init__(self, errands: Errands, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._folder = folder
        self._sides: list[Side] = []
        self.before, self.after = self._box(tr("Before")), self._box(tr("After"))
        self.answer = QLabel(self)
        self.model: RowsModel[Difference] = RowsModel(COLUMNS, lambda one: one.number, parent=self)
        self.table = RowTable(
            self.model, hint=tr(ONLY_ONE), widths={0: 110, 3: 150}, stretch=(1, 2), parent=self
        )
        self.table.setAccessibleName(tr("Differences"))
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(8)
        bar.addWidget(self.before)
        bar.addWidget(QLabel("→", self))
        bar.addWidget(self.after)
        bar.addWidget(self.answer, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.table)

    def show_sides(self, sides: Sequence[Side], shown: ValueRow) -> None:
        """Offer these, oldest first, and compare `shown` with the one before it."""
        self._sides = list(sides)
        rows = [side.row for side in sides]
        place = rows.index(shown) if shown in rows else len(rows) - 1
        after = max(place, min(1, len(rows) - 1))
        for box, chosen in ((self.before, max(0, after - 1)), (self.after, after)):
            box.clear()
            box.addItems([side.told for side in sides])
            box.setCurrentIndex(chosen)
            box.setEnabled(len(sides) > 1)
        self._compare()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.activated.connect(self._compare)
        return box

    def _compare(self) -> None:
        self.model.reset([])
        self.answer.setText("")
        if len(self._sides) <= 1:
            self.table.hint = tr(ONLY_ONE)
            return
        before, after = (self._sides[box.currentIndex()].row for box in (self.before, self.after))
        if before.secret or after.secret:
            self.table.hint = WHY_MASKED + "."
            return
        self.table.hint = tr("Comparing …")
        self._errands.give(
            lambda wanted: compare(before.value, after.value, self._folder, wanted), self._take
        )

    def _take(self, found: Comparison) -> None:
        self.table.hint = found.sentence
        self.answer.setText(found.sentence if found.differences else "")
        self.model.reset(found.differences)
        self.table.viewport().update()
