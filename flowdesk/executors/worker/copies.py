"""Copies of stored files for the length of a try: a task may do with them as it likes.

Where the file system can (btrfs, xfs), a copy shares the disk's blocks with the stored file until one of them
changes. A hard link was refused: what is written through it is written into the stored file, and root, or
whoever owns it and changes its mode, may.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from flowdesk.xcom.files import COPIES, FileLost
from flowdesk.xcom.folders import read_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

    from flowdesk.xcom.places import Places
    from flowdesk.xcom.stored import Stored

FICLONE = 0x40049409
"""The request to have a file share another one's blocks: https://man7.org/linux/man-pages/man2/ioctl_ficlone.2.html"""

ENDINGS = {"json": ".json", "text": ".txt", "bytes": ".bin", "npy": ".npy", "arrow": ".arrow"}


class Copies:
    """The copies of one try, in a folder of their own under the folder of stored files."""

    def __init__(self, root: str, places: Places) -> None:
        self._folder = Path(root, COPIES, uuid4().hex)
        self._places = places
        self._made: dict[tuple[str, str], Path] = {}

    def of(self, stored: Stored, name: str) -> Path:
        """A copy of a stored file or directory, made once; under its own name, or this one.

        Raises:
            FileLost: it is not there, or cannot be copied.
        """
        name = _safe(stored.name) or name + ENDINGS.get(stored.form, "")
        found = self._made.get((stored.sha256, name))
        if found is None:
            found = self._folder / str(len(self._made)) / name
            found.parent.mkdir(parents=True)
            try:
                with self._places.open(stored) as file:
                    read_folder(file, found) if stored.form == "directory" else _copy(file, found)
            except (OSError, ValueError) as error:
                raise FileLost(f"a copy of the stored file cannot be made: {error}") from error
            self._made[stored.sha256, name] = found
        return found

    def written(self, data: bytes, name: str) -> Path:
        """A file of these bytes."""
        path = self._folder / "written" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def clear(self) -> None:
        """Remove them all, whatever has become of them."""
        if self._folder.exists():
            shutil.rmtree(self._folder, ignore_errors=True)
            with suppress(OSError):
                self._folder.rmdir()


def _safe(name: str | None) -> str | None:
    """A stored name, if it is one: it comes from a text that may be of anybody."""
    return name if name and name not in (".", "..") and "/" not in name and "\0" not in name else None


def _copy(file: IO[bytes], path: Path) -> None:
    with path.open("xb") as copy:
        if not _cloned(file, copy):
            shutil.copyfileobj(file, copy, 1 << 20)


def _cloned(file: IO[bytes], copy: Any) -> bool:  # noqa: ANN401 - a file that has a number
    try:
        import fcntl

        fcntl.ioctl(copy.fileno(), FICLONE, file.fileno())
    except (OSError, ValueError, AttributeError, ImportError):
        return False
    return os.fstat(copy.fileno()).st_size == os.fstat(file.fileno()).st_size
