"""The panel of problems: what is wrong with the file, with its places, both ends of a disagreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QVBoxLayout, QWidget

from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.problems import ProblemRow, ProblemsModel
from flowdesk.gui.override import override
from flowdesk.gui.panels.problem_menu import ProblemMenu
from flowdesk.gui.panels.row_table import RowTable
from flowdesk.gui.panels.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPoint
    from PySide6.QtGui import QResizeEvent

    from flowdesk.errors import Problem

HINT = mark("No problems. The file is checked each time it is saved.")
NOTHING_FOUND = mark("No problem matches the filter.")


class ProblemTable(RowTable[ProblemRow]):
    """Gives each row the height that its sentence takes, and copies problems as compilers print them."""

    @override
    def copied_text(self) -> str:
        chosen = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        rows = [self.sorted.row(index) for index in chosen]
        lines = (str(row.problem) if row.end is None else f"{row.place}: {row.message}" for row in rows)
        return "\n".join(lines)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()


class ProblemsPanel(QWidget):
    """A filter field over the table of problems."""

    place_chosen = Signal(object)
    """The Place that the user wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProblemsModel(self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Filter by message, code, severity or file"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        widths = {0: 92, 3: 70}
        self.table = ProblemTable(self.model, hint=tr(HINT), widths=widths, stretch=(2,), parent=self)
        self.table.setAccessibleName(tr("Problems"))
        self.table.setSortingEnabled(False)  # an end would come away from its problem
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setItemDelegateForColumn(2, Wrapped(self.table))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(self.filter)
        layout.addLayout(bar)
        layout.addWidget(self.table)
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_activated.connect(self._on_table_row_chosen)
        self.table.clicked.connect(self._on_table_clicked)
        self.table.customContextMenuRequested.connect(self._on_table_menu_requested)

    def list_problems(self, problems: Sequence[Problem], file: str) -> None:
        """Show these problems of the pipeline in `file`."""
        index = self.table.currentIndex()
        current = self.table.sorted.row(index) if index.isValid() else None
        self.model.list_problems(problems, file)
        self.table.resizeRowsToContents()
        if current is not None:  # an edit above it moves a problem, which stays the same one
            same = (row for row in self.model.rows if row.is_like(current))
            self.table.select(next(((row.problem, row.end) for row in same), None))

    def choose(self, problem: Problem) -> None:
        """Make the row of this problem the current one, as the user does."""
        self.filter.clear()
        self.table.select((problem, None))
        self.place_chosen.emit(problem.place)

    def _on_filter_text_changed(self, text: str) -> None:
        self.table.hint = tr(NOTHING_FOUND if text and self.model.rows else HINT)
        self.table.sorted.filter_by(text)
        self.table.resizeRowsToContents()

    def _on_table_row_chosen(self, row: ProblemRow) -> None:
        self.place_chosen.emit(row.place)

    def _on_table_clicked(self, index: QModelIndex) -> None:
        self.place_chosen.emit(self.table.sorted.row(index).place)

    def _on_table_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            menu = ProblemMenu(self.table.sorted.row(index).problem, self.table)
            menu.place_chosen.connect(self.place_chosen)
            menu.popup(self.table.viewport().mapToGlobal(at))
