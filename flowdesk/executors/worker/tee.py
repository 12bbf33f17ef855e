"""Copies what a process prints to where it belongs while it prints, and keeps the last line."""

from __future__ import annotations

import os
import select
import time
from contextlib import suppress

from flowdesk.executors.worker.exit_signal import settle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Taker = Callable[[bytes], object]

PIECE = 1 << 20
"""As much as a pipe can hold at the most, so that one read empties it."""


class Tee:
    """A pipe whose writing end is a process's stdout or stderr. `take` gets every byte."""

    def __init__(self, take: Taker) -> None:
        self.reading, self.writing = os.pipe()
        os.set_blocking(self.reading, False)
        self._take = take
        self._line = bytearray()
        self._last = b""
        self.is_open = True

    @property
    def last_line(self) -> bytes:
        """The last line so far, stripped on the right."""
        return bytes(self._line or self._last).rstrip()

    def copy(self) -> None:
        """Pass on what is there now: not all that comes, or a process that never rests would keep it."""
        with suppress(BlockingIOError):
            data = os.read(self.reading, PIECE)
            self.is_open = bool(data)
            self._pass_on(data)

    def close(self) -> None:
        """Close the reading end."""
        os.close(self.reading)

    def _pass_on(self, data: bytes) -> None:
        self._take(data)
        whole, newline, rest = data.rpartition(b"\n")
        if newline:
            _, another, last = whole.rpartition(b"\n")
            self._last = last if another else bytes(self._line + last)
            self._line.clear()
        self._line += rest


def writer_to(descriptor: int) -> Taker:
    """A taker that writes all of it to a file descriptor."""

    def write(data: bytes) -> None:
        while data:
            data = data[os.write(descriptor, data) :]

    return write


def copy_until_exit(
    tees: Sequence[Tee], exits: int, is_over: Callable[[], bool], *, deadline: float | None = None
) -> bool:
    """Copy until the process is over, whoever else still holds the writing ends.

    False: `deadline`, a moment of the monotonic clock, came first.
    """
    while not is_over():
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            return False
        readable = [tee.reading for tee in tees if tee.is_open]
        ready, _, _ = select.select([*readable, exits], [], [], left)
        if exits in ready:
            settle(exits)
        for tee in tees:
            if tee.reading in ready:
                tee.copy()
    return True
