"""Leaves out a table's last columns where they do not fit, so that it need not scroll sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QTableView


class NarrowColumns(QObject):
    """Shows of `table` the first columns, `always` of them at any width; `widths` are in pixels."""

    def __init__(self, table: QTableView, widths: Mapping[int, int], *, always: int) -> None:
        super().__init__(table)
        self._table, self._widths, self._always = table, widths, always
        table.viewport().installEventFilter(self)

    def fit(self, room: int) -> None:
        """Show the columns that lie in this many pixels."""
        right = 0
        for column in sorted(self._widths):
            right += self._widths[column]
            is_left_out = column >= self._always and right > room
            if is_left_out != self._table.isColumnHidden(column):
                self._table.setColumnHidden(column, is_left_out)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit(self._table.viewport().width())
        return False
