"""A table of rows as all panels have it: whole rows, sorted by a click, copied with Ctrl+C."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from flowdesk.gui.models.sorted_rows import SortedRows

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from flowdesk.gui.models.rows import RowsModel

Row = TypeVar("Row")


class RowTable(QTableView, Generic[Row]):
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
        super().__init__(parent)
        self.sorted = SortedRows(rows)
        self.hint = hint
        self._syncing = False
        self.setModel(self.sorted)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
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

    def copied_text(self) -> str:
        """The selected rows as lines of tab-separated cells."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = range(self.sorted.columnCount())
        return "\n".join("\t".join(str(self.sorted.index(row, c).data()) for c in columns) for row in rows)

    def copy(self) -> None:
        """Put the selected rows into the clipboard."""
        QGuiApplication.clipboard().setText(self.copied_text())

    def _set_up_header(self, widths: Mapping[int, int], stretch: tuple[int, ...]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(32)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.sorted.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.hint)
