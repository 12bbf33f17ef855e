from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.database import FILE_NAME
from flowdesk.store.errors import (
    StoreBusy,
    StoreCorrupt,
    StoreMissing,
    StoreReadOnly,
    StoreTooNew,
    StoreUnavailable,
)
from flowdesk.store.queries import named
from flowdesk.store.sqlite.migrate import MIGRATIONS, version_of
from flowdesk.store.sqlite.opening import open_for_reading, open_for_writing
from tests.store.another_process import read_line, send_line, start_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OPENER = """
import sys
from pathlib import Path
from flowdesk.store.store import Store
import aiosql, tests.builders
print("up", flush=True)
input()
with Store.open(Path(sys.argv[1])) as store:
    tests.builders.start_run(store, sys.argv[2])
"""


WALKS = {
    "newest_runs": ["SCAN runs"],  # backwards until the limit
    "running_runs": ["SCAN runs USING INDEX runs_running"],  # which holds those alone
    "add_mapped_tasks": ["SCAN made", "SCAN made"],  # the numbers that it makes
    "family_of_run": ["SCAN family", "SCAN family"],  # what it found
    "old_runs": ["SCAN runs USING INDEX runs_of_path"],  # all, once, when runs are removed
    "leftover_logs": ["SCAN leftover_logs"],  # as a rule none
    "imported_runs": ["SCAN imports"],  # as a rule none
    "last_number": ["SCAN sqlite_sequence"],  # of which there is one for each table that is numbered
}
LOOK_AT_ALL = {
    "all_definitions",
    "broken_references",
    "counts_of_store",
    "params_like",
    "size_of_store",
    "sealed_texts",
    "texts_like",
}
"""What checks or counts the whole store."""

OWN_ROWS = ("SCAN CONSTANT ROW", "SCAN (subquery", "SCAN placed")
SERVED_IN_ORDER = {
    *("newest_runs", "newest_runs_of_path", "previous_run", "running_runs", "latest_value", "cached_try"),
    *("values_of_run", "events_of_run", "runs_to_list", "task_over_runs"),
}


@pytest.fixture
def connection(home: Path) -> Iterator[sqlite3.Connection]:
    opened = open_for_writing(home / FILE_NAME, timeout=5)
    yield opened
    opened.close()


def settings(connection: sqlite3.Connection) -> dict[str, object]:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


def test_what_is_committed_survives_a_power_cut(connection: sqlite3.Connection) -> None:
    full = 2
    assert settings(connection) == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_the_home_is_for_its_user_only(connection: sqlite3.Connection, home: Path) -> None:
    assert version_of(connection) == len(MIGRATIONS)
    assert home.stat().st_mode & 0o077 == 0


def test_no_query_reads_through_a_whole_table(connection: sqlite3.Connection) -> None:
    for name, sql in ((name, one.sql) for name, one in named("sqlite").items()):
        if name in LOOK_AT_ALL:
            continue
        parameters = dict.fromkeys(["run", *_parameters(sql)])
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        scans = [step for step in steps if step.startswith("SCAN") and not step.startswith(OWN_ROWS)]
        assert scans == WALKS.get(name, []), f"{name}: {steps}"
        if name in SERVED_IN_ORDER:
            assert not any("TEMP B-TREE" in step for step in steps), f"{name}: {steps}"


def _parameters(sql: str) -> list[str]:
    return [word.split(":", 1)[1].strip("(),;") for word in sql.split() if ":" in word]


def test_processes_that_make_the_same_store_at_the_same_moment_all_succeed(home: Path) -> None:
    count = 6
    openers = [start_python(OPENER, str(home), f"run_{number}") for number in range(count)]
    assert [read_line(opener) for opener in openers] == ["up"] * count
    for opener in openers:
        send_line(opener)
    complaints = [opener.communicate()[1] for opener in openers]
    assert complaints == [""] * count
    reader = open_for_reading(home / FILE_NAME, timeout=5)
    assert reader.execute("SELECT count(*) FROM runs").fetchone() == (count,)
    reader.close()


