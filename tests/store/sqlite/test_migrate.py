from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.database import FILE_NAME
from flowdesk.store.sqlite.migrate import MIGRATIONS, migrate, statements_of, version_of
from flowdesk.store.store import Store
from tests.store.conftest import unwritable

VERSIONS = Path(__file__).parent / "versions"
"""A database of every version there was, as SQL text."""


def make_first_version(home: Path) -> None:
    make_old(home, VERSIONS / "0001.sql")


def make_old(home: Path, dump: Path) -> None:
    home.mkdir()
    connection = sqlite3.connect(home / FILE_NAME)
    connection.executescript(dump.read_text("utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


@pytest.fixture(params=sorted(VERSIONS.glob("*.sql")), ids=lambda path: f"version {int(path.stem)}")
def old_home(request: pytest.FixtureRequest, home: Path) -> Path:
    """A home as a flowdesk of that version left it."""
    make_old(home, request.param)
    return home


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_every_version_can_be_read(old_home: Path, read_only: bool) -> None:
    with Store.open(old_home, read_only=read_only) as store:
        run = store.find_run("1")
        assert run.state is RunState.SUCCESS
        assert [(task.task, task.state) for task in store.tasks(run.id)] == [
            ("a", TaskState.SUCCESS),
            ("b", TaskState.SUCCESS),
        ]
        assert [(value.task, value.key, value.value) for value in store.values(run.id)] == [
            ("a", "score", "0.5")
        ]
        assert [pull.source_task for pull in store.pulls(run.id)] == ["a"]
        assert len(store.events(run.id)) == 7
        assert store.imported_runs() == frozenset()
        assert not any(value.is_edited for value in store.values(run.id))
        assert store.source_text(run.id) == "[tasks.a]\nbash = 'true'\n"


def test_values_of_an_old_store_can_be_edited(old_home: Path) -> None:
    with Store.open(old_home) as store:
        run = store.find_run("1")
        with store.transaction():
            store.edit_value(run.id, "a", 1, key="score", value="0.75", by="Mia")
        (value,) = store.values(run.id)
        assert value.edit is not None
        assert (value.value, value.edit.original) == ("0.75", "0.5")


def test_every_version_is_kept() -> None:
    assert [path.stem for path in sorted(VERSIONS.glob("*.sql"))] == [path.stem for path in MIGRATIONS]


def test_steps_are_numbered_without_a_gap() -> None:
    assert [int(path.stem) for path in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_migrating_twice_changes_nothing() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    before = list(connection.iterdump())
    migrate(connection)
    assert list(connection.iterdump()) == before
    assert version_of(connection) == len(MIGRATIONS)
    connection.close()


def test_a_step_that_fails_leaves_nothing_behind() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE requests (id)")  # the last one that step 1 makes
    with pytest.raises(sqlite3.OperationalError, match="requests"):
        migrate(connection)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("requests",)]
    assert version_of(connection) == 0
    connection.close()


def test_an_old_store_that_cannot_be_changed_is_read_through_a_copy() -> None:
    for step in MIGRATIONS:
        statements_of(step)  # the owner of this folder may not let others read it
    with unwritable(make_first_version) as home:
        before = (home / FILE_NAME).read_bytes()
        with Store.open(home, read_only=True) as store:
            assert store.tasks(store.find_run("1").id)[0].failures == 0
            assert not store.changed_elsewhere()
        assert (home / FILE_NAME).read_bytes() == before


def test_opening_an_old_store_for_reading_brings_it_up_to_date(old_home: Path) -> None:
    Store.open(old_home, read_only=True).close()
    connection = sqlite3.connect(old_home / FILE_NAME)
    assert version_of(connection) == len(MIGRATIONS)
    connection.close()
