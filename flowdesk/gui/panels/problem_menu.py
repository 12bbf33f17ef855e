"""The menu of a problem: to its place and its other ends, and to copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from flowdesk.gui.language import tr
from flowdesk.gui.source.problem_tip import where

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from flowdesk.errors import Problem
    from flowdesk.gui.panels.row_table import RowTable


class ProblemMenu(QMenu):
    """Opened once, on a row of `table`; deletes itself when it closes."""

    place_chosen = Signal(object)

    def __init__(self, problem: Problem, table: RowTable[Any]) -> None:
        super().__init__(table)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        file = problem.place.file
        self.addAction(tr("Go to {place}").format(place=where(problem.place, file=file))).setData(
            problem.place
        )
        for other in problem.related:
            text = f"{tr('Go to {place}').format(place=where(other.place, file=file))}: {other.message}"
            self.addAction(text.replace("&", "&&")).setData(other.place)
        self.addSeparator()
        self.copy = self.addAction(tr("&Copy"))
        self.copy_all = self.addAction(tr("Copy &all"))
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action is self.copy_all:
            self._table.selectAll()
        if action in (self.copy, self.copy_all):
            self._table.copy()
        else:
            self.place_chosen.emit(action.data())
