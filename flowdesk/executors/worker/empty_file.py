"""The file that `$FLOWDESK_PUSH` tells of: there and empty when a task begins.

Most tasks leave it as it is, and then it serves the next one too: a file made and removed for each takes
longer than all else that is done for a task but its process.
"""

from __future__ import annotations

import os
from contextlib import suppress


class EmptyFile:
    """A file that is made when it is needed first. `remove` it at the end, or see `leavings`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._as_made: tuple[int, ...] | None = None

    def lay(self) -> None:
        """Have it there and empty.

        Raises:
            OSError: it cannot be made.
        """
        if self._as_made is not None and not self.is_touched:
            return
        self.remove()
        file = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        self._as_made = _looks(os.fstat(file))
        os.close(file)

    @property
    def is_touched(self) -> bool:
        """Whether it is not as it was laid: written to, or removed, or something else is in its place."""
        try:
            return _looks(os.lstat(self.path)) != self._as_made
        except OSError:
            return True

    def clear(self) -> None:
        """Remove it, unless it can serve again."""
        if self.is_touched:
            self.remove()

    def remove(self) -> None:
        """Remove it."""
        self._as_made = None
        with suppress(OSError):  # a task may remove it, or put a directory in its place
            os.unlink(self.path)  # noqa: PTH108 - pathlib is slow to import


def _looks(found: os.stat_result) -> tuple[int, ...]:
    """All that tells whether somebody did anything to the file: the last one also where it is empty again."""
    return found.st_ino, found.st_mode, found.st_size, found.st_nlink, found.st_uid, found.st_ctime_ns
