"""A store's database asked directly, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from flowdesk.store.sqlite.database import Sqlite

if TYPE_CHECKING:
    import sqlite3

    from flowdesk.store.store import Store


def sqlite(store: Store) -> Sqlite:
    """The store's database, which is SQLite."""
    assert isinstance(store._database, Sqlite)
    return store._database


def connection(store: Store) -> sqlite3.Connection:
    """The connection of a store in SQLite."""
    return sqlite(store).connection


def asked(store: Store, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question to whatever database it is."""
    cursor = cast("Any", store._database).connection.cursor()
    cursor.execute(sql)
    rows = cursor.fetchall()
    cursor.close()
    return [tuple(row) for row in rows]


def counted(store: Store, table: str) -> int:
    """How many rows a table has."""
    return int(asked(store, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - our words
