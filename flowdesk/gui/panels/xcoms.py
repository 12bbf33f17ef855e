"""The panel of values: what every try of the shown run pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.xcoms import XCom, XComsModel, key_of
from flowdesk.gui.panels.left_elided import LeftElided
from flowdesk.gui.panels.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Hashable

    from flowdesk.store.rows import ValueRow

HINT = mark("No values yet. What tasks push appears here while they run.")
NOTHING_FOUND = mark("No value matches the filter.")


class XComTable(RowTable[XCom]):
    """Copies whole values where other tables copy what they show."""

    def copied_text(self) -> str:
        """The selected values as JSON text, or what is shown of several rows."""
        rows = self.selectionModel().selectedRows()
        return self.sorted.row(rows[0]).row.value if len(rows) == 1 else super().copied_text()


class XComsPanel(QWidget):
    """A filter field over the table of values."""

    task_chosen = Signal(str)
    """The name of the task whose row the user made the current one."""

    menu_asked = Signal(object, QPoint)
    """The value (ValueRow) of a row, and the place of its menu on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = XComsModel(self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Filter by task, key, type, value, or edited:"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.table = XComTable(
            self.model, hint=tr(HINT), widths={1: 116, 2: 64, 4: 44, 5: 84}, stretch=(0, 3), parent=self
        )
        self.table.setAccessibleName(tr("XComs"))
        self.table.setItemDelegateForColumn(0, LeftElided(self.table))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(self.filter)
        layout.addLayout(bar)
        layout.addWidget(self.table)
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self._kept: Hashable | None = None
        self.table.sorted.modelAboutToBeReset.connect(self._on_rows_about_to_be_reset)
        self.table.sorted.modelReset.connect(self._on_rows_reset)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_table_menu_requested)

    @property
    def current(self) -> ValueRow | None:
        """The value of the current row."""
        index = self.table.currentIndex()
        return self.table.sorted.row(index).row if index.isValid() else None

    def select_task(self, task: str) -> None:
        """Make a row of this task the current one, by its id or name, unless one is."""
        current = self.table.currentIndex()
        if current.isValid() and _is_of(self.table.sorted.row(current), task):
            return
        rows = [xcom for xcom in self.model.rows if xcom.is_last and _is_of(xcom, task)]
        self._kept = key_of(rows[0]) if rows else None
        self.table.select(self._kept)

    def _on_filter_text_changed(self, text: str) -> None:
        self.table.hint = tr(NOTHING_FOUND if text and self.model.rows else HINT)
        self.table.sorted.filter_by(text)

    def _on_rows_about_to_be_reset(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._kept = key_of(self.table.sorted.row(index))

    def _on_rows_reset(self) -> None:
        """Keep the row, at another moment of the run or in another run, though it may be gone meanwhile."""
        if self._kept is not None and self.table.sorted.index_of(self._kept).isValid():
            self.table.select(self._kept)

    def _on_table_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        index = index if index.isValid() else self.table.currentIndex()
        if index.isValid():
            where = self.table.viewport().mapToGlobal(at)
            self.menu_asked.emit(self.table.sorted.row(index).row, where)

    def _on_table_row_chosen(self, xcom: XCom) -> None:
        self._kept = key_of(xcom)
        self.task_chosen.emit(xcom.row.name)


def _is_of(xcom: XCom, name: str) -> bool:
    return name in (xcom.row.task, xcom.row.name)
