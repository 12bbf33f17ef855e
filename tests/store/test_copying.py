from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.copying import Copier, Fate
from tests.builders import finish_run, new_run, start_run
from tests.faults.stores import VERBS
from tests.store.raw import asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.store.store import Store

TABLES = {
    "runs": "id, pipeline, path, definition, state, reason, started_at, finished_at, params, parent, paused",
    "tasks": "task, map_index, position, state, tries, reason, started_at, finished_at, failures, retry_at",
    "tries": "task, map_index, number, state, reason, log, started_at, finished_at, fingerprint",
    "xcoms": "task, map_index, try_number, xcom_key, type, value, pushed_at, secret",
    "edits": "task, map_index, try_number, xcom_key, type, value, secret, edited_at, edited_by, is_current",
    "pulls": "task, map_index, argument, position, source_task, xcom_key, source_try, pulled_at",
    "requests": "kind, task, requested_at, answer, answered_at, data",
    "group_retries": "group_id, retries",
    "imports": "imported_at",
    "definitions": "hash, plan, source",
}
"""What must be equal on both sides, all but the numbers."""


@pytest.fixture
def source(home: Path) -> Iterator[Copier]:
    """A store in a file, with a run of a full life and one that was interrupted."""
    with Copier.open(home) as store:
        for verb in VERBS:
            with store.transaction():
                verb(store)
        finish_run(store, "run_2")
        with store.transaction():
            store.create_run(new_run("dead"), ["a"])
            store.note_group_retry("dead", "g", 2)
            store._do("note_import", run=store._number("dead"), now=5.0)
            store._do("release_lease", run=store._number("dead"))
        yield store


@pytest.fixture
def target(home: Path, url: str | None) -> Iterator[Copier]:
    """An empty store in each database in turn."""
    with Copier.open(home, url=url or f"sqlite:///{home / 'copy.db'}") as store:
        yield store


def fates(source: Copier, target: Copier) -> list[Fate]:
    return [copied.fate for copied in source.copy_to(target)]


def rows(store: Store) -> dict[str, list[str]]:
    return {
        table: sorted(map(str, asked(store, f"SELECT {columns} FROM {table}")))  # noqa: S608 - our words
        for table, columns in TABLES.items()
    }


def test_a_copy_is_equal_but_for_its_numbers(source: Copier, target: Copier) -> None:
    assert fates(source, target) == [Fate.COPIED] * 3
    assert rows(target) == rows(source)
    assert target.find_run("dead").state is RunState.INTERRUPTED
    for run in source.runs():
        mine, copy = source.events(run.id), target.events(run.id)
        assert [(event.at, event.kind, event.name) for event in copy] == [
            (event.at, event.kind, event.name) for event in mine
        ]
        assert [value.value for value in target.values_to_use(run.id)] == [
            value.value for value in source.values_to_use(run.id)
        ]
    answers = [event.data["request"] for event in target.events("run_1") if "request" in event.data]
    assert answers == [request.id for request in target.requests("run_1") if request.answer]


def test_a_second_copy_changes_nothing(source: Copier, target: Copier) -> None:
    fates(source, target)
    before = rows(target)
    assert fates(source, target) == [Fate.THERE] * 3
    assert rows(target) == before


def test_a_copy_that_broke_off_is_carried_on(source: Copier, target: Copier) -> None:
    next(iter(source.copy_to(target)))
    assert fates(source, target) == [Fate.THERE, Fate.COPIED, Fate.COPIED]


def test_what_went_on_since_is_copied_anew(source: Copier, target: Copier) -> None:
    fates(source, target)
    with source.transaction():
        source.resume_run("dead")
        source.finish_run("dead", RunState.FAILED)
    assert fates(source, target) == [Fate.THERE, Fate.THERE, Fate.COPIED]
    assert target.find_run("dead").state is RunState.FAILED
    assert rows(target) == rows(source)


def test_a_live_run_and_another_one_of_its_id_are_left_out(source: Copier, target: Copier) -> None:
    start_run(source, "live")
    finish_run(target, "run_2", path="/other.toml")
    assert fates(source, target) == [Fate.COPIED, Fate.OTHER, Fate.COPIED, Fate.LIVE]
    assert [run.path for run in target.runs(limit=sys.maxsize) if run.id == "run_2"] == ["/other.toml"]


def test_a_copy_can_be_copied_back(source: Copier, target: Copier, home: Path) -> None:
    fates(source, target)
    with Copier.open(home, url=f"sqlite:///{home / 'back.db'}") as back:
        assert fates(target, back) == [Fate.COPIED] * 3
        assert rows(back) == rows(source)
