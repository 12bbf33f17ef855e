"""Shows a run and a task of a pipeline that was just opened, as `flowdesk open FILE --run --task` asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.errors import UsageError
from flowdesk.gui.language import tr
from flowdesk.gui.lookup import Lookup
from flowdesk.plan.instances import task_of

if TYPE_CHECKING:
    from flowdesk.gui.session import Session
    from flowdesk.store.store import Store


class Pointer(QObject):
    """Points `session` at a run, by its number or id ("" for the latest), and at a task ("" for none).

    It waits until that run is shown, or for the file where there is none, and is gone then.
    """

    def __init__(self, session: Session, run: str, task: str) -> None:
        super().__init__(session)
        self._session = session
        self._task = task_of(task)
        self._run_id = ""
        self._is_sought = bool(run)
        if run:
            read = partial(_find, ref=run, path=str(session.path))
            session.feed.look_up(Lookup(read, self._take))
        session.view_opened.connect(self._point)
        self._point()

    def _take(self, run_id: str) -> None:
        if not run_id:
            self._session.told.emit(tr("This pipeline has no such run."))
            self._leave()
            return
        self._run_id, self._is_sought = run_id, False
        self._session.show_run(run_id)
        self._point()

    def _point(self) -> None:
        session = self._session
        shown = session.run.id if session.run else ""
        if self._is_sought or (self._run_id and shown != self._run_id) or not session.view.plan.tasks:
            return
        if self._task and self._task not in session.view.plan.tasks:
            session.told.emit(tr("There is no task '{name}' in what is shown.").format(name=self._task))
        elif self._task:
            session.select_task(self._task)
        self._leave()

    def _leave(self) -> None:
        self._session.view_opened.disconnect(self._point)
        self.deleteLater()


def _find(store: Store, *, ref: str, path: str) -> str:
    try:
        return store.find_run(ref, path=path).id
    except UsageError:
        return ""
