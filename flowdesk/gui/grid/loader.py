"""Asks the store for the cells that are looked at: many runs in one question, and one question at a time."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesk.gui.grid.cells import GridCells
from flowdesk.gui.lookup import Lookup
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow
    from flowdesk.store.surveying import Cells

AT_ONCE = 8_000
"""Cells that are asked for in one question: the feed is to be free again within some tens of milliseconds."""

PATIENCE = 5.0
"""Seconds to wait for an answer: of a store that is gone, or in trouble, none comes."""

LIVE = 1000  # milliseconds between looks at runs that go on and that the window does not show


class GridLoader(QObject):
    """Fills `cells`, which it owns."""

    loaded = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = GridCells()
        self._session = session
        self._path = ""
        self._wanted: list[RunRow] = []
        self._asked_at = -PATIENCE
        self._timer = QTimer(self)
        self._timer.setInterval(LIVE)
        self._timer.timeout.connect(self._on_timer_timeout)

    def begin(self, path: str) -> None:
        """Forget all; from now on it is about the runs of this file."""
        self._path = path
        self._wanted = []
        self._asked_at = -PATIENCE
        self.cells.clear()

    def want(self, rows: Sequence[RunRow]) -> None:
        """These runs are looked at now, oldest first; what is not known of them is asked for."""
        self._wanted = list(rows)
        self.cells.keep_near(row.number for row in rows)
        self._ask_for(self._missing())
        going_on = any(row.state is RunState.RUNNING for row in rows)
        if going_on is not self._timer.isActive():
            self._timer.start() if going_on else self._timer.stop()

    def rest(self) -> None:
        """Nothing is looked at."""
        self._wanted = []
        self._timer.stop()

    def _missing(self) -> list[RunRow]:
        """Those of which nothing is known, or that stood otherwise when they were asked about."""
        cells = self.cells
        return [
            row
            for row in self._wanted
            if row.number != cells.live and cells.state_of(row.number) is not row.state
        ]

    def _ask_for(self, rows: Sequence[RunRow]) -> None:
        if not rows or not self._path or monotonic() - self._asked_at < PATIENCE:
            return
        tasks = len(self._session.view.plan.tasks) or 1
        batch = list(rows[-max(1, AT_ONCE // tasks) :])  # the newest first
        path, low, high = self._path, batch[0].number, batch[-1].number
        self._asked_at = monotonic()
        asked = Lookup(lambda store: store.cells(path, low, high), partial(self._take, path, batch))
        self._session.feed.look_up(asked)

    def _take(self, path: str, rows: Sequence[RunRow], found: Cells) -> None:
        self._asked_at = -PATIENCE
        if path != self._path:
            return
        self.cells.put(rows, found)
        self.loaded.emit()
        self._ask_for(self._missing())

    def _on_timer_timeout(self) -> None:
        shown = self._session.run
        others = [
            row
            for row in self._wanted
            if row.state is RunState.RUNNING and (shown is None or row.id != shown.id)
        ]
        self._ask_for(others)
