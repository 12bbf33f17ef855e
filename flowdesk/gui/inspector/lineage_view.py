"""The lineage of a value as a list; the graph shows the same while the list is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.panels.left_elided import LeftElided
from flowdesk.gui.panels.row_table import RowTable
from flowdesk.gui.times import clock, moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.inspector.lineage import Hand


def _what(hand: Hand) -> str:
    if hand.argument is None:
        return tr("pushed by")
    return (
        tr("pulled by")
        if hand.run is None
        else tr("pulled in run #{number} by").format(number=hand.run.number)
    )


COLUMNS: tuple[Column[Hand], ...] = (
    Column("", _what),
    Column(mark("Task"), lambda hand: hand.name, tooltip=lambda hand: hand.name),
    Column(mark("Argument"), lambda hand: hand.argument or "", tooltip=lambda hand: hand.argument or ""),
    Column(mark("Try"), lambda hand: str(hand.try_number), lambda hand: hand.try_number, right=True),
    Column(
        mark("Time"), lambda hand: clock(hand.at), lambda hand: hand.at, lambda hand: moment_text(hand.at)
    ),
)


class LineageView(QWidget):
    """Lists the hands that a value went through."""

    task_chosen = Signal(str)
    """The id of a task of the shown run whose row the user made the current one."""

    run_chosen = Signal(str)
    """The id of another run whose row the user double-clicked or entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowsModel[Hand] = RowsModel(COLUMNS, tuple, parent=self)
        self.table = RowTable(self.model, hint="", widths={0: 130, 3: 44, 4: 84}, stretch=(1, 2), parent=self)
        self.table.setAccessibleName(tr("Lineage"))
        self.table.setItemDelegateForColumn(1, LeftElided(self.table))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_activated.connect(self._on_table_row_activated)

    def show_hands(self, hands: Sequence[Hand]) -> None:
        """Show the lineage of another value."""
        self.model.reset(hands)

    def _on_table_row_chosen(self, hand: Hand) -> None:
        if hand.run is None:
            self.task_chosen.emit(hand.task)

    def _on_table_row_activated(self, hand: Hand) -> None:
        if hand.run is not None:
            self.run_chosen.emit(hand.run.id)
