"""What is known of a value, name by name, to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.panels.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

Fact = tuple[str, str]

COLUMNS: tuple[Column[Fact], ...] = (
    Column("", lambda fact: fact[0]),
    Column("", lambda fact: fact[1], tooltip=lambda fact: fact[1]),
)


class FactsTable(RowTable[Fact]):
    """Two columns without heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.facts: RowsModel[Fact] = RowsModel(COLUMNS, lambda fact: fact[0])
        super().__init__(self.facts, hint="", widths={0: 94}, stretch=(1,), parent=parent)
        self.facts.setParent(self)
        self.horizontalHeader().hide()
        self.setAccessibleName(tr("Facts"))

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self.facts.reset(facts)
