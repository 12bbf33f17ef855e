"""Stores to hurt, and what must hold of one whatever happened to it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from flowdesk.plan.events import EventKind
from flowdesk.plan.states import OPEN, RunState, TaskState, TryState
from flowdesk.store.database import FILE_NAME
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from flowdesk.xcom.values import preview
from tests.builders import failed, new_run, succeeded
from tests.store.raw import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flowdesk.plan.events import Event

RETRIED = FinishedTry(TryState.FAILED, TaskState.UP_FOR_RETRY, "exit code 1", 1, delay=0.1, failures=1)

VERBS: tuple[Callable[[Store], object], ...] = (
    lambda store: store.create_run(new_run(), ["a", "b", "c"]),
    lambda store: store.start_try("run_1", "a", 1, log="a.log"),
    lambda store: store.push_value("run_1", "a", 1, key="k", value="1"),
    lambda store: store.push_value("run_1", "a", 1, key="k", value="2"),
    lambda store: store.finish_try("run_1", "a", 1, RETRIED),
    lambda store: store.start_try("run_1", "a", 2, log="a.log"),
    lambda store: store.push_value("run_1", "a", 2, key="k", value='"' + "x" * 20_000 + '"'),
    lambda store: store.push_value("run_1", "a", 2, key="token", value='"hush"', secret=True),
    lambda store: store.finish_try("run_1", "a", 2, succeeded()),
    lambda store: store.edit_value("run_1", "a", 2, key="k", value="3", by="Mia"),
    lambda store: store.edit_value("run_1", "a", 2, key="token", value='"hide"', by="Mia"),
    lambda store: store.restore_value("run_1", "a", 2, key="k", by="Mia"),
    lambda store: store.edit_value("run_1", "a", 2, key="k", value="4", by="Mia"),
    lambda store: store.expand_task("run_1", "b", 3),
    lambda store: store.start_try("run_1", "b[0]", 1, log="b.log"),
    lambda store: store.finish_try("run_1", "b[0]", 1, failed()),
    lambda store: store.move_task("run_1", "b[1]", TaskState.CANCELLED),
    lambda store: store.add_request("run_1", "pause"),
    lambda store: store.set_paused("run_1", paused=True),
    lambda store: store.answer_request(1, "paused"),
    lambda store: store.move_task("run_1", "c", TaskState.UPSTREAM_FAILED, "'b' failed"),
    lambda store: store.move_task("run_1", "c", TaskState.WAITING, "cleared", failures=0),
    lambda store: store.finish_run("run_1", RunState.FAILED),
    lambda store: store.resume_run("run_1"),
    lambda store: store.expand_task("run_1", "b", 2),
    lambda store: store.finish_run("run_1", RunState.CANCELLED, "Ctrl-C"),
)
"""A life of a run, each verb of it to be committed by itself."""


def committed_lives(home: Path) -> Iterator[Store]:
    """A store in which the life of a run goes on by one commit at each step."""
    with Store.open(home) as store:
        for verb in VERBS:
            with store.transaction():
                verb(store)
            yield store


def copied(store: Store, to: Path) -> Path:
    """The files of a store as they stand now, as a power cut would leave them; the key's with them."""
    to.mkdir(parents=True)
    for name in (FILE_NAME, f"{FILE_NAME}-wal", "secret.key"):
        if (store.home / name).exists():
            shutil.copyfile(store.home / name, to / name)
    return to


def told(store: Store) -> list[Event]:
    """All events of the one run, none if it is not there."""
    return store.events("run_1") if store.runs() else []


def check_sound(store: Store) -> None:
    """The file is whole, no row refers to one that is not there, and rows say what the events say."""
    ask = connection(store).execute
    assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ask("PRAGMA foreign_key_check").fetchall() == []
    for run in store.runs(limit=1000):
        check_agreement(store, run.id)


def check_agreement(store: Store, run_id: str) -> None:
    """The tasks, tries and values of a run are what its events tell."""
    tasks: dict[str, str] = {}
    tries: dict[tuple[str, int], str] = {}
    values: dict[tuple[str, int, str], int] = {}
    edited: dict[tuple[str, int, str], str] = {}
    for event in store.events(run_id):
        name, number = str(event.name), event.try_number or 0
        if event.kind is EventKind.TRY_STARTED:
            tasks[name], tries[name, number] = TaskState.RUNNING, TryState.RUNNING
        elif event.kind is EventKind.VALUE_PUSHED:
            values[name, number, event.data["key"]] = event.seq
        elif event.kind is EventKind.VALUE_EDITED:
            edited.pop((name, number, event.data["key"]), None)
            if event.data["original"] is not None:
                edited[name, number, event.data["key"]] = event.data["preview"]
        elif event.kind is EventKind.TRY_FINISHED:
            tasks[name], tries[name, number] = event.data["task_state"], event.data["state"]
        elif event.kind is EventKind.TASK_MOVED:
            tasks[name] = event.data["state"]
        elif event.kind is EventKind.TASK_EXPANDED:
            tasks[name] = TaskState.RUNNING
    rows = store.tasks(run_id)
    shown = {row.name: row.state for row in rows if row.state is not TaskState.REMOVED}
    assert {name: tasks.get(name, TaskState.WAITING) for name in shown} == shown
    assert tries == {(row.name, row.number): row.state for row in store.tries(run_id)}
    rows_of_values = store.values(run_id)
    assert values == {(row.name, row.try_number, row.key): row.seq for row in rows_of_values}
    in_use = [row for row in rows_of_values if row.is_edited]
    assert edited == {(row.name, row.try_number, row.key): preview(row.value) for row in in_use}
    assert all(row.finished_at is None for row in rows if row.state in OPEN)
    run = store.find_run(run_id)
    spans: list[tuple[float | None, float | None]] = [(run.started_at, run.finished_at)]
    spans += [(row.started_at, row.finished_at) for row in rows]
    spans += [(row.started_at, row.finished_at) for row in store.tries(run_id)]
    assert all(end is None or start is None or end >= start for start, end in spans)
    for request in store.requests(run_id):
        json.loads(request.data)
