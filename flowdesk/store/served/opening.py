"""Opening a store on a server: the driver its URL needs, and the schema, made or brought up to date.

The one row of `flowdesk_store` holds the version of the schema, and tells that the tables are ours. It is
also what writers lock; `seq` numbers events, `changes` counts what was committed.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flowdesk.errors import UsageError
from flowdesk.store.errors import StoreCorrupt, StoreMissing, StoreTooNew
from flowdesk.store.served.database import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.store.address import Address
    from flowdesk.store.served.server import Server

_OURS = "flowdesk_store"

_MAKE = """
CREATE TABLE IF NOT EXISTS flowdesk_store (
    only_row INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    changes BIGINT NOT NULL
)
"""


def opened(address: Address, *, timeout: float, patience: float, read_only: bool) -> Served:
    """Open a store on a server.

    Raises:
        StoreUnavailable, StoreMissing, StoreTooNew, StoreCorrupt, StoreReadOnly: it cannot be.
        UsageError: the driver is not installed.
    """
    server = _server(address, timeout=timeout, read_only=read_only)
    return Served(server, patience=patience, prepare=_check if read_only else _bring_up_to_date)


def _server(address: Address, *, timeout: float, read_only: bool) -> Server:
    scheme = address.scheme
    try:
        if scheme == "postgresql":
            from flowdesk.store.served.postgresql import PostgreSQL

            return PostgreSQL(address, timeout=timeout, read_only=read_only)
        from flowdesk.store.served.mysql import MySQL

        return MySQL(address, timeout=timeout, read_only=read_only)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"a store in {scheme} needs the driver {error.name}; install it: pip install 'flowdesk[{scheme}]'"
        ) from error


def version_of(server: Server, connection: Any) -> int:  # noqa: ANN401 - the driver's
    """The version of the schema, 0 where there is none."""
    tables = {name for (name,) in server.ask(connection, server.list_tables)}
    if _OURS in tables:
        rows = server.ask(connection, "SELECT version FROM flowdesk_store WHERE only_row = 1")
        return int(rows[0][0]) if rows else 0
    if theirs := tables & {"runs", "tasks", "events"}:
        raise StoreCorrupt(
            f"the database {server.where} holds another program's table '{min(theirs)}'; "
            "give flowdesk a database of its own"
        )
    return 0


def _check(server: Server, connection: Any) -> None:  # noqa: ANN401 - the driver's
    version, known = version_of(server, connection), len(server.migrations)
    if version == 0:
        raise StoreMissing(f"no run has been recorded yet (there is no store in {server.where})")
    if version > known:
        raise StoreTooNew(
            f"the store {server.where} is of version {version}, but this flowdesk knows none after {known}; "
            "bring flowdesk up to date"
        )


def _bring_up_to_date(server: Server, connection: Any) -> None:  # noqa: ANN401 - the driver's
    """Take the steps that are missing, one opener at a time: the others find it done."""
    steps = server.migrations
    if version_of(server, connection) < len(steps):
        with server.alone(connection):
            for number in range(version_of(server, connection), len(steps)):
                with _stepping(server, connection):
                    _take(server, connection, steps[number], number + 1)
    _check(server, connection)


@contextmanager
def _stepping(server: Server, connection: Any) -> Iterator[None]:  # noqa: ANN401 - the driver's
    server.ask(connection, "BEGIN")
    try:
        yield
    except BaseException:
        server.ask(connection, "ROLLBACK")
        raise
    server.ask(connection, "COMMIT")


def _take(server: Server, connection: Any, step: str, version: int) -> None:  # noqa: ANN401 - the driver's
    server.ask(connection, _MAKE)
    if not server.ask(connection, "SELECT version FROM flowdesk_store"):
        server.ask(connection, "INSERT INTO flowdesk_store VALUES (1, 0, 0, 0)")
    for statement in step.split(";\n"):
        if statement.strip():
            server.ask(connection, statement)
    server.ask(connection, f"UPDATE flowdesk_store SET version = {version}")  # noqa: S608 - our words
