"""A stored table, of which the rows that are seen are read; sorted off the window's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QVBoxLayout, QWidget

from flowdesk.gui.inspector.arrow_model import ArrowModel
from flowdesk.gui.inspector.arrow_rows import Unsortable
from flowdesk.gui.language import plural, tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from flowdesk.gui.inspector.content import Table
    from flowdesk.gui.inspector.errands import Errands
    from flowdesk.gui.inspector.wanted import Wanted

WIDEST = 320
MOST_MEASURED = 60  # columns whose widths are found; further ones have Qt's own until they are dragged
_ROWS_MEASURED = 30
MOST_COPIED = 100_000  # cells


class TableView(QWidget):
    """Shows a `Table`; a click on a column's head sorts by it, a third one brings the file's order back."""

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self.model = ArrowModel(self)
        self.table = QTableView(self)
        self.told = QLabel(self)
        self.told.setContentsMargins(10, 4, 10, 6)
        self._set_up_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table)
        layout.addWidget(self.told)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_header_sort_indicator_changed)

    def show_content(self, content: Table) -> None:
        """Show another table, in the order of its file."""
        header = self.table.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.show_rows(content.rows)
        for column in range(min(MOST_MEASURED, len(content.rows.columns))):
            hint = max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
            self.table.setColumnWidth(column, min(WIDEST, hint + 8))
        self._tell()

    def copied_text(self) -> str:
        """The selected cells, as lines of tab-separated ones."""
        lines: list[str] = []
        left = MOST_COPIED
        for block in self.table.selectionModel().selection().toList():
            for row in range(block.top(), block.bottom() + 1):
                columns = range(block.left(), block.right() + 1)
                lines.append("\t".join(str(self.model.index(row, column).data()) for column in columns))
                left -= len(columns)
                if left <= 0:
                    return "\n".join(lines)
        return "\n".join(lines)

    def _set_up_table(self) -> None:
        table, rows, header = self.table, self.table.verticalHeader(), self.table.horizontalHeader()
        table.setModel(self.model)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAccessibleName(tr("Rows of the table"))
        rows.setDefaultSectionSize(table.fontMetrics().height() + 10)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)

    def _tell(self, more: str = "") -> None:
        rows = self.model.rows
        if rows is not None:
            count = len(rows.columns)
            of_rows = plural("{n} row", "{n} rows", rows.count)
            size = f"{of_rows}, {plural('{n} column', '{n} columns', count)}"
            self.told.setText(f"{size}. {more}" if more else size)

    def _on_header_sort_indicator_changed(self, column: int, order: Qt.SortOrder) -> None:
        rows = self.model.rows
        if rows is None:
            return
        if column < 0:
            self.model.put_in_order(None)
            self._tell()
            return
        is_ascending = order is Qt.SortOrder.AscendingOrder
        self._tell(tr("Sorting by {column} …").format(column=rows.columns[column][0]))

        def sort(_wanted: Wanted) -> object:
            return rows.ordered(column, is_ascending=is_ascending)

        self._errands.give(sort, partial(self._take_order, column), self._take_failure)

    def _take_order(self, column: int, order: object) -> None:
        if self.table.horizontalHeader().sortIndicatorSection() == column:
            self.model.put_in_order(order)
            self._tell()

    def _take_failure(self, error: Exception) -> None:
        if not isinstance(error, Unsortable):
            raise error
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._tell(str(error))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        else:
            super().keyPressEvent(event)
