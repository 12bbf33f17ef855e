"""Tells once of each run of a file that it ended, whether it is the one that is shown or not.

A run counts from the moment at which it was seen running: what had ended before is no news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.language import tr
from flowdesk.gui.state_look import look_of
from flowdesk.gui.times import duration
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow


class Ending(NamedTuple):
    """How a run ended. `failed` is the task that failed first, with the reason, as far as it is known."""

    path: Path
    run: RunRow
    state: RunState
    seconds: float | None
    failed: tuple[str, str] = ("", "")

    @property
    def title(self) -> str:
        """What is said first: "training: Failed"."""
        return f"{self.run.pipeline}: {look_of(self.state).word}"

    @property
    def text(self) -> str:
        """What is said below: the run, how long it took, and what failed."""
        parts = [tr("Run #{number}").format(number=self.run.number)]
        if self.seconds is not None:
            parts.append(duration(self.seconds))
        task, reason = self.failed
        said = f"{task}: {reason}" if reason else task
        return "\n".join([" · ".join(parts), *([said] if said else [])])


class RunEnds(QObject):
    """Watches the runs of one session's file."""

    run_ended = Signal(object)
    """The `Ending`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session: Session = session
        self._running: dict[str, RunRow] = {}
        session.runs_listed.connect(self._look)
        session.possibilities_changed.connect(self._look)

    @property
    def running(self) -> list[RunRow]:
        """The runs that go on, the newest first."""
        return sorted(self._running.values(), key=lambda row: row.number, reverse=True)

    def _look(self) -> None:
        session = self.session
        rows = {row.id: row for row in session.runs if row.parent is None}
        if session.run is not None:
            rows.setdefault(session.run.id, session.run)
        for row in rows.values():
            state = self._state(row)
            if state is RunState.RUNNING:
                self._running[row.id] = row
            elif self._running.pop(row.id, None) is not None and session.path is not None:
                self.run_ended.emit(self._ending(row, state, session.path))

    def _state(self, row: RunRow) -> RunState:
        """Of the shown run by its events, which are there before the list is."""
        now = self.session.now
        return now.run_state if now.run_id == row.id and now.run_state is not None else row.state

    def _ending(self, row: RunRow, state: RunState, path: Path) -> Ending:
        now = self.session.now
        if now.run_id != row.id:
            seconds = None if row.finished_at is None else row.finished_at - row.started_at
            return Ending(path, row, state, seconds)
        ended = now.finished_at
        seconds = None if ended is None or now.started_at is None else ended - now.started_at - now.idle
        first = now.failed[0] if now.failed and state is not RunState.SUCCESS else ""
        reason = (now.task(first).reason or "") if first else ""
        return Ending(path, row, state, seconds, (first, reason))
