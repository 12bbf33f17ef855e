"""The item model over a stored table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from flowdesk.gui.inspector.arrow_rows import ArrowRows

Index = QModelIndex | QPersistentModelIndex

MOST_ROWS = 50_000_000
"""Beyond, the height of all rows in pixels is no number of Qt's; what comes later is reached by sorting."""

_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ArrowModel(QAbstractTableModel):
    """Reads the cells that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: ArrowRows | None = None

    def show_rows(self, rows: ArrowRows | None) -> None:
        """Show another table, or none."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def put_in_order(self, order: object) -> None:
        """Show the rows in this order, None being the file's.

        A reset, as to say which of ten million rows has gone where would take longer than to look anew.
        """
        if self.rows is not None:
            self.beginResetModel()
            self.rows.put_in_order(order)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.rows is None else min(self.rows.count, MOST_ROWS)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.rows is None else len(self.rows.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.rows is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.rows.is_number[index.column()] else _LEFT
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self.rows is None or orientation is Qt.Orientation.Vertical:
            is_number = role == Qt.ItemDataRole.DisplayRole and self.rows is not None
            return f"{section:,}" if is_number else None
        name, kind = self.rows.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.rows.is_number[section] else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{name}: {kind}"
        return name if role == Qt.ItemDataRole.DisplayRole else None
