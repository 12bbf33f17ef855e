"""The panel of problems: what is wrong with the file, with its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from flowdesk.gui.models.problems import ProblemsModel
from flowdesk.gui.panels.row_table import RowTable
from flowdesk.gui.panels.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from flowdesk.errors import Problem


class ProblemTable(RowTable["Problem"]):
    """Gives each row the height that its sentence takes."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()


class ProblemsPanel(QWidget):
    """The table of problems."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProblemsModel(self)
        self.table = ProblemTable(
            self.model,
            hint="No problems. The file is checked each time it is saved.",
            widths={0: 92, 1: 52, 3: 70},
            stretch=(2,),
            parent=self,
        )
        self.table.setWordWrap(True)
        self.table.setItemDelegateForColumn(2, Wrapped(self.table))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def list_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems."""
        self.model.reset(problems)
        self.table.resizeRowsToContents()
