"""Stored files as the values that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from flowdesk.xcom.files import Files
    from flowdesk.xcom.places import Places
    from flowdesk.xcom.stored import Stored


def whole(stored: Stored, files: Files | Places) -> object:
    """The whole value. A file or directory is its reference still: its value is its content, as it is.

    Raises:
        FileLost: it is not there.
        LibraryMissing: what reads it is not installed.
    """
    if stored.form == "text":
        return files.read(stored).decode()
    if stored.form == "bytes":
        return files.read(stored)
    if stored.form == "json":
        return decode(files.read(stored).decode(), files)
    if stored.form == "npy":
        from flowdesk.xcom.arrays import read_array

        with files.open(stored) as file:
            return read_array(file)
    if stored.form == "arrow":
        from flowdesk.xcom.tables import read_table

        return read_table(files.path(stored), stored.about.get("library"))
    return stored


def opened(text: str, files: Files | Places) -> str:
    """The text of a value without the file around it; references inside it stay."""
    from flowdesk.xcom.stored import reference

    stored = reference(text)
    if stored is None or stored.form not in ("json", "text", "bytes"):
        return text
    if stored.form == "json":
        return files.read(stored).decode()
    from flowdesk.xcom.values import encode

    return encode(whole(stored, files))
