"""Between the inspector and the rest of the window: which value is looked at, and what is known around it.

Whoever only selects a row or a task looks on at what he had opened, until the inspector is in front: then it
follows.
When another run is shown, the same key of that run takes the value's place.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.canvas.value_way import Way
from flowdesk.gui.history.past import read_past
from flowdesk.gui.inspector.lineage import read_lineage
from flowdesk.gui.inspector.panel import GONE, HINT
from flowdesk.gui.inspector.tries_view import Side
from flowdesk.gui.language import tr
from flowdesk.gui.lookup import Lookup

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.docks import Docks
    from flowdesk.gui.history.past import Past
    from flowdesk.gui.inspector.lineage import Hand
    from flowdesk.gui.inspector.panel import ValuePanel
    from flowdesk.gui.late_dock import LateDock
    from flowdesk.gui.models.xcoms import XCom
    from flowdesk.gui.panels.xcoms import XComsPanel
    from flowdesk.gui.session import Session
    from flowdesk.plan.run_view import Changes
    from flowdesk.store.rows import ValueRow

MOST_EARLIER = 20
"""Runs before the shown one with which a value can be compared."""


class ValueLink(QObject):
    """Belongs to the inspector; `dock` is where it lies."""

    def __init__(self, session: Session, panel: ValuePanel, docks: Docks, dock: LateDock) -> None:
        super().__init__(panel)
        self._session = session
        self.panel = panel
        self._docks = docks
        self._dock = dock
        self._xcoms: XComsPanel | None = None
        self._graph: GraphView | None = None
        self._wanted: tuple[str, str] | None = None
        self._past: tuple[ValueRow, Past] | None = None
        self._hands: list[Hand] = []
        self._is_in_front = False  # of the panels that share its place; Qt has the others lie off the screen

    def connect_to(self, xcoms: XComsPanel, graph: GraphView) -> None:
        """Open what is activated there, and show there what is known."""
        self._xcoms, self._graph = xcoms, graph
        xcoms.table.row_chosen.connect(self._on_table_row_chosen)
        session, panel = self._session, self.panel
        session.task_selected.connect(self._on_session_task_selected)
        session.values_reset.connect(self._on_session_values_reset)
        session.values_arrived.connect(self._on_session_values_arrived)
        session.view_changed.connect(self._on_session_view_changed)
        panel.history.plot.run_chosen.connect(session.show_run)
        panel.lineage.run_chosen.connect(session.show_run)
        panel.lineage.task_chosen.connect(session.select_task)
        panel.part_changed.connect(self._on_panel_part_changed)
        self._dock.visibilityChanged.connect(self._on_dock_visibility_changed)
        self._on_dock_visibility_changed(self._dock.is_seen)

    def open(self, row: ValueRow) -> None:
        """Look at a value, and bring the inspector to the front."""
        self._wanted = (row.name, row.key)  # before the inspector comes to the front, and asks what to show
        self._docks.bring(self._dock)
        self._show(row)

    def open_key(self, task: str, key: str) -> None:
        """Look at what a task pushed last under a key, or be told that there is nothing."""
        rows = [xcom.row for xcom in self._xcoms.model.rows] if self._xcoms else []
        mine = [row for row in rows if (row.task, row.key) == (task, key)]
        if mine:
            self.open(mine[-1])
        else:
            self._wanted = (task, key)
            self._docks.bring(self._dock)
            self.panel.clear(
                tr("'{task}' has not pushed '{key}' in what is shown.").format(task=task, key=key)
            )

    def _show(self, row: ValueRow) -> None:
        self._wanted = (row.name, row.key)
        self._past, self._hands = None, []
        self.panel.show_value(row)
        self._show_sides(row)
        self._ask(row)
        self._trace()

    def _ask(self, row: ValueRow) -> None:
        """Ask the store for what is told around a value."""
        path = str(self._session.path)
        look_up = self._session.feed.look_up
        look_up(
            Lookup(lambda store: read_past(store, path, row.name, row.key), partial(self._take_past, row))
        )
        self._ask_for_lineage(row)

    def _ask_for_lineage(self, row: ValueRow) -> None:
        path = str(self._session.path)
        asked = Lookup(lambda store: read_lineage(store, path, row), partial(self._take_hands, row))
        self._session.feed.look_up(asked)

    def _take_past(self, row: ValueRow, past: Past) -> None:
        if self._is_shown(row):
            self._past = (row, past)
            self.panel.show_past(past)
            self._show_sides(row)

    def _take_hands(self, row: ValueRow, hands: list[Hand]) -> None:
        if self._is_shown(row) and hands != self._hands:
            self._hands = hands
            self.panel.show_hands(hands)
            self._trace()

    def _show_sides(self, row: ValueRow) -> None:
        """Offer the tries of this run, after what the run before had last."""
        sides = [side for one in self._tries_of(row) for side in _sides_of(one)]
        if self._past is not None:
            number = self._number(row)
            there = [(p.run.number, p.row) for p in self._past[1].points if p.row and p.run.number < number]
            earlier = [
                Side(tr("run #{run}, try {number}").format(run=run, number=one.try_number), one)
                for run, one in there[-MOST_EARLIER:]
            ]
            sides = earlier + sides
        self.panel.show_sides(sides)

    def _is_shown(self, row: ValueRow) -> bool:
        """Whether it is still looked at, or what took its place."""
        shown = self.panel.row
        return shown is not None and _key_of(shown) == _key_of(row)

    def _number(self, row: ValueRow) -> int:
        return next((run.number for run in self._session.runs if run.id == row.run_id), 0)

    def _tries_of(self, row: ValueRow) -> list[ValueRow]:
        rows = [xcom.row for xcom in self._xcoms.model.rows] if self._xcoms else []
        return [one for one in rows if (one.name, one.key) == (row.name, row.key)]

    def _trace(self) -> None:
        """Show in the graph who had the value, while the list of them is in front."""
        row = self.panel.row
        if self._graph is None:
            return
        if row is None or not (self._is_in_front and self.panel.shows_lineage):
            self._graph.graph.trace(None)
        else:
            pulled = {hand.task for hand in self._hands if hand.argument is not None and hand.run is None}
            self._graph.graph.trace(Way(row.task, row.key, frozenset(pulled)))

    def _on_panel_part_changed(self) -> None:
        if self.panel.row is not None and self.panel.shows_lineage:
            self._ask_for_lineage(self.panel.row)
        self._trace()

    def _on_dock_visibility_changed(self, is_visible: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._is_in_front = is_visible
        if is_visible and self._wanted is None and self._session.task:
            self._on_session_task_selected(self._session.task)
        self._trace()

    def _on_table_row_chosen(self, xcom: XCom) -> None:
        if self._is_in_front:
            self._show(xcom.row)

    def _on_session_task_selected(self, task: str) -> None:
        """Show the one value of the task, or say of which there is a choice; not to who follows a lineage."""
        shown = self.panel.row
        if not self._is_in_front or self.panel.shows_lineage:
            return
        if shown is not None and task in (shown.task, shown.name):
            return
        rows = self._xcoms.model.rows if self._xcoms else []
        mine = [xcom.row for xcom in rows if xcom.is_last and task in (xcom.row.task, xcom.row.name)]
        if len(mine) == 1:
            self._show(mine[0])
        elif mine:
            self._wanted = None
            keys = ", ".join(f"'{key}'" for key in dict.fromkeys(row.key for row in mine))
            said = tr("'{task}' pushed {keys}. Choose one in the table of XComs to look at it here.")
            self.panel.clear(said.format(task=task, keys=keys))

    def _on_session_view_changed(self, changes: Changes) -> None:
        """A task that began may have pulled what is looked at."""
        row = self.panel.row
        if changes.tasks and row is not None and self._is_in_front and self.panel.shows_lineage:
            self._ask_for_lineage(row)

    def _on_session_values_reset(self, rows: list[ValueRow]) -> None:
        """Another run, or none: the same key of it, if it has one."""
        if self._wanted is None:
            return
        mine = [row for row in rows if (row.name, row.key) == self._wanted]
        if mine:
            self._show(mine[-1])
        else:
            self.panel.clear(tr(GONE if self._session.run else HINT))
            self._trace()

    def _on_session_values_arrived(self, rows: list[ValueRow]) -> None:
        """Further values: the one that is looked at stays; if it was waited for, here it is."""
        shown = self.panel.row
        mine = [row for row in rows if self._wanted in ((row.name, row.key), (row.task, row.key))]
        if not mine:
            return
        if shown is None:
            self._show(mine[-1])
        elif mine[-1].try_number == shown.try_number and mine[-1].name == shown.name:
            self.panel.replace_value(mine[-1])
            self._show_sides(mine[-1])
        else:
            self._show_sides(shown)


def _sides_of(row: ValueRow) -> list[Side]:
    """A try's value; where somebody edited it, what the task pushed before it."""
    told = tr("try {number}").format(number=row.try_number)
    if row.edit is None:
        return [Side(told, row)]
    original = row._replace(type=row.edit.original_type, value=row.edit.original, edit=None)
    pushed = tr("try {number}, as it was pushed").format(number=row.try_number)
    edited = tr("try {number}, edited").format(number=row.try_number)
    return [Side(pushed, original), Side(edited, row)]


def _key_of(row: ValueRow) -> tuple[str, str, str, int]:
    return (row.run_id, row.name, row.key, row.try_number)
