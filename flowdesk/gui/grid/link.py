"""Between the grid and the rest of the window: which runs and tasks it shows, and what is selected there.

Nothing is asked of the store while the grid is not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from flowdesk.gui.grid.loader import GridLoader
from flowdesk.gui.grid.tree import Tree
from flowdesk.gui.grid.view import GridView
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.models.run_pages import RunPages
    from flowdesk.gui.session import Session
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import Changes

AHEAD = 12
"""Runs beyond those that are seen, on either side, that are asked for too."""


class GridLink(QObject):
    """Owns the grid's `view`."""

    log_wanted = Signal()
    """The log of the task that is now selected is to be read."""

    def __init__(self, session: Session, pages: RunPages, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = pages
        self._path = ""
        self._plan: Plan | None = None
        self._awaited = ("", "")  # a task that is to be selected once its run is shown
        self.loader = GridLoader(session, self)
        self.view = GridView(self.loader.cells, parent)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settle_timeout)
        self.view.installEventFilter(self)
        self.view.seen_changed.connect(self._settle.start)
        self.view.end_reached.connect(pages.fetch_more)
        self.view.cell_chosen.connect(self.choose)
        self.view.log_wanted.connect(self._on_view_log_wanted)
        self.loader.loaded.connect(self._on_loader_loaded)
        pages.changed.connect(self._on_pages_changed)
        session.view_opened.connect(self.take_up)
        session.view_changed.connect(self._on_session_view_changed)
        session.task_selected.connect(self._mark)
        session.file_checked.connect(self._show_tree)

    def choose(self, run_id: str, task: str) -> None:
        """Show a run, and select a task of it everywhere; "" leaves the task as it is."""
        session = self._session
        if session.run is None or session.run.id != run_id:
            self._awaited = (run_id, task)
            session.show_run(run_id)
        elif task in session.view.plan.tasks:
            session.select_task(task)

    def take_up(self) -> None:
        """Show the run that the session shows."""
        session, cells = self._session, self.loader.cells
        if session.run is None:
            cells.show_live(cells.live or 0, None)
        else:
            cells.show_live(session.run.number, session.view)
            run_id, task = self._awaited
            if run_id == session.run.id and task in session.view.plan.tasks:
                session.select_task(task)
            self._awaited = ("", "")
        self._show_tree()
        self._mark()
        self._settle.start()
        self.view.refresh()

    def _show_tree(self) -> None:
        """Show the rows of the file's tasks, and of what earlier runs had besides, once the grid is seen."""
        if not self.view.isVisible():
            return
        plan = self._session.file.plan or self._session.view.plan
        tree = Tree(plan, self.loader.cells.tasks() | set(self._session.view.plan.tasks))
        if plan is not self._plan or tree.tasks != self.view.tree.tasks:
            self._plan = plan
            self.view.show_tree(tree)

    def _mark(self) -> None:
        run = self._session.run
        self.view.mark(run.id if run else "", self._session.task)

    def _on_settle_timeout(self) -> None:
        view = self.view
        if not view.isVisible():
            self.loader.rest()
            return
        seen = view.place.seen_columns
        self.loader.want(view.runs[max(0, seen.start - AHEAD) : seen.stop + AHEAD])
        if seen.start == 0:
            self._pages.fetch_more()

    def _on_pages_changed(self) -> None:
        if self._path != str(self._session.path):
            self._path = str(self._session.path)
            self.loader.begin(self._path)
            self.view.folded.clear()
            self._show_tree()
        self.view.show_runs([run.row for run in reversed(self._pages.runs)])
        self._mark()

    def _on_loader_loaded(self) -> None:
        self._show_tree()
        self.view.refresh()

    def _on_session_view_changed(self, _changes: Changes) -> None:
        cells = self.loader.cells
        if cells.live is not None:
            cells.forget_looks(cells.live)
            self.view.refresh()

    def _on_view_log_wanted(self, run_id: str, task: str) -> None:
        self.choose(run_id, task)
        self.log_wanted.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._show_tree()
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._settle.start()
        return super().eventFilter(watched, event)