def test_reading_where_nothing_was_written_says_so(home: Path) -> None:
    with pytest.raises(StoreMissing, match="no run has been recorded yet"):
        open_for_reading(home / FILE_NAME, timeout=5)
    assert not home.exists()


def test_reading_a_store_that_is_being_made_says_that_nothing_was_recorded(home: Path) -> None:
    home.mkdir()
    (home / FILE_NAME).touch()
    with pytest.raises(StoreMissing, match="no run has been recorded yet"):
        open_for_reading(home / FILE_NAME, timeout=5)


def test_a_home_that_is_a_file_is_refused(home: Path) -> None:
    home.touch()
    with pytest.raises(StoreReadOnly, match="FLOWDESK_HOME"):
        open_for_writing(home / "inside" / FILE_NAME, timeout=5)
    with pytest.raises(StoreReadOnly, match="FLOWDESK_HOME"):
        open_for_writing(home / FILE_NAME, timeout=5)


def test_an_unwritable_home_can_be_read_only(unwritable_home: Path) -> None:
    reader = open_for_reading(unwritable_home / FILE_NAME, timeout=5)
    assert reader.execute("SELECT count(*) FROM runs").fetchone() == (0,)
    reader.close()
    with pytest.raises(StoreReadOnly, match="cannot be written"):
        open_for_writing(unwritable_home / FILE_NAME, timeout=5)


def test_a_store_of_a_newer_version_names_both_versions(home: Path) -> None:
    newer = open_for_writing(home / FILE_NAME, timeout=5)
    newer.execute("PRAGMA user_version = 4711")
    newer.close()
    for opened in (open_for_reading, open_for_writing):
        with pytest.raises(StoreTooNew, match=rf"4711.*\b{len(MIGRATIONS)}\b"):
            opened(home / FILE_NAME, timeout=5)


def test_a_file_that_is_no_database_is_refused_and_kept(home: Path) -> None:
    home.mkdir()
    text = "once upon a time " * 100
    (home / FILE_NAME).write_text(text)
    for opened in (open_for_reading, open_for_writing):
        with pytest.raises(StoreCorrupt, match="no store of flowdesk"):
            opened(home / FILE_NAME, timeout=5)
    assert (home / FILE_NAME).read_text() == text


def test_a_damaged_database_is_told(home: Path) -> None:
    open_for_writing(home / FILE_NAME, timeout=5).close()
    path = home / FILE_NAME
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xaa" * (len(content) - 100))
    with pytest.raises(StoreCorrupt, match="damaged"):
        open_for_reading(home / FILE_NAME, timeout=5)


def test_another_programs_database_is_refused_and_kept(home: Path) -> None:
    home.mkdir()
    other = sqlite3.connect(home / FILE_NAME)
    other.execute("CREATE TABLE theirs (id)")
    with pytest.raises(StoreCorrupt, match="another program's"):
        open_for_writing(home / FILE_NAME, timeout=5)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    other.close()


def test_a_store_that_stays_locked_is_told(connection: sqlite3.Connection, home: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="locked by another program"):
        open_for_writing(home / FILE_NAME, timeout=0.01)
    open_for_reading(home / FILE_NAME, timeout=0.01).close()


def test_a_file_where_the_home_should_be_is_no_store_without_runs(home: Path) -> None:
    home.write_text("a file")
    with pytest.raises(StoreUnavailable, match="is no folder; move the file away") as refused:
        open_for_reading(home / FILE_NAME, timeout=5)
    assert not isinstance(refused.value, StoreMissing)


@pytest.mark.parametrize("opened", [open_for_reading, open_for_writing])
def test_a_folder_where_the_file_should_be_is_not_blamed_on_the_disk(
    home: Path, opened: Callable[..., sqlite3.Connection]
) -> None:
    (home / FILE_NAME).mkdir(parents=True)
    with pytest.raises(StoreUnavailable, match=r"flowdesk\.db is a folder; move it away"):
        opened(home / FILE_NAME, timeout=5)
