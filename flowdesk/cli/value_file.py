"""A value's content as a file or a directory on the user's disk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from flowdesk.cli.plain import plain_text
from flowdesk.errors import FlowdeskError, UsageError
from flowdesk.store.whole_file import whole_file

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.xcom.places import Places


def whole_text(text: str, places: Places) -> str:
    """Return the text of a value that may be stored as a file; files, arrays and tables stay references.

    Raises:
        FlowdeskError: its stored file is gone, or cannot be fetched.
    """
    from flowdesk.xcom.files import FileLost, Unkept
    from flowdesk.xcom.whole import opened

    try:
        return opened(text, places)
    except (FileLost, Unkept) as error:
        raise FlowdeskError(str(error)) from None


def write_value(text: str, places: Places, path: Path) -> None:
    """Write a value to `path`: a stored file's bytes, a directory as one, and of all else the plain text.

    An array is written as .npy, a table as an Arrow IPC file.

    Raises:
        FlowdeskError: its stored file is gone, or `path` cannot be written.
        UsageError: a directory is to be written to where there is something already.
    """
    from flowdesk.xcom.files import PIECE, FileLost, Unkept
    from flowdesk.xcom.folders import read_folder
    from flowdesk.xcom.stored import reference

    stored = reference(text)
    if stored is None or stored.form == "json":
        plain = plain_text(whole_text(text, places))
        with whole_file(path) as out:
            out.write(plain if isinstance(plain, bytes) else plain.encode("utf-8", "surrogatepass"))
        return
    if stored.form == "directory" and path.exists():
        raise UsageError(f"{path} is there already; the value is a directory, and is not mixed with another")
    try:
        with places.open(stored) as content:
            if stored.form == "directory":
                read_folder(content, path)
                return
            with whole_file(path) as out:
                shutil.copyfileobj(content, out, PIECE)
    except (FileLost, Unkept) as error:
        raise FlowdeskError(str(error)) from None
    except OSError as error:
        raise FlowdeskError(f"{path} cannot be written ({error.strerror})") from error
