"""Whether the rows of an exported run fit together, and can be shown: they may have been made by anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.run_view import RunView
from flowdesk.plan.written import PlanUnreadable, from_json
from flowdesk.store.exchange import records
from flowdesk.store.reading import MASK
from flowdesk.xcom.preview import preview
from flowdesk.xcom.stored import references
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.plan.plan import Plan
    from flowdesk.store.exchange.unpacking import Archive

Rows = list[dict[str, Any]]

WRONG = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What our own code raises where data is not what it writes."""


@dataclass(frozen=True, slots=True)
class CheckedRun:
    """A run as an archive has it, all of whose rows fit together. Each row is as `records` says."""

    run: dict[str, Any]
    plan: str
    source: str
    tasks: Rows
    tries: Rows
    values: Rows
    edits: Rows
    pulls: Rows
    events: Rows
    requests: Rows

    @property
    def id(self) -> str:
        """The run's id."""
        return str(self.run["id"])


def checked(archive: Archive, number: int) -> CheckedRun:
    """Read one run of an archive, and check it.

    Raises:
        ArchiveRefused: something of it is damaged.
    """
    folder = f"runs/{number}"

    def rows(name: str, fields: records.Fields) -> Rows:
        return list(archive.rows(f"{folder}/{name}.jsonl", fields))

    found = CheckedRun(
        archive.row(f"{folder}/run.json", records.RUN),
        archive.text(f"{folder}/plan.json"),
        archive.text(f"{folder}/source.toml"),
        rows("tasks", records.TASK),
        rows("tries", records.TRY),
        rows("values", records.VALUE),
        rows("edits", records.EDIT) if archive.has(f"{folder}/edits.jsonl") else [],
        rows("pulls", records.PULL),
        rows("events", records.EVENT),
        rows("requests", records.REQUEST),
    )
    _check_run(archive, number, found)
    _check_rows(archive, found)
    _check_values(archive, [*found.values, *found.edits])
    _check_events(archive, found)
    return found


def _check_run(archive: Archive, number: int, found: CheckedRun) -> None:
    before, parent = archive.runs[:number], found.run["parent"]
    is_of_another = parent in before if number else parent is None
    if found.id != archive.runs[number] or found.id in before or not is_of_another:
        raise archive.damaged(f"its run {number} is not the one that it should be")


def _check_rows(archive: Archive, found: CheckedRun) -> None:
    """Refuse rows of what there is not, and rows that are there twice."""
    plan = _plan(archive, found)
    if unknown := next((row["task"] for row in found.tasks if row["task"] not in plan.tasks), None):
        raise archive.damaged(f"its plan has no task {unknown!r}")
    tasks = _keys(archive, "task", found.tasks, "task", "map_index")
    tries = _keys(archive, "try", found.tries, "task", "map_index", "number")
    of_a_try = ("task", "map_index", "try_number")
    values = _keys(archive, "value", found.values, *of_a_try, "key")
    pulls = _keys(archive, "pull", found.pulls, *of_a_try, "argument", "position")
    edited = [tuple(row[name] for name in (*of_a_try, "key")) for row in found.edits]
    in_use = [row for row in found.edits if row["is_current"]]
    _keys(archive, "current edit", in_use, *of_a_try, "key")
    if not values.issuperset(edited):
        raise archive.damaged("a value is missing that was edited")
    if not {key[:2] for key in tries} <= tasks or not {key[:3] for key in values | pulls} <= tries:
        raise archive.damaged("rows are missing in it")
    for row in found.tries:
        if row["log"] is not None and ("/logs/" not in row["log"] or not archive.has(row["log"])):
            raise archive.damaged("a log is missing in it")


def _plan(archive: Archive, found: CheckedRun) -> Plan:
    try:
        return from_json(found.plan)
    except (PlanUnreadable, *WRONG) as error:
        raise archive.damaged(str(error).rstrip(".")) from None


def _keys(archive: Archive, what: str, rows: Iterable[dict[str, Any]], *names: str) -> set[tuple[Any, ...]]:
    keys = [tuple(row[name] for name in names) for row in rows]
    if len(found := set(keys)) != len(keys):
        raise archive.damaged(f"a {what} is there twice")
    return found


def _check_values(archive: Archive, rows: Rows) -> None:
    for row in rows:
        try:
            decode(row["value"])
            preview(row["value"])
            stored = list(references(row["value"]))
        except WRONG:
            raise archive.damaged(f"the value of '{row['key']}' cannot be read") from None
        if row["secret"] and row["value"] != MASK:
            raise archive.damaged(f"the secret '{row['key']}' is not masked")
        for one in stored:
            if one.at is not None or not archive.has(f"values/{one.sha256}"):
                raise archive.damaged(f"the value of '{row['key']}' is missing")


def _check_events(archive: Archive, found: CheckedRun) -> None:
    """Refuse events that the run cannot be shown from, by showing it."""
    names = {(row["task"], row["map_index"]) for row in found.tasks}
    pushed = {row["seq"] for row in found.events if row["kind"] == EventKind.VALUE_PUSHED}
    edited = {row["seq"] for row in found.events if row["kind"] == EventKind.VALUE_EDITED}
    view, before = RunView(from_json(found.plan), found.id), 0
    for row in found.events:
        event = Event(**{**row, "run_id": found.id, "kind": EventKind(row["kind"])})
        is_about_the_run = event.task is None or event.kind is EventKind.REQUEST_ANSWERED
        count = event.data.get("count", 0)
        is_small = isinstance(count, int) and 0 <= count <= len(names)
        if (
            row["seq"] <= before
            or not is_small
            or not (is_about_the_run or (event.task, event.map_index) in names)
        ):
            raise archive.damaged("an event in it tells of what is not there")
        before = row["seq"]
        try:
            view.apply([event])
        except WRONG:
            raise archive.damaged("an event in it cannot be read") from None
    if not ({row["seq"] for row in found.values} <= pushed and {row["seq"] for row in found.edits} <= edited):
        raise archive.damaged("an event is missing in it")
