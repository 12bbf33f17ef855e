"""Ends somebody's waiting from a signal handler: a pipe, as a lock could be held by whom it interrupts."""

from __future__ import annotations

import os
from contextlib import suppress


class Waker:
    """Readable, for a selector, once it has been rung."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)

    def fileno(self) -> int:
        """For a selector."""
        return self._reading

    def ring(self) -> None:
        """Become readable."""
        with suppress(BlockingIOError):  # full, so it is readable
            os.write(self._writing, b"!")

    def settle(self) -> None:
        """Become silent again."""
        with suppress(BlockingIOError):
            os.read(self._reading, 4096)

    def close(self) -> None:
        """Give back the descriptors."""
        os.close(self._reading)
        os.close(self._writing)
