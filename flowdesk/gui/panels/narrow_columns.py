"""Leaves out columns of a table that do not fit, so that it need not scroll sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QTableView


class NarrowColumns(QObject):
    """`widths` are in pixels, by column, the one that tells most first; `always` of them are shown anyhow."""

    def __init__(self, table: QTableView, widths: Mapping[int, int], *, always: int) -> None:
        super().__init__(table)
        self._table, self._widths, self._always = table, widths, always
        table.viewport().installEventFilter(self)

    def fit(self, room: int) -> None:
        """Show the columns that lie in this many pixels."""
        needed = 0
        for place, (column, width) in enumerate(self._widths.items()):
            needed += width
            is_left_out = place >= self._always and needed > room
            if is_left_out != self._table.isColumnHidden(column):
                self._table.setColumnHidden(column, is_left_out)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit(self._table.viewport().width())
        return False
