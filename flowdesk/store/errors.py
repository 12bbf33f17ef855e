"""What can go wrong with a store, in one sentence each, and where SQLite's errors become ours."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.errors import FlowdeskError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class StoreUnavailable(FlowdeskError):
    """The store cannot be opened."""


class StoreMissing(StoreUnavailable, UsageError):
    """No run has been recorded yet."""


class StoreReadOnly(FlowdeskError):
    """The store cannot be written."""


class StoreTooNew(FlowdeskError):
    """The store was written by a newer flowdesk."""


class StoreCorrupt(FlowdeskError):
    """The store's file is damaged."""


class StoreBusy(FlowdeskError):
    """Another program keeps the store locked."""


class StoreFull(FlowdeskError):
    """There is no room left to write what happened."""


class StoreGone(FlowdeskError):
    """The store's file was deleted or moved while it was in use."""


class SecretKeyWrong(FlowdeskError):
    """The key of secret values cannot be used."""


class SecretUnreadable(FlowdeskError):
    """A secret value cannot be decrypted."""


class RunUnknown(UsageError):
    """There is no such run."""


class RunExists(UsageError):
    """There is a run of this id already."""


class RunHeld(UsageError):
    """Another process works on this run."""


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


def folder_refused(folder: Path, error: OSError) -> FlowdeskError:
    """The sentence for a folder that cannot be made."""
    if error.errno == errno.ENOSPC:
        return StoreFull(
            f"there is no room left for the store's folder {folder}; free some space on its disk"
        )
    return StoreReadOnly(
        f"the store's folder {folder} cannot be made ({error.strerror}); set FLOWDESK_HOME to another folder"
    )
