"""From an empty file, or an older version's, to the schema of this version: SQL files, taken in order."""

from __future__ import annotations

import os
import sqlite3
from functools import cache
from pathlib import Path

APPLICATION_ID = 0x666C6F77
"""Stands in the file's header ("flow"), so that another program's database is not taken for ours."""

_FOLDER = Path(__file__).parents[1] / "migrations" / "sqlite"

MIGRATIONS = tuple(_FOLDER / name for name in sorted(os.listdir(_FOLDER)))  # noqa: PTH208 - in a tenth of pathlib's time
"""The steps; the file `0001.sql` leads to version 1. A step that was ever released never changes."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema, 0 for an empty file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that are missing, all in one transaction with the note that they were taken.

    The version is read again under the lock: who opens the same new store at the same moment finds it done.
    """
    if version_of(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = version_of(connection)
        for version, step in enumerate(MIGRATIONS[done:], done + 1):
            _take(connection, step, version)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _take(connection: sqlite3.Connection, step: Path, version: int) -> None:
    for statement in statements_of(step):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


@cache
def statements_of(step: Path) -> list[str]:
    """The statements of a step, one by one: `executescript` would commit first, and end the transaction."""
    statements = [""]
    for line in step.read_text("utf-8").splitlines(keepends=True):
        statements[-1] += line
        if sqlite3.complete_statement(statements[-1]):
            statements.append("")
    return [statement for statement in statements if statement.strip()]
