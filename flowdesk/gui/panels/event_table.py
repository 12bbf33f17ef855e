"""The table of events: in the order in which they happened, and no other, so that many are shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from flowdesk.gui.language import tr
from flowdesk.gui.models.event_words import as_json
from flowdesk.gui.panels.left_elided import LeftElided

if TYPE_CHECKING:
    from flowdesk.gui.models.events import EventsModel
    from flowdesk.plan.events import Event

WIDTHS = {0: 104, 1: 148, 2: 170, 3: 48}  # pixels, by column


class EventTable(QTableView):
    """Shows a model of events, and `hint` where there are none."""

    event_chosen = Signal(object)
    """The `Event` that the user made the current one."""
    event_activated = Signal(object)
    """The `Event` that the user double-clicked or entered."""

    def __init__(self, events: EventsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = events
        self.hint = ""
        self._syncing = False
        self.setModel(events)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
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
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.events.rows[row] for row in rows]

    def copy(self) -> None:
        """Put the selected events into the clipboard, each as a line of JSON."""
        QGuiApplication.clipboard().setText("\n".join(as_json(event) for event in self.selected()))

    def _set_up_headers(self) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # no row is asked for its size
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(32)
        header.setStretchLastSection(True)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def _on_selection_current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._syncing:
            self.event_chosen.emit(self.events.row(current))

    def _on_activated(self, index: QModelIndex) -> None:
        self.event_activated.emit(self.events.row(index))

    def _on_events_model_reset(self) -> None:
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.events.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.hint)
