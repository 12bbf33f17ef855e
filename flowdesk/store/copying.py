"""Copying runs from one database to another, exactly as they are: a run is there in whole or not at all.

Runs, events and requests are numbered anew, in the same order. Logs, large values and the key of secrets stay
where they are: both databases are of the same home. What is there already is left alone, so that a copy that
broke off is carried on by the next; a run that went on since it was copied takes the place of its copy.
"""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flowdesk.plan.states import RunState
from flowdesk.records import NamedTuple
from flowdesk.store.cleaning import FROM_CHILD_TO_PARENT
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowdesk.store.rows import RunRow

_RUN = [
    "id",
    "pipeline",
    "path",
    "definition",
    "state",
    "reason",
    "started_at",
    "finished_at",
    "logical_date",
    "params",
    "parent",
    "paused",
]
_TASK = [
    "task",
    "map_index",
    "position",
    "state",
    "tries",
    "reason",
    "started_at",
    "finished_at",
    "failures",
    "retry_at",
    "expanded",
]
_TRY = [
    "task",
    "map_index",
    "number",
    "state",
    "reason",
    "exit_code",
    "signal_name",
    "pid",
    "log",
    "started_at",
    "finished_at",
    "rendered",
    "fingerprint",
    "cached_from",
]
_VALUE = ["seq", "task", "map_index", "try_number", "xcom_key", "type", "value", "secret", "pushed_at"]
_EDIT = [
    "seq",
    "task",
    "map_index",
    "try_number",
    "xcom_key",
    "type",
    "value",
    "secret",
    "edited_at",
    "edited_by",
    "is_current",
]
_PULL = [
    "task",
    "map_index",
    "try_number",
    "argument",
    "position",
    "source_task",
    "source_map_index",
    "xcom_key",
    "source_try",
    "source_run",
    "pulled_at",
]

EVENTS = 4
"""Where `counts_of_run` counts the events."""

# Any: a row is what its SQL says.
Row = dict[str, Any]


class Fate(StrEnum):
    """What became of a run that was to be copied."""

    COPIED = "copied"
    THERE = "there already"
    LIVE = "left out, as an engine works on it"
    OTHER = "left out, as there is another run of its id"


class Copied(NamedTuple):
    """A run, and what became of it."""

    run: RunRow
    fate: Fate


class Original(NamedTuple):
    """All that is kept of a run."""

    run: Row
    definition: Row
    group_retries: dict[str, int]
    imports: list[tuple[float]]
    tasks: list[Row]
    tries: list[Row]
    values: list[Row]
    edits: list[Row]
    pulls: list[Row]
    events: list[tuple[Any, ...]]
    requests: list[tuple[Any, ...]]


class Copier(Store):
    """A store that gives its runs to another one, and takes them from it."""

    def copy_to(self, target: Copier) -> Iterator[Copied]:
        """Copy all runs, oldest first; each is verified, by the number of its rows, before it is committed.

        Raises:
            FlowdeskError: either store cannot go on. What was copied stays.
        """
        for run in sorted(self.runs(limit=sys.maxsize), key=lambda run: run.number):
            yield Copied(run, self._copy(run, target))

    def _copy(self, run: RunRow, target: Copier) -> Fate:
        if run.state is RunState.RUNNING:
            return Fate.LIVE
        counts = self._value("counts_of_run", run=run.number)
        there = target._counts_of(run)
        if there == counts:
            return Fate.THERE
        if there is not None and (not there or there[EVENTS] > counts[EVENTS]):
            return Fate.OTHER
        target._take(self._original(run.number), counts)
        return Fate.COPIED

    def _original(self, number: int) -> Original:
        run = _named(_RUN, self._value("run_to_copy", run=number))
        definition = self._value("definition_to_copy", hash=run["definition"])
        return Original(
            run,
            _named(["hash", "plan", "source"], definition),
            self.group_retries(run["id"]),
            self._rows("imports_of_run", run=number),
            [_named(_TASK, row) for row in self._rows("tasks_to_copy", run=number)],
            [_named(_TRY, row) for row in self._rows("tries_to_copy", run=number)],
            [_named(_VALUE, row) for row in self._rows("values_to_copy", run=number)],
            [_named(_EDIT, row) for row in self._rows("edits_to_copy", run=number)],
            [_named(_PULL, row) for row in self._rows("pulls_to_copy", run=number)],
            self._rows("events_to_copy", run=number),
            self._rows("requests_to_copy", run=number),
        )

    def _counts_of(self, run: RunRow) -> tuple[int, ...] | None:
        """How many rows there are of the same run; none of another one of its id; None: there is none."""
        number = self._value("number_of_run", id=run.id)
        if number is None:
            return None
        (found,) = self._runs("run_by_number", number=number)
        is_same = (found.path, found.started_at) == (run.path, run.started_at)
        return tuple(self._value("counts_of_run", run=number)) if is_same else ()

    def _take(self, original: Original, counts: Sequence[int]) -> None:
        with self.transaction():
            self._moment()
            if (old := self._value("number_of_run", id=original.run["id"])) is not None:
                for query in FROM_CHILD_TO_PARENT:
                    self._do(query, run=old)
            run = self._enter_run(original)
            self._enter("copy_tasks", run, original.tasks)
            self._enter("copy_tries", run, original.tries)
            requests = {row[0]: self._enter_request(run, *row[1:]) for row in original.requests}
            seqs = {row[0]: self._enter_event(run, requests, *row[1:]) for row in original.events}
            self._enter("copy_values", run, [{**row, "seq": seqs[row["seq"]]} for row in original.values])
            self._enter("copy_edits", run, [{**row, "seq": seqs[row["seq"]]} for row in original.edits])
            self._enter("copy_pulls", run, original.pulls)
            found = self._value("counts_of_run", run=run)
            if tuple(found) != tuple(counts):
                raise RuntimeError(f"of run {original.run['id']}, {counts} rows became {found}")
        self._numbers.clear()

    def _enter_run(self, original: Original) -> int:
        row = original.run
        self._do("add_definition", **original.definition)
        names = ("id", "pipeline", "path", "definition", "state", "logical_date", "params", "parent")
        run = self._do("create_run", **{name: row[name] for name in names}, now=row["started_at"])
        end = {name: row[name] for name in ("state", "reason", "finished_at", "paused")}
        self._do_one("copy_end_of_run", run=run, **end)
        for group, count in original.group_retries.items():
            self._do("note_group_retry", run=run, group_id=group, retries=count)
        for (imported_at,) in original.imports:
            self._do("note_import", run=run, now=imported_at)
        return run

    def _enter(self, query: str, run: int, rows: list[Row]) -> None:
        if rows:
            self._database.ask(query, [{**row, "run": run} for row in rows])

    # Any: as above.
    def _enter_request(self, run: int, *row: Any) -> int:  # noqa: ANN401 - as above
        kind, task, data, requested_at, answer, answered_at = row
        number = self._do("add_request", run=run, kind=kind, task=task, data=data, now=requested_at)
        if answer is not None:
            self._do_one("answer_request", id=number, answer=answer, now=answered_at)
        return number

    def _enter_event(self, run: int, requests: dict[int, int], *row: Any) -> int:  # noqa: ANN401 - as above
        happened_at, kind, task, map_index, number, data = row
        if kind == "request_answered":
            told = json.loads(data)
            data = json.dumps({**told, "request": requests[told["request"]]})
        seq = self._database.next_number()
        self._database.later("add_event", "", (seq, run, happened_at, kind, task, map_index, number, data))
        return seq


def _named(names: Sequence[str], row: Sequence[Any]) -> Row:
    return dict(zip(names, row, strict=True))
