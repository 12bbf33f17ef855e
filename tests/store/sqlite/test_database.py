from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState
from flowdesk.store.errors import StoreFull
from flowdesk.store.store import Store
from tests.builders import start_run
from tests.store.another_process import start_writer
from tests.store.raw import connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with Store.open(home, timeout=5) as opened:
        yield opened


@pytest.mark.parametrize("way", ["INCREMENTAL", "NONE"])
def test_space_is_given_back_to_the_disk(home: Path, way: str) -> None:
    with Store.open(home) as store:
        connection(store).execute(f"PRAGMA auto_vacuum = {way}")
        connection(store).execute("VACUUM")  # NONE: as the first version made its files
        start_run(store)
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
            store.push_value("run_1", "a", 1, key="k", value='"' + "x" * 20_000_000 + '"')
            store.finish_run("run_1", RunState.SUCCESS)
        store.clean()
        assert sum(file.stat().st_size for file in home.glob("flowdesk.db*")) < 1_000_000
        assert connection(store).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_undoes_the_transaction_and_is_told(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
    (pages,) = connection(store).execute("PRAGMA page_count").fetchone()
    connection(store).execute(f"PRAGMA max_page_count = {pages + 2}")
    big = '"' + "x" * 100_000 + '"'
    with pytest.raises(StoreFull, match="there is no room left"), store.transaction():
        store.push_value("run_1", "a", 1, key="k", value=big)
    assert store.values("run_1") == []
    connection(store).execute("PRAGMA max_page_count = 100000")
    with store.transaction():
        store.push_value("run_1", "a", 1, key="k", value=big)
    assert [value.value for value in store.values("run_1")] == [big]
    assert [event.kind for event in store.events("run_1")][2:] == [EventKind.VALUE_PUSHED]


def test_a_store_belongs_to_its_thread(store: Store) -> None:
    complaints: list[Exception] = []

    def use() -> None:
        try:
            store.runs()
        except sqlite3.ProgrammingError as error:
            complaints.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(complaints) == 1


def test_a_process_killed_inside_a_transaction_leaves_a_whole_file(home: Path) -> None:
    with start_writer(home) as writer:
        writer.kill()
    with Store.open(home) as store:
        assert connection(store).execute("PRAGMA integrity_check").fetchone() == ("ok",)
