"""The panel of events: all that happened in the shown run, filtered, and the way to the moment of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import tr
from flowdesk.gui.models.event_words import KINDS
from flowdesk.gui.models.events import EventsModel
from flowdesk.gui.panels.event_table import EventTable
from flowdesk.gui.tool_button import tool_button
from flowdesk.plan.instances import task_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from flowdesk.gui.session import Session
    from flowdesk.plan.events import Event, EventKind


class EventsPanel(QWidget):
    """Follows the run of `session`, its moment and, if asked to, its selection."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = EventsModel(self)
        self.table = EventTable(self.model, self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Filter by kind, task or what happened"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.count = QLabel(self)
        self.kinds = tool_button(tr("Which kinds of events are shown"), self, icon=Icon.FILTER)
        self.task = tool_button(tr("Only events of the selected task"), self, icon=Icon.DETAILS)
        self.task.setCheckable(True)
        self.moment = tool_button(
            tr("Show the run as it was after this event (Enter)"), self, icon=Icon.CLOCK
        )
        self.copy = tool_button(tr("Copy the selected events as JSON (Ctrl+C)"), self, icon=Icon.FILE)
        self._actions = self._fill_kinds()
        self._lay_out()
        self._connect(session)
        self._on_session_view_opened()

    def _fill_kinds(self) -> dict[EventKind, QAction]:
        menu = QMenu(self.kinds)
        actions = {kind: menu.addAction(tr(word)) for kind, (word, _, _) in KINDS.items()}
        for action in actions.values():
            action.setCheckable(True)
            action.toggled.connect(self._sift)
        menu.addSeparator()
        menu.addAction(tr("All kinds")).triggered.connect(self._on_all_kinds_triggered)
        self.kinds.setMenu(menu)
        self.kinds.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return actions

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(4)
        bar.addWidget(self.filter, stretch=1)
        bar.addSpacing(4)
        for widget in (self.count, self.kinds, self.task, self.moment, self.copy):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.table)

    def _connect(self, session: Session) -> None:
        session.view_opened.connect(self._on_session_view_opened)
        session.events_grew.connect(self._on_session_events_grew)
        session.moment_changed.connect(self._on_session_moment_changed)
        session.task_selected.connect(self._on_session_task_selected)
        self.filter.textChanged.connect(self._sift)
        self.task.toggled.connect(self._sift)
        self.moment.clicked.connect(self._on_moment_clicked)
        self.copy.clicked.connect(self.table.copy)
        self.table.event_chosen.connect(self._on_table_event_chosen)
        self.table.event_activated.connect(self._on_table_event_activated)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.model.rowsInserted.connect(self._refresh)
        self.model.modelReset.connect(self._refresh)

    def _sift(self) -> None:
        kinds = [kind for kind, action in self._actions.items() if action.isChecked()]
        task = self._session.task if self.task.isChecked() else ""
        self.model.sift(text=self.filter.text(), kinds=kinds, task=task)
        self._show_moment()

    def _refresh(self) -> None:
        shown, total = len(self.model.rows), self.model.total
        both = tr("{shown:,} of {total:,}").format(shown=shown, total=total)
        self.count.setText(f"{total:,}" if shown == total else both)
        nothing = tr("Nothing has happened yet. All that happens in a run is listed here.")
        self.table.hint = tr("No event passes the filter.") if total else nothing
        is_one = bool(self.table.selectionModel().hasSelection())
        self.moment.setEnabled(is_one)
        self.copy.setEnabled(is_one)

    def _show_moment(self) -> None:
        moment = self._session.moment
        if moment is not None:
            self.table.select_place(self.model.place_of(moment))

    def _on_session_view_opened(self) -> None:
        self.model.moment = None
        self.model.show_events(self._session.events)

    def _on_session_events_grew(self, events: list[Event]) -> None:
        bar = self.table.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum()
        self.model.add_events(events)
        if is_at_end and not self.table.selectionModel().hasSelection():
            self.table.scrollToBottom()

    def _on_session_moment_changed(self) -> None:
        if self._session.moment != self.model.moment:
            self.model.show_moment(self._session.moment)
        self._show_moment()

    def _on_session_task_selected(self) -> None:
        if self.task.isChecked():
            self._sift()

    def _on_all_kinds_triggered(self) -> None:
        for action in self._actions.values():
            action.setChecked(False)

    def _on_moment_clicked(self) -> None:
        chosen = self.table.selected()
        if chosen:
            self._session.show_moment(chosen[-1].seq)

    def _on_table_event_chosen(self, event: Event) -> None:
        if event.name and not self.task.isChecked():
            self._session.select_task(task_of(event.name))

    def _on_table_event_activated(self, event: Event) -> None:
        self._session.show_moment(event.seq)
