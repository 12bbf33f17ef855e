"""A cell that shows all of its text, over as many lines as its column takes; ids break at their joints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_JOINT = re.compile(r"[._/:](?=\w)")
ROOM = QSize(28, 12)  # pixels around the text; the style sheet's padding is unknown to Qt's own hint


class Wrapped(QStyledItemDelegate):
    """For a column of sentences, with `QTableView.resizeRowsToContents`."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = _breakable(option.text)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        table = self.parent()
        if not isinstance(table, QTableView):
            return super().sizeHint(option, index)
        width = table.columnWidth(index.column()) - ROOM.width()
        text, flags = _breakable(str(index.data())), int(Qt.TextFlag.TextWordWrap)
        needed = table.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), flags, text)
        return QSize(needed.width() + ROOM.width(), needed.height() + ROOM.height())


def _breakable(text: str) -> str:
    """The text with a place to break, of no width, behind each joint of an id or path."""
    return _JOINT.sub("\\g<0>\u200b", text)
