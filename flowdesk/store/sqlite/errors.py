"""Where SQLite's errors become ours, and what is wrong with a file or folder in one sentence each."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.store.errors import StoreBusy, StoreCorrupt, StoreFull, StoreReadOnly, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.errors import FlowdeskError

NO_FOLDER = (
    "the store's folder {path} is no folder; move the file away, or set FLOWDESK_HOME to another folder"
)

NO_FILE = "the store {path} is a folder; move it away, or set FLOWDESK_HOME to another folder"

READ_ONLY = (
    "the store {path} cannot be written; change its permissions, or set FLOWDESK_HOME to another folder"
)

_PRIMARY = 0xFF  # extended result codes carry the primary one in their lowest byte

_SENTENCES: dict[int, tuple[type[FlowdeskError], str]] = {
    sqlite3.SQLITE_BUSY: (
        StoreBusy,
        "the store {path} is locked by another program; try again once that is done",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreReadOnly,
        READ_ONLY,
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StoreUnavailable,
        "the store {path} cannot be opened; check that its folder is there and can be read and written",
    ),
    sqlite3.SQLITE_CORRUPT: (
        StoreCorrupt,
        "the store {path} is damaged ({error}); put back a copy, or move the file away to begin a new store",
    ),
    sqlite3.SQLITE_NOTADB: (
        StoreCorrupt,
        "{path} is no store of flowdesk ({error}); move it away, or set FLOWDESK_HOME to another folder",
    ),
    sqlite3.SQLITE_FULL: (
        StoreFull,
        "there is no room left to write to the store {path}; free some space on its disk",
    ),
    sqlite3.SQLITE_IOERR: (
        StoreUnavailable,
        "the disk under the store {path} gives errors ({error}); check the disk and the free space on it",
    ),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the machine into one sentence. Errors of ours in SQL pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code not in _SENTENCES:
            raise
        kind, sentence = _SENTENCES[code]
        raise kind(sentence.format(path=path, error=error)) from error
