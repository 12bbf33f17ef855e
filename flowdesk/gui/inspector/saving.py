"""Copies a stored value to where a user wants it: whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from flowdesk.xcom.files import PIECE
from flowdesk.xcom.places import Places

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.inspector.wanted import Wanted
    from flowdesk.xcom.stored import Stored


def save(stored: Stored, folder: Path, path: Path, wanted: Wanted) -> Path:
    """Copy a stored file to `path`, in place of what is there; returns the path.

    Raises:
        OSError, FileLost, Unkept: it cannot be read or written.
        Unwanted: another value is shown by now; nothing is left of the copy.
    """
    passing = path.with_name(f".{path.name[:200]}.saving")
    try:
        with Places(folder).open(stored) as source, passing.open("wb") as target:
            while data := source.read(PIECE):
                wanted.check()
                target.write(data)
            os.fsync(target.fileno())
        passing.replace(path)
    finally:
        with suppress(OSError):
            passing.unlink()
    return path
