from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from flowdesk.store.errors import (
    RunUnknown,
    StoreFull,
    StoreMissing,
    StoreReadOnly,
    StoreUnavailable,
    folder_refused,
)
from flowdesk.store.sqlite.errors import translated

PATH = Path("/home/of/flowdesk.db")


def test_an_extended_code_is_told_as_its_primary_one() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with (
        pytest.raises(StoreUnavailable, match=r"the disk under the store /home/of/flowdesk\.db"),
        translated(PATH),
    ):
        raise error


def test_a_mistake_in_the_program_stays_what_it_is() -> None:
    with sqlite3.connect(":memory:") as connection, pytest.raises(sqlite3.OperationalError), translated(PATH):
        connection.execute("SELECT nonsense")
    connection.close()


def test_other_exceptions_pass() -> None:
    with pytest.raises(KeyboardInterrupt), translated(PATH):
        raise KeyboardInterrupt


def test_a_folder_that_cannot_be_made_is_told_by_its_cause() -> None:
    full = folder_refused(PATH, OSError(errno.ENOSPC, "No space left on device"))
    assert isinstance(full, StoreFull)
    refused = folder_refused(PATH, OSError(errno.EROFS, "Read-only file system"))
    assert isinstance(refused, StoreReadOnly)
    assert "Read-only file system" in str(refused)


def test_a_run_that_is_not_recorded_ends_the_same_with_and_without_a_store() -> None:
    assert StoreMissing.exit_code == RunUnknown.exit_code == 2
    assert StoreUnavailable.exit_code == 1
