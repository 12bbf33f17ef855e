"""Removing runs that are over: their rows, their events, the folders of their logs and their stored files.

Each run goes by itself, so that an engine at work waits for one at the most; whether it is live is asked
under the lock. The rows go first, with a note of what is left to do in the same commit; then the folder,
which is moved aside under the lock, as the same id may be given again, and then emptied; then the note.
Where this breaks off, the next cleaning goes on from the notes, and no row ever tells of a log that is gone.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from flowdesk.plan.states import RunState
from flowdesk.store.editing import EditWriter
from flowdesk.store.errors import StoreBusy, StoreFull
from flowdesk.store.home import log_folder
from flowdesk.store.sweeping import Sweeper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flowdesk.store.rows import RunRow

LAST_MOMENT = sys.float_info.max
"""Stands for infinity, which MySQL does not know."""

FROM_CHILD_TO_PARENT = (
    "remove_pulls",
    "remove_edits",
    "remove_values",
    "remove_tries",
    "remove_tasks",
    "remove_run",
)


class Cleaner(EditWriter, Sweeper):
    """Removes runs."""

    def clean(self, *, path: str | None = None, keep: int = 0, before: float = float("inf")) -> list[RunRow]:
        """Remove runs, of all files or of the one at an absolute path, and return those removed.

        The newest `keep` runs of each file stay, and those that ended at `before` (seconds since the epoch)
        or later. A run that is a task of another goes with that. A run stays if an engine works on it, or on
        a run of its tasks. Not to be called in a transaction.

        Raises:
            StoreReadOnly, StoreBusy, StoreFull, StoreCorrupt, StoreUnavailable: some may be removed already.
        """
        return self._clean(self.old_runs(path=path, keep=keep, before=before))

    def remove_run(self, run_id: str) -> list[RunRow]:
        """Remove one run and those that its tasks are; none if an engine works on one of them.

        Raises:
            RunUnknown: there is no such run.
            StoreReadOnly, StoreBusy, StoreFull, StoreCorrupt, StoreUnavailable: as they say.
        """
        self._number(run_id)
        return self._clean([run_id])

    def _clean(self, run_ids: Sequence[str]) -> list[RunRow]:
        removed = [run for run_id in run_ids for run in self._remove(run_id)]
        if not self.others:  # they may have copies of these runs, whose logs these are too
            self._remove_leftover_logs()
        if removed:
            self.sweep_values()
        with suppress(StoreBusy, StoreFull):  # what matters is done, and the next cleaning tries again
            self._database.give_back(is_quiet=not self.live_runs())
        return removed

    def old_runs(self, *, path: str | None = None, keep: int = 0, before: float = float("inf")) -> list[str]:
        """The ids of the runs that `clean` would look at, oldest first."""
        where = {"path": path, "keep": keep, "before": min(before, LAST_MOMENT)}
        return [run_id for (run_id,) in self._rows("old_runs", **where)]

    def _remove(self, run_id: str) -> list[RunRow]:
        """Remove a run and the runs that its tasks are; none if one of them is live."""
        with self.transaction():
            self._moment()
            number = self._value("number_of_run", id=run_id)
            family = self._runs("family_of_run", run=number)
            if any(run.state is RunState.RUNNING for run in family):
                return []
            for run in family:
                for query in FROM_CHILD_TO_PARENT:
                    self._do(query, run=run.number)
                self._do("remove_definition", definition=run.definition)
                folder = log_folder(self.home, run.id).name
                self._do("add_leftover_logs", folder=folder, run=run.number, run_id=run.id)
        self._numbers.clear()
        return family

    def _remove_leftover_logs(self) -> None:
        import shutil

        for folder, run, run_id in self._rows("leftover_logs"):
            logs = self.home / "logs" / folder
            aside = self.home / "logs" / f"~{run}"  # no run's folder: their names begin otherwise, or end so
            with self.transaction():
                is_given_again = self._value("number_of_run", id=run_id) is not None
                if not is_given_again:
                    _move(logs, aside)
            shutil.rmtree(aside, ignore_errors=True)
            if not aside.exists() and (is_given_again or not logs.exists()):
                with self.transaction():
                    self._do("forget_leftover_logs", folder=folder, run=run)


def _move(folder: Path, aside: Path) -> None:
    with suppress(OSError):  # there was no log, or it may not be moved: then the note of it stays
        folder.rename(aside)
