"""The runs of the file that is open, as far as they were asked for: the newest, then older ones by pages.

The feed tells of the newest ones as they change; what a list shows besides, older runs, and such as are
sought are asked of the store. Whoever shows runs, as a list or as a grid, shows these.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.lookup import Lookup
from flowdesk.store.surveying import ListedRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow
    from flowdesk.store.sought import Sought
    from flowdesk.store.store import Store

PAGE = 50
"""Runs that are asked for at once; as many as the feed tells of."""

LARGE_PAGE = 500
"""Runs that are asked for at once where all are wanted."""

PATIENCE = 5.0
"""Seconds to wait for an answer: of a store that is gone, or in trouble, none comes."""

Answer = tuple[list[ListedRun], int]
"""A page, and how many runs the file has."""


class RunPages(QObject):
    """Belongs to a session. `runs` are those known, newest first; `total` counts all of the file's."""

    changed = Signal()
    """`runs` or `total` are new."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = ""
        self._asked_at = -PATIENCE
        self.runs: list[ListedRun] = []
        self.total = 0
        self.sought: Sought | None = None
        self.is_whole = False
        self._wants_all = False
        session.runs_listed.connect(self.take_newest)

    def seek(self, sought: Sought | None) -> None:
        """Have only such runs listed; None for all."""
        if sought != self.sought:
            self.sought = sought
            self._begin(self._session.runs)

    def refresh(self) -> None:
        """Ask anew for all that is known: some of it may be gone."""
        self._ask(None, max(PAGE, len(self.runs)))

    @property
    def can_fetch(self) -> bool:
        """Whether there are older runs to ask for."""
        is_asking = monotonic() - self._asked_at < PATIENCE
        return not self.is_whole and not is_asking and bool(self.runs)

    def fetch_more(self) -> None:
        """Ask for a page of older runs."""
        if self.can_fetch:
            self._ask(self.runs[-1].row.number, PAGE)

    def fetch_all(self) -> None:
        """Ask for all older runs, page after page: what is sorted must be whole."""
        self._wants_all = True
        if self.can_fetch:
            self._ask(self.runs[-1].row.number, LARGE_PAGE)

    def find(self, run_id: str) -> ListedRun | None:
        """The run of this id, if it is known."""
        return next((run for run in self.runs if run.row.id == run_id), None)

    def take_newest(self, rows: Sequence[RunRow]) -> None:
        """Show these, the newest runs of the file, at once, and ask the store what a list tells besides."""
        if self._path != str(self._session.path):
            self._path = str(self._session.path)
            self._begin(rows)
            return
        self._show_newest(rows)
        self._ask(None, PAGE)

    def _begin(self, rows: Sequence[RunRow]) -> None:
        self.runs, self.total, self.is_whole = [], len(rows), False
        self._asked_at = -PATIENCE
        self._show_newest(rows)
        self._ask(None, PAGE)

    def _show_newest(self, rows: Sequence[RunRow]) -> None:
        known = {run.row.id: run for run in self.runs}
        newest = [_renewed(known.get(row.id, ListedRun(row)), row) for row in rows]
        if self.sought is not None:
            newest = [run for run in newest if self.sought.fits(run)]
        below = rows[-1].number if len(rows) >= PAGE else 0
        self._put(newest, below)

    def _put(self, newest: list[ListedRun], below: int) -> None:
        """Take these for all runs from the number `below` on; older ones stay."""
        runs = newest + [run for run in self.runs if run.row.number < below]
        self.total = max(self.total, len(runs))
        if runs != self.runs or not runs:
            self.runs = runs
            self.changed.emit()

    def _ask(self, before: int | None, limit: int) -> None:
        path, sought = self._path, self.sought
        if not path:
            return

        def read(store: Store) -> Answer:
            page = store.listed_runs(path, before=before, limit=limit, sought=sought)
            return page, store.count_runs(path)

        if before is not None:
            self._asked_at = monotonic()
        asked = (path, sought)
        self._session.feed.look_up(Lookup(read, partial(self._take, asked, before, limit)))

    def _take(self, asked: tuple[str, Sought | None], before: int | None, limit: int, answer: Answer) -> None:
        page, total = answer
        if before is not None:
            self._asked_at = -PATIENCE
        if asked != (self._path, self.sought):
            return
        self.total = total
        is_last = len(page) < limit
        if before is None:
            self.is_whole = self.is_whole or is_last
            self._put(page, 0 if is_last else page[-1].row.number)
        else:
            self.is_whole = is_last
            known = self.runs[-1].row.number if self.runs else before
            self.runs = self.runs + [run for run in page if run.row.number < known]
        self.changed.emit()
        if self._wants_all and self.can_fetch:
            self.fetch_all()


def _renewed(run: ListedRun, row: RunRow) -> ListedRun:
    """Take what a row tells now; for how long the run was over only the list's own question tells."""
    return run._replace(row=row._replace(idle=run.row.idle))
