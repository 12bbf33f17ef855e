from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.store.checking import Checker
from flowdesk.store.home import values_folder
from flowdesk.store.store import Store
from flowdesk.xcom.files import Files, Writing
from tests.builders import finish_run, start_run
from tests.store.raw import connection, counted

if TYPE_CHECKING:
    from pathlib import Path


def complaints(home: Path, url: str | None = None) -> list[str]:
    with Checker.open(home, url=url) as store:
        return list(store.complaints())


def push(store: Store, value: str, *, secret: bool = False) -> None:
    run = start_run(store)
    with store.transaction():
        store.start_try(run, "a", 1, log="a.log")
        store.push_value(run, "a", 1, key="k", value=value, secret=secret)


def test_a_store_that_is_whole_has_no_complaints_and_tells_its_numbers(home: Path, url: str | None) -> None:
    with Store.open(home, url=url) as store:
        finish_run(store, "run_1")
        finish_run(store, "run_2")
        events = counted(store, "events")
    assert complaints(home, url) == []
    with Checker.open(home, url=url) as store:
        told = store.told()
    assert (told.runs, told.tries, told.values, told.events) == (2, 4, 2, events)
    assert told.size > 10_000
    assert told.server.split()[0] in {"SQLite", "PostgreSQL", "MariaDB"}


def test_a_definition_that_was_changed_is_told(home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store)
        connection(store).execute("UPDATE definitions SET source = 'other'")
    (told,) = complaints(home)
    assert "is not what it was when its run began" in told


def test_rows_that_refer_to_nothing_are_told(home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store)
        connection(store).execute("PRAGMA foreign_keys = OFF")
        connection(store).execute("DELETE FROM tries WHERE task = 'a'")
    told = complaints(home)
    assert any("the table xcoms" in line for line in told)
    assert "1 values refer to what is not there" in told


def test_a_secret_that_cannot_be_read_is_told(home: Path) -> None:
    with Store.open(home) as store:
        push(store, '"hush"', secret=True)
    assert complaints(home) == []
    (home / "secret.key").unlink()
    (told,) = complaints(home)
    assert told.startswith("run 1, a, try 1, k: a secret value cannot be read")


def test_an_edit_of_what_is_not_there_is_told(home: Path) -> None:
    with Store.open(home) as store:
        push(store, "1")
        with store.transaction():
            store.edit_value("run_1", "a", 1, key="k", value="2", by="Mia")
        assert complaints(home) == []
        connection(store).execute("DELETE FROM xcoms")
    assert "1 edits refer to what is not there" in complaints(home)


@pytest.mark.parametrize("hurt", ["changed", "gone"])
def test_a_stored_file_that_was_changed_or_is_gone_is_told(home: Path, hurt: str) -> None:
    files = Files(values_folder(home))

    def write(file: Writing) -> dict[str, Any]:
        file.write(b"x" * 100_000)
        return {}

    stored = files.keep(write, "file", name="x.bin")
    with Store.open(home) as store:
        push(store, json.dumps(stored.tree()))
    assert complaints(home) == []
    path = files.path(stored)
    path.chmod(0o600)
    path.unlink()
    if hurt == "changed":
        path.write_bytes(b"y" * 100_000)
    (told,) = complaints(home)
    assert told.startswith("run 1, a, try 1, k: ")
