"""Above the runs: as what they are shown, and which of them are sought."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.state_icons import state_icon
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import theme_changes
from flowdesk.gui.times import DAY
from flowdesk.plan.states import RunState
from flowdesk.store.sought import sought

if TYPE_CHECKING:
    from flowdesk.store.sought import Sought

LIST, GRID = 0, 1
SPANS = (
    (mark("At any time"), None),
    (mark("In the last 24 hours"), DAY),
    (mark("In the last 7 days"), 7 * DAY),
    (mark("In the last 30 days"), 30 * DAY),
)


class RunsHead(QWidget):
    """A switch between list and grid, a field, and a button with a menu of states and spans."""

    view_chosen = Signal(int)
    """LIST or GRID."""

    sought_changed = Signal(object)
    """`Sought`, or None for all runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QButtonGroup(self)
        self.list_button = self._switch_button(LIST, Icon.LIST, tr("Runs as a list"))
        self.grid_button = self._switch_button(GRID, Icon.GRID, tr("Runs as a grid of runs and tasks"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find runs: number, id, param, reason"))
        self.field.setAccessibleName(tr("Find runs"))
        self.field.setClearButtonEnabled(True)
        self.filter = QToolButton(self)
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter.setMenu(self._menu())
        show_icon(self.filter, Icon.FILTER)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 8, 6)
        self._row.setSpacing(2)
        for widget in (self.list_button, self.grid_button, self.field, self.filter):
            self._row.addWidget(widget, stretch=widget is self.field)
        self._row.insertSpacing(2, 6)
        self.switch.idClicked.connect(self.view_chosen)
        self.field.textChanged.connect(self._on_choice_changed)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._tell_filter()

    def add(self, widget: QWidget) -> None:
        """Put something at the end of the row."""
        self._row.addWidget(widget)

    def show_view(self, view: int) -> None:
        """Show which of the two views is in front."""
        self.switch.button(view).setChecked(True)

    @property
    def states(self) -> frozenset[RunState]:
        """The states that are ticked."""
        return frozenset(state for state, action in self.state_actions.items() if action.isChecked())

    @property
    def span(self) -> float | None:
        """Seconds to look back; None for all time."""
        return next((seconds for seconds, action in self.span_actions.items() if action.isChecked()), None)

    def _switch_button(self, view: int, icon: Icon, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        show_icon(button, icon)
        self.switch.addButton(button, view)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.state_actions: dict[RunState, QAction] = {}
        for state in RunState:
            action = menu.addAction(state_icon(state), tr(look_of(state).word))
            action.setCheckable(True)
            action.toggled.connect(self._on_choice_changed)
            self.state_actions[state] = action
        menu.addSeparator()
        group = QActionGroup(menu)
        self.span_actions: dict[float | None, QAction] = {}
        for text, seconds in SPANS:
            action = menu.addAction(tr(text))
            action.setCheckable(True)
            group.addAction(action)
            self.span_actions[seconds] = action
        self.span_actions[None].setChecked(True)
        group.triggered.connect(self._on_choice_changed)
        menu.addSeparator()
        self.all_runs = menu.addAction(tr("Show all runs"))
        self.all_runs.triggered.connect(self.show_all)
        return menu

    def show_all(self) -> None:
        """Seek nothing any more."""
        for action in self.state_actions.values():
            action.setChecked(False)
        self.span_actions[None].setChecked(True)
        self.field.clear()
        self._on_choice_changed()

    def _sought(self) -> Sought | None:
        since = None if self.span is None else time() - self.span
        return sought(self.field.text(), self.states, since)

    def _tell_filter(self) -> None:
        parts = [tr(look_of(state).word) for state in RunState if state in self.states]
        parts += [tr(text) for text, seconds in SPANS if seconds is not None and seconds == self.span]
        tip = tr("Filter by state and time")
        self.filter.setToolTip(tip + (": " + ", ".join(parts) if parts else ""))
        self.filter.setAccessibleName(self.filter.toolTip())
        show_icon(self.filter, Icon.FILTER, "accent" if parts else "text_dim")
        self.filter.setDown(bool(parts))

    def _on_choice_changed(self) -> None:
        self._tell_filter()
        self.sought_changed.emit(self._sought())

    def _on_theme_changed(self) -> None:
        for state, action in self.state_actions.items():
            action.setIcon(state_icon(state))
