"""An item model that is a list of rows and a list of columns; a column is a title and small functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from flowdesk.gui.language import tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """What one column shows of a row. `order` gives what rows are sorted by; by default the text.

    The title is a marked literal.
    """

    title: str
    text: Callable[[Row], str]
    order: Callable[[Row], Any] | None = None  # Any: whatever compares with its like
    tooltip: Callable[[Row], str] | None = None
    icon: Callable[[Row], QIcon | None] | None = None
    right: bool = False

    def key(self, row: Row) -> Any:  # noqa: ANN401 - as `order`
        """What `row` is sorted by in this column."""
        return self.order(row) if self.order else self.text(row).casefold()

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where a cell and its title stand."""
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, row: Row, role: int) -> object:
        """What Qt asks of `row` in this column under `role`."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment
        if role == Qt.ItemDataRole.ToolTipRole and self.tooltip:
            return self.tooltip(row)
        if role == Qt.ItemDataRole.DecorationRole and self.icon:
            return self.icon(row)
        return None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows, each known by `key`, through `columns`.

    `dimmed` tells which rows are of the past, `strong` which have their first cell stand out.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        dimmed: Callable[[Row], bool] | None = None,
        strong: Callable[[Row], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self._key = key
        self._dimmed = dimmed
        self._strong = strong

    def row(self, index: Index) -> Row:
        """The row that an index of this model lies in."""
        return self.rows[index.row()]

    def searched(self, row: Row) -> str:
        """The text in which a filter looks for its words."""
        return "\n".join(column.text(row) for column in self.columns)

    def find(self, key: Hashable) -> int | None:
        """The place of the row with this key."""
        return next((place for place, row in enumerate(self.rows) if self._key(row) == key), None)

    def sync(self, rows: Sequence[Row]) -> None:
        """Become `rows`, touching only what differs, so that selections and scrolling stay."""
        wanted = {self._key(row) for row in rows}
        for place in reversed(range(len(self.rows))):
            if self._key(self.rows[place]) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        have = {self._key(row) for row in self.rows}
        self._put_in_order([self._key(row) for row in rows if self._key(row) in have])
        self._insert_missing(rows, have)
        for place, row in enumerate(rows):
            if self.rows[place] != row:
                self.replace(place, row)

    def reset(self, rows: Sequence[Row]) -> None:
        """Forget all and show `rows`."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Add `rows` at the end."""
        self._insert(len(self.rows), rows)

    def replace(self, place: int, row: Row) -> None:
        """Put `row` where another stood."""
        self.rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def touch(self) -> None:
        """Have everything shown anew, where what is shown depends on more than the rows."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _put_in_order(self, keys: Sequence[Hashable]) -> None:
        """Have the rows, which are those of `keys`, in the order of `keys`; kept indexes go with theirs."""
        before = [self._key(row) for row in self.rows]
        if before == keys:
            return
        self.layoutAboutToBeChanged.emit()
        places = {key: place for place, key in enumerate(keys)}
        kept = self.persistentIndexList()
        moved = [self.index(places[before[index.row()]], index.column()) for index in kept]
        self.rows.sort(key=lambda row: places[self._key(row)])
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _insert_missing(self, rows: Sequence[Row], have: set[Hashable]) -> None:
        place = 0
        while place < len(rows):
            end = place
            while end < len(rows) and self._key(rows[end]) not in have:
                end += 1
            self._insert(place, rows[place:end])
            place = end + 1

    def _insert(self, place: int, rows: Sequence[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self.rows[place:place] = rows
            self.endInsertRows()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            past = self._dimmed is not None and self._dimmed(row)
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText) if past else None
        if role == Qt.ItemDataRole.FontRole:
            strong = self._strong is not None and index.column() == 0 and self._strong(row)
            return _strong_font() if strong else None
        return column.data(row, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        return tr(self.columns[section].title) if role == Qt.ItemDataRole.DisplayRole else None


def _strong_font() -> QFont:
    font = QApplication.font()
    font.setBold(True)
    return font
