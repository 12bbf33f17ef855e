"""What can be asked about a run: its tasks, tries, values, pulls, events and requests.

A task is asked for by its id, which means all that were made of it where it is mapped, or by the name of
one of these (`train[3]`).
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.address import address_of
from flowdesk.store.database import opened
from flowdesk.store.finding import Finder
from flowdesk.store.rows import Edit, EditRow, PullRow, RequestRow, TaskRow, TryRow, ValueRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any, Self

TIMEOUT = 10.0
"""Seconds to wait for another program that keeps the file locked."""

PATIENCE = 30.0
"""Seconds to wait for the server of a database that went away in the middle of something."""

MASK = '"***"'
"""Stands for a secret value, as JSON text like all values."""


def _where(name: str) -> dict[str, Any]:
    """The task, and the map indexes from low to high, that a name means."""
    task, index = split(name)
    return {"task": task, "low": index, "high": sys.maxsize if index < 0 else index}


def value_row(
    run_id: str,
    *row: Any,  # noqa: ANN401 - a row is what its SQL says
    plain: Callable[[str], str],
) -> ValueRow:
    """The row of a value as it is in use: as pushed, or edited. `plain` makes a secret one readable."""
    task, number, key, told, value, pushed_at, seq, map_index, secret, *edited = row
    text, edit = plain(value) if secret else value, None
    if edited[0] is not None:
        edit = Edit(told, text, *edited[2:])
        told, text = edited[0], plain(edited[1]) if secret else edited[1]
    return ValueRow(run_id, task, number, key, told, text, pushed_at, seq, map_index, bool(secret), edit)


def masked(run_id: str, *row: Any) -> ValueRow:  # noqa: ANN401 - a row is what its SQL says
    """The row of a value as anybody may see it."""
    return value_row(run_id, *row, plain=lambda _: MASK)


def _edit_row(run_id: str, *row: Any) -> EditRow:  # noqa: ANN401 - a row is what its SQL says
    task, number, key, told, value, edited_at, seq, map_index, secret, by, current = row
    shown, is_current = MASK if secret else value, bool(current)
    about = (run_id, task, number, key, told, shown, edited_at, seq, map_index)
    return EditRow(*about, bool(secret), by, is_current)


class Reader(Finder):
    """Answers questions about a run."""

    @classmethod
    def open(
        cls, home: Path, *, url: str | None = None, timeout: float = TIMEOUT, patience: float = PATIENCE
    ) -> Self:
        """Open the store of a home for questions only; all as in `Store.open` with `read_only`."""
        home = home.absolute()
        address = address_of(url, home=home)
        reader = cls(home, opened(address, timeout=timeout, patience=patience, read_only=True))
        reader.url = address.whole
        return reader

    def plan_text(self, run_id: str) -> str:
        """The plan that a run follows, as JSON text."""
        return str(self._value("plan_of_run", run=self._number(run_id)))

    def source_text(self, run_id: str) -> str:
        """The text of the pipeline's file as it was when the run began."""
        return str(self._value("source_of_run", run=self._number(run_id)))

    def tasks(self, run_id: str) -> list[TaskRow]:
        """The tasks of a run, in the file's order; after a mapped one, what was made of it."""
        return [
            TaskRow(run_id, task, TaskState(state), *rest)
            for task, state, *rest in self._rows("tasks_of_run", run=self._number(run_id))
        ]

    def group_retries(self, run_id: str) -> dict[str, int]:
        """How often each group of a run was tried again, of those that were."""
        return dict(self._rows("group_retries_of_run", run=self._number(run_id)))

    def imported_runs(self) -> frozenset[int]:
        """The numbers of the runs that came from elsewhere, and that nobody has gone on with here."""
        return frozenset(number for (number,) in self._rows("imported_runs"))

    def tries(self, run_id: str, task: str | None = None) -> list[TryRow]:
        """The tries of a run or of one of its tasks, in the order they began."""
        if task is None:
            rows = self._rows("tries_of_run", run=self._number(run_id))
        else:
            rows = self._rows("tries_of_task", run=self._number(run_id), **_where(task))
        return [self._try(run_id, *row) for row in rows]

    def values(
        self, run_id: str, *, task: str | None = None, key: str | None = None, after_seq: int = 0
    ) -> list[ValueRow]:
        """The values of all tries, in the order they were pushed; of the secret ones, a mask."""
        where: dict[str, Any] = {"run": self._number(run_id), "after_seq": after_seq}
        if task is None:
            rows = self._rows("values_of_run", **where)
            return [masked(run_id, *row) for row in rows if key in {None, row[2]}]
        where |= _where(task)
        rows = (
            self._rows("values_of_task", **where)
            if key is None
            else self._rows("values_of_key", **where, key=key)
        )
        return [masked(run_id, *row) for row in rows]

    def edits(self, run_id: str) -> list[EditRow]:
        """What stood, or stands, in the place of values of a run, in order; of secret ones, a mask."""
        rows = self._rows("edits_of_run", run=self._number(run_id))
        return [_edit_row(run_id, *row) for row in rows]

    def pulls(self, run_id: str) -> list[PullRow]:
        """Who pulled what in a run."""
        return [PullRow(run_id, *row) for row in self._rows("pulls_of_run", run=self._number(run_id))]

    def events(self, run_id: str, *, after_seq: int = 0, limit: int = sys.maxsize) -> list[Event]:
        """What happened in a run, in order, after the event of a number."""
        rows = self._rows("events_of_run", run=self._number(run_id), after_seq=after_seq, limit=limit)
        parsed = json.loads(f"[{','.join(row[5] for row in rows)}]")  # one by one takes twice as long
        return [
            Event(seq, run_id, at, EventKind(kind), task, number, data, map_index)
            for (seq, at, kind, task, number, _, map_index), data in zip(rows, parsed, strict=True)
        ]

    def idle(self, run_id: str) -> float:
        """Seconds for which a run was over before somebody asked for more of it."""
        idle, over_since = 0.0, None
        for at, kind in self._rows("ends_of_run", run=self._number(run_id)):
            if kind == EventKind.RUN_FINISHED:
                over_since = at
            elif over_since is not None:
                idle += max(0.0, at - over_since)
                over_since = None
        return idle

    def requests(self, run_id: str) -> list[RequestRow]:
        """What was ever asked of the engine of a run, in order, and what it answered."""
        return self._requests("requests_of_run", run_id)

    def open_requests(self, run_id: str) -> list[RequestRow]:
        """What is asked of the engine of a run and not answered yet, in order."""
        return self._requests("open_requests_of_run", run_id)

    def _requests(self, query: str, run_id: str) -> list[RequestRow]:
        rows = self._rows(query, run=self._number(run_id))
        return [RequestRow(request, run_id, *rest) for request, *rest in rows]

    def _try(self, run_id: str, *row: Any) -> TryRow:  # noqa: ANN401 - a row is what its SQL says
        task, number, state, reason, exit_code, signal, pid, log, *rest = row
        absolute = str(self.home / log)
        return TryRow(run_id, task, number, TryState(state), reason, exit_code, signal, pid, absolute, *rest)
