from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psycopg
import pytest

from flowdesk.errors import UsageError
from flowdesk.store.address import address_of
from flowdesk.store.errors import (
    StoreBusy,
    StoreCorrupt,
    StoreMissing,
    StoreReadOnly,
    StoreTooNew,
    StoreUnavailable,
)
from flowdesk.store.served.opening import _server
from flowdesk.store.store import Store
from tests.store.another_process import read_line, send_line, start_python

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers import Server

OPENER = """
import sys
from pathlib import Path
from flowdesk.store.store import Store
import tests.builders
print("up", flush=True)
input()
with Store.open(Path(sys.argv[1]), url=sys.argv[2]) as store:
    tests.builders.start_run(store, sys.argv[3])
"""


def do(url: str, *statements: str) -> None:
    """Carry out what another program does."""
    server = _server(address_of(url, home=None), timeout=5, read_only=False)  # type: ignore[arg-type]  # unused
    with closing(server.connect()) as connection:
        for statement in statements:
            server.ask(connection, statement)


def test_processes_that_make_the_same_store_at_the_same_moment_all_succeed(
    home: Path, server: Server
) -> None:
    url, count = server.new_database(), 3
    openers = [start_python(OPENER, str(home), url, f"run_{number}") for number in range(count)]
    assert [read_line(opener) for opener in openers] == ["up"] * count
    for opener in openers:
        send_line(opener)
    assert [opener.communicate()[1] for opener in openers] == [""] * count
    with Store.open(home, url=url, read_only=True) as store:
        assert len(store.runs()) == count


def test_reading_where_nothing_was_written_says_so_and_makes_nothing(home: Path, server: Server) -> None:
    url = server.new_database()
    for _ in range(2):
        with pytest.raises(StoreMissing, match="no run has been recorded yet"):
            Store.open(home, url=url, read_only=True)
    assert not home.exists()


def test_a_store_of_a_newer_version_names_both_versions(home: Path, server: Server) -> None:
    url = server.new_database()
    Store.open(home, url=url).close()
    do(url, "UPDATE flowdesk_store SET version = 4711")
    for read_only in (False, True):
        with pytest.raises(StoreTooNew, match=r"4711.*knows none after \d+"):
            Store.open(home, url=url, read_only=read_only)


def test_another_programs_database_is_refused_and_kept(home: Path, server: Server) -> None:
    url = server.new_database()
    do(url, "CREATE TABLE tasks (id INTEGER)")
    with pytest.raises(StoreCorrupt, match="another program's table 'tasks'"):
        Store.open(home, url=url)


def test_a_database_that_is_not_there_is_told(home: Path, url: str) -> None:
    name = urlsplit(url).path
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        Store.open(home, url=url.replace(name, "/none"))


def test_a_reader_cannot_write(home: Path, url: str) -> None:
    Store.open(home, url=url).close()
    with Store.open(home, url=url, read_only=True) as reader, pytest.raises(StoreReadOnly):
        reader._database.ask("forget_writer", {"writer": "x"})


def test_a_store_that_stays_locked_is_told(home: Path, url: str) -> None:
    with Store.open(home, url=url) as store, store.transaction():
        with (
            Store.open(home, url=url, timeout=0.01) as other,
            pytest.raises(StoreBusy, match="is locked by another program"),
            other.transaction(),
        ):
            pass
        assert store.runs() == []


def test_a_url_of_mysql_names_a_database_and_known_options(home: Path) -> None:
    with pytest.raises(UsageError, match="names no database"):
        Store.open(home, url="mysql://h")
    with pytest.raises(UsageError, match="has an unknown option 'colour'"):
        Store.open(home, url="mysql://h/d?colour=red")


def test_a_database_of_postgresql_in_another_encoding_is_refused(
    home: Path,
    postgresql_server: Any,  # noqa: ANN401 - it tells its folder
) -> None:
    url = f"postgresql://flowdesk@/latin?host={postgresql_server.folder}"
    with psycopg.connect(url.replace("/latin", "/postgres"), autocommit=True) as connection:
        latin = "ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
        connection.execute(f"CREATE DATABASE latin {latin}")
    with pytest.raises(StoreUnavailable, match="keeps texts in LATIN1; make one with ENCODING 'UTF8'"):
        Store.open(home, url=url)
