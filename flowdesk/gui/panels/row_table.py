"""A table of rows as all panels have it: whole rows, sorted by a click, copied with Ctrl+C."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from flowdesk.gui.models.sorted_rows import SortedRows
from flowdesk.gui.override import override
from flowdesk.gui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from flowdesk.gui.models.rows import RowsModel

Row = TypeVar("Row")


class RowTable(WholeRows, Generic[Row]):
    """Shows `rows`; says `hint` where there are none.

    `widths` are in pixels, by column; the columns `stretch` share what is left.
    """

    row_chosen = Signal(object)
    """The row that the user made the current one."""

    row_activated = Signal(object)
    """The row that the user double-clicked or entered."""

    def __init__(
        self,
        rows: RowsModel[Row],
        *,
        hint: str,
        widths: Mapping[int, int],
        stretch: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        self.sorted = SortedRows(rows)
        super().__init__(self.sorted, hint, parent)
        self._syncing = False
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self._set_up_header(widths, stretch)
        self.selectionModel().currentRowChanged.connect(self._on_selection_current_row_changed)
        self.activated.connect(self._on_activated)

    def select(self, key: Hashable) -> None:
        """Make the row with this key the current one, without telling so; none if it is not there."""
        index = self.sorted.index_of(key)
        self._syncing = True
        if index.isValid():
            if index.row() != self.currentIndex().row() or not self.selectionModel().hasSelection():
                self.selectRow(index.row())
                self.scrollTo(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._syncing = False

    @override
    def copied_text(self) -> str:
        """The selected rows as lines of tab-separated cells."""
        rows = self.selected_places()
        columns = range(self.sorted.columnCount())
        return "\n".join("\t".join(str(self.sorted.index(row, c).data()) for c in columns) for row in rows)

    def _set_up_header(self, widths: Mapping[int, int], stretch: tuple[int, ...]) -> None:
        self.set_widths(widths)
        header = self.horizontalHeader()
        for column in stretch:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        # No column is sorted by at first: the rows come in an order that means something.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def _on_selection_current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._syncing:
            self.row_chosen.emit(self.sorted.row(current))

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(self.sorted.row(index))
