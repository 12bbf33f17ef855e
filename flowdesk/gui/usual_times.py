"""How long the tasks that run now took in earlier runs of the file, for the bars on their cards.

Asked of the store once for each task and file, off the window's thread; of a few tasks at a time, since the
feed waits for the answer.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.lookup import Lookup
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.gui.session import Session
    from flowdesk.store.store import Store

MOST = 12
"""Tasks that are asked for at once; of hundreds that run together nobody reads the bars."""

_RUNS = 20


class UsualTimes(QObject):
    """Watches `session` for tasks that begin to run."""

    told = Signal(object)
    """By task, in seconds: all that is known of the file that is shown."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = ""
        self._asked: set[str] = set()
        self._known: dict[str, float] = {}
        session.view_opened.connect(self._on_session_view_opened)
        session.view_changed.connect(self._ask)

    def _on_session_view_opened(self) -> None:
        path = str(self._session.path or "")
        if path != self._path:
            self._path, self._asked, self._known = path, set(), {}
        self.told.emit(self._known)
        self._ask()

    def _ask(self) -> None:
        view = self._session.view
        if view.run_state is not RunState.RUNNING or not self._path:
            return
        tasks = [task for task in view.running if task not in self._asked][:MOST]
        if tasks:
            self._asked.update(tasks)
            read = partial(usual_times, path=self._path, tasks=tasks)
            self._session.feed.look_up(Lookup(read, partial(self._take, self._path)))

    def _take(self, path: str, times: dict[str, float]) -> None:
        if path == self._path and times:
            self._known = {**self._known, **times}
            self.told.emit(self._known)


def usual_times(store: Store, *, path: str, tasks: Iterable[str]) -> dict[str, float]:
    """The middle of the seconds that tasks took where they succeeded in the latest runs, by task."""
    from statistics import median

    runs = store.runs(path=path, limit=_RUNS)
    if not runs:
        return {}
    found = {}
    for task in tasks:
        took = [
            one.finished_at - one.started_at
            for one in store.task_over_runs(path, task, since=runs[-1].number)
            if one.state is TaskState.SUCCESS and one.started_at is not None and one.finished_at is not None
        ]
        if took:
            found[task] = median(took)
    return found
