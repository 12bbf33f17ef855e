"""What can be asked of a store. Every answer is one statement, and so of one moment."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.database import queries
from flowdesk.store.errors import RunUnknown, translated
from flowdesk.store.lease import Holder
from flowdesk.store.rows import PullRow, RequestRow, RunRow, TaskRow, TryRow, ValueRow

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_LISTED = 5
_MOST_DIGITS = 18  # that always fit into a 64-bit integer
_AFTER_ALL_TEXT = "\U0010ffff"


def storable(text: str) -> str:
    """The text in valid Unicode, as databases want it: a lone surrogate becomes an escape.

    They come from what is no text at all (a path, the output of a command). In JSON text the escape
    means the same character.
    """
    return text.encode("utf-8", "backslashreplace").decode()


def _storable(parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a question: what somebody typed in another encoding is not there, and no error."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in parameters.items()}


class Reader:
    """Answers questions about what happened. Belongs to the thread that made it."""

    def __init__(self, home: Path, path: Path, connection: sqlite3.Connection) -> None:
        self.home = home
        self.path = path
        self._connection = connection
        self._queries = queries()
        self._numbers: dict[str, int] = {}
        self._seen_version = self._data_version()

    def close(self) -> None:
        """Close the file. The store cannot be used afterwards."""
        self._connection.close()

    def changed_elsewhere(self) -> bool:
        """Whether somebody else wrote to the store since this was last asked."""
        before, self._seen_version = self._seen_version, self._data_version()
        return self._seen_version != before

    def runs(self, *, path: str | None = None, limit: int = 50) -> list[RunRow]:
        """The newest runs first, of all pipelines or of the file at an absolute path."""
        if path is None:
            return self._runs("newest_runs", limit=limit)
        return self._runs("newest_runs_of_path", path=storable(path), limit=limit)

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

    def plan_text(self, run_id: str) -> str:
        """The plan that a run follows, as JSON text."""
        return str(self._value("plan_of_run", run=self._number(run_id)))

    def source_text(self, run_id: str) -> str:
        """The text of the pipeline's file as it was when the run began."""
        return str(self._value("source_of_run", run=self._number(run_id)))

    def tasks(self, run_id: str) -> list[TaskRow]:
        """The tasks of a run, in the file's order."""
        return [
            TaskRow(run_id, task, TaskState(state), *rest)
            for task, state, *rest in self._rows("tasks_of_run", run=self._number(run_id))
        ]

    def tries(self, run_id: str, task: str | None = None) -> list[TryRow]:
        """The tries of a run or of one of its tasks, in the order they began."""
        if task is None:
            rows = self._rows("tries_of_run", run=self._number(run_id))
        else:
            rows = self._rows("tries_of_task", run=self._number(run_id), task=task)
        return [self._try(run_id, *row) for row in rows]

    def values(
        self, run_id: str, *, task: str | None = None, key: str | None = None, after_seq: int = 0
    ) -> list[ValueRow]:
        """The values of all tries, in the order they were pushed."""
        where: dict[str, Any] = {"run": self._number(run_id), "after_seq": after_seq}
        if task is None:
            rows = self._rows("values_of_run", **where)
            return [ValueRow(run_id, *row) for row in rows if key in {None, row[2]}]
        if key is None:
            return [ValueRow(run_id, *row) for row in self._rows("values_of_task", **where, task=task)]
        return [ValueRow(run_id, *row) for row in self._rows("values_of_key", **where, task=task, key=key)]

    def history(self, path: str, task: str, key: str, *, limit: int = 100) -> list[ValueRow]:
        """A key's values over the runs of a file, newest run and last try first."""
        rows = self._rows("history", path=storable(path), task=task, key=key, limit=limit)
        return [ValueRow(*row) for row in rows]

    def pulls(self, run_id: str) -> list[PullRow]:
        """Who pulled what in a run."""
        return [PullRow(run_id, *row) for row in self._rows("pulls_of_run", run=self._number(run_id))]

    def events(self, run_id: str, *, after_seq: int = 0, limit: int = sys.maxsize) -> list[Event]:
        """What happened in a run, in order, after the event of a number."""
        rows = self._rows("events_of_run", run=self._number(run_id), after_seq=after_seq, limit=limit)
        parsed = json.loads(f"[{','.join(row[-1] for row in rows)}]")  # one by one takes twice as long
        return [
            Event(seq, run_id, at, EventKind(kind), task, number, data)
            for (seq, at, kind, task, number, _), data in zip(rows, parsed, strict=True)
        ]

    def open_requests(self, run_id: str) -> list[RequestRow]:
        """What is asked of the engine of a run and not answered yet, in order."""
        rows = self._rows("open_requests_of_run", run=self._number(run_id))
        return [
            RequestRow(request, run_id, kind, task, requested_at, answer)
            for request, kind, task, requested_at, answer in rows
        ]

    def _named(self, ref: str) -> list[RunRow]:
        found = self._runs("runs_by_id", low=ref, high=ref + _AFTER_ALL_TEXT, limit=1000)
        exact = [run for run in found if run.id == storable(ref)]
        return exact or self._numbered(ref.removeprefix("#")) or found

    def _numbered(self, text: str) -> list[RunRow]:
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        return self._runs("run_by_number", number=int(text)) if is_number else []

    # Any: a row is what its SQL says, and goes straight into the dataclass of the same columns.
    def _rows(self, query: str, **parameters: Any) -> list[Any]:  # noqa: ANN401 - as above
        with translated(self.path):
            return list(getattr(self._queries, query)(self._connection, **_storable(parameters)))

    def _value(self, query: str, **parameters: Any) -> Any:  # noqa: ANN401 - as above
        with translated(self.path):
            return getattr(self._queries, query)(self._connection, **_storable(parameters))

    def _data_version(self) -> int:
        with translated(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _number(self, run_id: str) -> int:
        """The number of a run, by which all other rows know it."""
        number = self._numbers.get(run_id)
        if number is None:
            number = self._value("number_of_run", id=run_id)
            if number is None:
                raise RunUnknown(f"there is no run '{run_id}'; `flowdesk runs` lists them")
            self._numbers[run_id] = number
        return number

    def _runs(self, query: str, **parameters: Any) -> list[RunRow]:  # noqa: ANN401 - as above
        return [self._run(row[:9], row[9:]) for row in self._rows(query, **parameters)]

    def _run(self, row: tuple[Any, ...], holder: tuple[Any, ...]) -> RunRow:
        run_id, number, pipeline, path, definition, state, *rest = row
        shown = RunState(state)
        if shown is RunState.RUNNING and (holder[0] is None or not Holder(*holder).is_alive):
            shown = RunState.INTERRUPTED
            rest[-1] = self._value("last_event_of_run", run=number)
        return RunRow(run_id, number, pipeline, path, definition, shown, *rest)

    def _try(self, run_id: str, *row: Any) -> TryRow:  # noqa: ANN401 - as above
        task, number, state, reason, exit_code, signal, pid, log, *times = row
        absolute = str(self.home / log)
        return TryRow(run_id, task, number, TryState(state), reason, exit_code, signal, pid, absolute, *times)
