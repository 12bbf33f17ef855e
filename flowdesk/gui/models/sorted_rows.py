"""Rows sorted by what they hold and filtered by what any column shows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from flowdesk.gui.models.rows import RowsModel

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class SortedRows(QSortFilterProxyModel, Generic[Row]):
    """A `RowsModel`, sorted and filtered. Python compares, so a huge int stays an int."""

    def __init__(self, rows: RowsModel[Row]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._words: list[str] = []
        self.setSourceModel(rows)
        self.setDynamicSortFilter(True)

    def filter_by(self, text: str) -> None:
        """Keep the rows in which every word of `text` is found, whatever its case."""
        self._words = text.casefold().split()
        self.invalidate()

    def row(self, index: Index) -> Row:
        """The row that an index of this model lies in."""
        return self._rows.row(self.mapToSource(index))

    def index_of(self, key: Any) -> QModelIndex:  # noqa: ANN401 - whatever the rows are known by
        """The index of the row with this key; invalid if it is filtered away or not there."""
        place = self._rows.find(key)
        return QModelIndex() if place is None else self.mapFromSource(self._rows.index(place, 0))

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        column = self._rows.columns[source_left.column()]
        return bool(column.key(self._rows.row(source_left)) < column.key(self._rows.row(source_right)))

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        row = self._rows.rows[source_row]
        text = self._rows.searched(row).casefold()
        return all(word in text for word in self._words)
