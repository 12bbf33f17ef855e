"""Which runs there are, and which of them is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.states import RunState
from flowdesk.store.asking import Asker, storable
from flowdesk.store.errors import RunUnknown
from flowdesk.store.lease import Holder
from flowdesk.store.rows import RunRow

if TYPE_CHECKING:
    from typing import Any

_LISTED = 5
_MOST_DIGITS = 18  # that always fit into a 64-bit integer
_AFTER_ALL_TEXT = "\U0010ffff"
_COLUMNS_OF_HOLDER = 4


class Finder(Asker):
    """Finds runs."""

    def runs(self, *, path: str | None = None, limit: int = 50) -> list[RunRow]:
        """The newest runs first, of all pipelines or of the file at an absolute path."""
        if path is None:
            return self._runs("newest_runs", limit=limit)
        return self._runs("newest_runs_of_path", path=path, limit=limit)

    def live_runs(self, path: str | None = None) -> list[RunRow]:
        """The runs that an engine works on now, oldest first; of all files or of the one at `path`."""
        everywhere = path is None
        found = self._runs("running_runs") if everywhere else self._runs("running_runs_of_path", path=path)
        return [run for run in found if run.state is RunState.RUNNING]

    def previous_run(self, path: str, before: int) -> RunRow | None:
        """The run of a file before the one of number `before`, however it ended."""
        found = self._runs("previous_run", path=path, before=before)
        return found[0] if found else None

    def inner_runs(self, run_id: str) -> list[RunRow]:
        """The runs that tasks of a run are, oldest first."""
        return self._runs("runs_of_parent", parent=run_id)

    def find_run(self, ref: str | None, *, path: str | None = None) -> RunRow:
        """The run of an id, a number ("12", "#12") or the beginning of an id; None: the latest.

        With `path`, only runs of that file count.

        Raises:
            RunUnknown: there is none, or several begin so.
        """
        if ref is None:
            found = self.runs(path=path, limit=1)
            missing = "no run has been recorded yet" + (f" of {path}" if path else "")
        else:
            found = [run for run in self._named(ref) if path is None or run.path == storable(path)]
            missing = (
                f"there is no run '{ref}'" + (f" of {path}" if path else "") + "; `flowdesk runs` lists them"
            )
        if not found:
            raise RunUnknown(missing)
        if len(found) > 1:
            some = ", ".join(f"#{run.number} {run.id}" for run in found[:_LISTED])
            raise RunUnknown(f"several runs begin with '{ref}' ({some}); write more of the id, or the number")
        return found[0]

    def _named(self, ref: str) -> list[RunRow]:
        found = self._runs("runs_by_id", low=ref, high=ref + _AFTER_ALL_TEXT, limit=1000)
        exact = [run for run in found if run.id == storable(ref)]
        return exact or self._numbered(ref.removeprefix("#")) or found

    def _numbered(self, text: str) -> list[RunRow]:
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        return self._runs("run_by_number", number=int(text)) if is_number else []

    # Any: the parameters are what the SQL names, a row is its columns.
    def _runs(self, query: str, **parameters: Any) -> list[RunRow]:  # noqa: ANN401 - as above
        rows = self._rows(query, **parameters)
        return [self._run(*row[:-_COLUMNS_OF_HOLDER], holder=row[-_COLUMNS_OF_HOLDER:]) for row in rows]

    def _run(self, *row: Any, holder: tuple[Any, ...]) -> RunRow:  # noqa: ANN401 - as above
        run_id, number, pipeline, path, definition, state, reason, started_at, finished_at, *rest = row
        logical_date, params, parent, paused = rest
        shown = RunState(state)
        if shown is RunState.RUNNING and (holder[0] is None or not Holder(*holder).is_alive):
            shown = RunState.INTERRUPTED
            finished_at = max(started_at, self._value("last_event_of_run", run=number))
        about = (run_id, number, pipeline, path, definition, shown, reason, started_at, finished_at)
        return RunRow(*about, logical_date, params, parent, bool(paused))
