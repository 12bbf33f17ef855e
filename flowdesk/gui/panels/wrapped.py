"""A cell that shows all of its text, over as many lines as its column's width takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ROOM = QSize(28, 12)  # pixels around the text; the style sheet's padding is unknown to Qt's own hint


class Wrapped(QStyledItemDelegate):
    """For a column of sentences, with `QTableView.resizeRowsToContents`."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        table = self.parent()
        if not isinstance(table, QTableView):
            return super().sizeHint(option, index)
        width = table.columnWidth(index.column()) - ROOM.width()
        text, flags = str(index.data()), int(Qt.TextFlag.TextWordWrap)
        needed = table.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), flags, text)
        return QSize(needed.width() + ROOM.width(), needed.height() + ROOM.height())
