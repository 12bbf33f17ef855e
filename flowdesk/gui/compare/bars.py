"""Two times in one cell, the one before above the one after, all cells measured by the longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from flowdesk.gui.compare.comparing import TaskLine

_THICK, _GAP, _SIDE = 5.0, 2.0, 8.0


class TimeBars(QStyledItemDelegate):
    """Draws the line that `line_at` gives for an index; `most` is in seconds."""

    def __init__(
        self, line_at: Callable[[QModelIndex | QPersistentModelIndex], TaskLine], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._line_at = line_at
        self.most = 1.0

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        line = self._line_at(index)
        middle = QRectF(option.rect).center().y()
        room = option.rect.width() - 2 * _SIDE
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for stood, role, top in (
            (line.before, "line", middle - _THICK - _GAP / 2),
            (line.after, "accent", middle + _GAP / 2),
        ):
            if stood is not None and stood.took is not None:
                width = max(2.0, room * stood.took / self.most)
                painter.setBrush(theme.colour(role))
                painter.drawRoundedRect(QRectF(option.rect.left() + _SIDE, top, width, _THICK), 2, 2)
        painter.restore()
