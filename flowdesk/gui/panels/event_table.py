"""The table of events: in the order in which they happened, and no other, so that many are shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.models.event_words import as_json
from flowdesk.gui.override import override
from flowdesk.gui.panels.left_elided import LeftElided
from flowdesk.gui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from flowdesk.gui.models.events import EventsModel
    from flowdesk.plan.events import Event

WIDTHS = {0: 104, 1: 148, 2: 170, 3: 48}  # pixels, by column


class EventTable(WholeRows):
    """Shows a model of events, and `hint` where there are none."""

    event_chosen = Signal(object)
    """The `Event` that the user made the current one."""
    event_activated = Signal(object)
    """The `Event` that the user double-clicked or entered."""

    def __init__(self, events: EventsModel, parent: QWidget | None = None) -> None:
        super().__init__(events, parent=parent)
        self.events = events
        self._syncing = False
        self.setAccessibleName(tr("Events of the run"))
        self.setItemDelegateForColumn(2, LeftElided(self))
        self._set_up_headers()
        self.selectionModel().currentRowChanged.connect(self._on_selection_current_row_changed)
        self.activated.connect(self._on_activated)
        events.modelReset.connect(self._on_events_model_reset)

    def select_place(self, place: int) -> None:
        """Make a row the current one, without telling so; below 0 none."""
        self._syncing = True
        if place < 0:
            self.clearSelection()
        elif place != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(place)
            self.scrollTo(self.events.index(place, 0))
        self._syncing = False

    def selected(self) -> list[Event]:
        """The selected events, in their order."""
        return [self.events.rows[place] for place in self.selected_places()]

    @override
    def copied_text(self) -> str:
        """The selected events, each as a line of JSON."""
        return "\n".join(as_json(event) for event in self.selected())

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # no row is asked for its size
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.set_widths(WIDTHS)
        self.horizontalHeader().setStretchLastSection(True)

    def _on_selection_current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._syncing:
            self.event_chosen.emit(self.events.row(current))

    def _on_activated(self, index: QModelIndex) -> None:
        self.event_activated.emit(self.events.row(index))

    def _on_events_model_reset(self) -> None:
        self.viewport().update()
