"""The panel of one value: what it is, how it was over the runs and tries, and who had it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from flowdesk.gui.history.view import HistoryView
from flowdesk.gui.inspector.edited_strip import EditedStrip
from flowdesk.gui.inspector.errands import Errands
from flowdesk.gui.inspector.head import ValueHead
from flowdesk.gui.inspector.lineage_view import LineageView
from flowdesk.gui.inspector.tries_view import Side, TriesView
from flowdesk.gui.inspector.value_view import ValueView
from flowdesk.gui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flowdesk.gui.history.past import Past
    from flowdesk.gui.inspector.lineage import Hand
    from flowdesk.store.rows import ValueRow

HINT = mark("Double-click a value in the table of XComs, or a key in the graph, to look at it here.")
GONE = mark("This run has no such value.")


class ValuePanel(QWidget):
    """Shows one value at a time; `folder` is that of the store's stored files."""

    part_changed = Signal()
    """Another of the tabs is in front."""
    edit_asked = Signal(object)
    """The value (ValueRow) that is to be edited."""
    restore_asked = Signal(object)
    """The edited value (ValueRow) whose original is wanted again."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: ValueRow | None = None
        self.errands = Errands(self)
        self.head = ValueHead(self.errands, folder, self)
        self.edited = EditedStrip(self)
        self.value = ValueView(self.errands, folder, self)
        self.history = HistoryView(self)
        self.tries = TriesView(self.errands, folder, self)
        self.lineage = LineageView(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for title, view in (
            (tr("Value"), self.value),
            (tr("Over runs"), self.history),
            (tr("Compare"), self.tries),
            (tr("Lineage"), self.lineage),
        ):
            self.tabs.addTab(view, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.edited)
        layout.addWidget(self.tabs)
        self.head.edit.clicked.connect(self._on_edit_clicked)
        self.edited.restore.clicked.connect(self._on_restore_clicked)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.clear(tr(HINT))

    def show_value(self, row: ValueRow) -> None:
        """Look at another value. Its past, tries and lineage are told by the calls below."""
        self.row = row
        self.errands.renew()
        self.head.show_value(row)
        self.edited.show_value(row)
        self.value.show_value(row)
        self.history.show_past(None, row.run_id)
        self.tries.show_sides([], row)
        self.lineage.show_hands([])
        self._show_tabs(shown=True)

    def replace_value(self, row: ValueRow) -> None:
        """Show what the same try has pushed anew under the same key; all that is told around it stays."""
        self.row = row
        self.errands.renew()
        self.head.show_value(row)
        self.edited.show_value(row)
        self.value.show_value(row)

    def show_past(self, past: Past) -> None:
        """Draw the past of the key."""
        if self.row is not None:
            self.history.show_past(past, self.row.run_id)

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Offer what the value can be compared with."""
        if self.row is not None:
            self.tries.show_sides(sides, self.row)

    def show_hands(self, hands: Sequence[Hand]) -> None:
        """List the hands that the value went through."""
        self.lineage.show_hands(hands)

    def clear(self, sentence: str) -> None:
        """Show no value, and say why."""
        self.row = None
        self.errands.renew()
        self.head.clear()
        self.edited.show_value(None)
        self.value.say(sentence)
        self.tabs.setCurrentWidget(self.value)
        self._show_tabs(shown=False)

    def _show_tabs(self, *, shown: bool) -> None:
        self.tabs.tabBar().setVisible(shown)
        # Qt gives the focus of a tab widget to its bar, seen or not: there Tab would come to nothing.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus if shown else Qt.FocusPolicy.NoFocus)

    def close_down(self) -> None:
        """End the thread."""
        self.errands.close()

    @property
    def shows_lineage(self) -> bool:
        """Whether the lineage of a value is in front of the other parts."""
        return self.row is not None and self.tabs.currentWidget() is self.lineage

    def _on_edit_clicked(self) -> None:
        if self.row is not None:
            self.edit_asked.emit(self.row)

    def _on_restore_clicked(self) -> None:
        if self.row is not None:
            self.restore_asked.emit(self.row)

    def _on_tabs_current_changed(self) -> None:
        self.part_changed.emit()
