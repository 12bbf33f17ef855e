"""Which SQLite the store is kept with."""

from __future__ import annotations


def sqlite_version() -> str:
    """Its version, "3.45.1"."""
    import sqlite3

    return sqlite3.sqlite_version
