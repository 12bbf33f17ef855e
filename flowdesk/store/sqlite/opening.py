"""The SQLite file: opened, told how to behave, brought up to date.

WAL, so that readers never wait for the writer nor it for them. `synchronous=FULL`, so that what was
committed survives a power cut; the engine commits in groups, which makes that cheap.
"""

from __future__ import annotations

import os
import sqlite3
from time import monotonic, sleep
from typing import TYPE_CHECKING

from flowdesk.store.errors import (
    StoreCorrupt,
    StoreFull,
    StoreMissing,
    StoreReadOnly,
    StoreTooNew,
    StoreUnavailable,
    folder_refused,
)
from flowdesk.store.sqlite.errors import NO_FILE, NO_FOLDER, READ_ONLY, translated
from flowdesk.store.sqlite.migrate import APPLICATION_ID, MIGRATIONS, migrate, version_of

if TYPE_CHECKING:
    from pathlib import Path


def open_for_writing(path: Path, *, timeout: float) -> sqlite3.Connection:
    """Open the file of a store, made and brought up to date where need be.

    `timeout` is in seconds: how long to wait while another program keeps the file locked.

    Raises:
        StoreReadOnly, StoreTooNew, StoreCorrupt, StoreBusy, StoreFull, StoreUnavailable: it cannot be.
    """
    folder = path.parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise folder_refused(folder, error) from error
    if not _is_writable(folder) or (path.exists() and not _is_writable(path)):
        raise StoreReadOnly(READ_ONLY.format(path=path))
    return _opened(path, "mode=rwc", timeout=timeout)


def open_for_reading(path: Path, *, timeout: float) -> sqlite3.Connection:
    """Open the file of a store without changing it, also where nothing can be changed.

    Only one of an older version is brought up to date first; where it cannot be, a copy of it in memory is.

    Raises:
        StoreMissing: there is none yet.
        StoreUnavailable, StoreTooNew, StoreCorrupt, StoreBusy: it cannot be read.
    """
    missing = StoreMissing(f"no run has been recorded yet (there is no store at {path})")
    try:
        path.stat()
    except FileNotFoundError:
        raise missing from None
    except NotADirectoryError:
        raise StoreUnavailable(NO_FOLDER.format(path=path.parent)) from None
    except OSError as error:
        raise StoreUnavailable(f"the store {path} cannot be opened ({error.strerror})") from error
    # Readers of a WAL share memory through a file beside the database. Where that cannot be made and no
    # WAL is there either (a read-only disk, a copy), nobody writes, and SQLite may read the file as it is.
    alone = not _is_writable(path.parent) and not path.with_name(f"{path.name}-wal").exists()
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    connection = _opened(path, how, timeout=timeout)
    version = version_of(connection)
    if version == len(MIGRATIONS):
        return connection
    if version == 0:  # somebody is about to make it
        connection.close()
        raise missing
    try:
        open_for_writing(path, timeout=timeout).close()
    except (StoreReadOnly, StoreFull):
        return _copied_up_to_date(connection)
    connection.close()
    return _opened(path, how, timeout=timeout)


def _copied_up_to_date(old: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    old.backup(copy)
    old.close()
    migrate(copy)
    return copy


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _opened(path: Path, how: str, *, timeout: float) -> sqlite3.Connection:
    if path.is_dir():  # SQLite would blame the disk
        raise StoreUnavailable(NO_FILE.format(path=path))
    with translated(path):
        connection = sqlite3.connect(
            f"{path.as_uri()}?{how}", uri=True, timeout=timeout, isolation_level=None
        )
        try:
            _check_ours(connection, path)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            if how == "mode=rwc":
                # Has an effect on an empty file only: what is removed later can be given back bit by bit.
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
                _write_ahead(connection, timeout)
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN")  # one moment for all three answers: another opener may be making the tables
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version = version_of(connection)
    is_empty = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    connection.execute("COMMIT")
    if application != APPLICATION_ID:
        if not is_empty:
            raise StoreCorrupt(f"{path} is another program's database; set FLOWDESK_HOME to another folder")
    elif version > len(MIGRATIONS):
        known = len(MIGRATIONS)
        raise StoreTooNew(
            f"the store {path} is of version {version}, but this flowdesk knows none after {known}; "
            "bring flowdesk up to date, or set FLOWDESK_HOME to another folder"
        )


def _write_ahead(connection: sqlite3.Connection, timeout: float) -> None:
    """Switch to WAL. The switch does not wait for locks as other statements do, hence the loop."""
    end = monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(0.01)
        else:
            return
