"""The panel of runs: those of this file, whoever started them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from flowdesk.gui.models.runs import RunsModel
from flowdesk.gui.panels.row_table import RowTable
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import RunRow

TICK = 1000  # milliseconds: durations of running runs, and "5 min ago"


class RunsPanel(QWidget):
    """The table of runs, the shown one marked."""

    run_chosen = Signal(str)
    """The id of the run that the user wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RunsModel(self)
        self.table = RowTable(
            self.model,
            hint="No runs yet. Run the pipeline, here or in a terminal, and it appears here.",
            widths={0: 46, 1: 108, 3: 94},
            stretch=(2,),
            parent=self,
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._ticks = 0

    def list_runs(self, rows: Sequence[RunRow]) -> None:
        """Show these runs."""
        self.model.sync(rows)
        self.mark(self.model.shown)
        self._timer.start()

    def mark(self, run_id: str) -> None:
        """Mark the run that is shown; "" for none."""
        if run_id != self.model.shown:
            self.model.mark(run_id)
        self.table.select(run_id)

    def _on_table_row_chosen(self, row: RunRow) -> None:
        self.run_chosen.emit(row.id)

    def _on_timer_timeout(self) -> None:
        self._ticks += 1
        running = any(row.state is RunState.RUNNING for row in self.model.rows)
        if self.isVisible() and (running or self._ticks % 30 == 0):
            self.model.touch()
