"""A growing log file, looked through in bounded pieces for where its lines are, without Qt.

A log may be huge, grow faster than anyone reads, hold a half-written line at its end, or not exist yet. Of
one that grew too long the middle is left out, and ever more of it while the task runs: then all after the
line that says so (`cut`) lies elsewhere, and is looked through anew.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from typing import TYPE_CHECKING

from flowdesk.gui.log.growth import Finder, Growth
from flowdesk.store.log_line import CUT

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 256 * 1024


class LogTail:
    """Finds what was added to one file since the last time."""

    def __init__(self, path: Path, number: int = 1) -> None:
        self.path = path
        self.number = number
        self.has_more = False
        """Whether there was more than one piece to read."""
        self._finder = Finder()
        self._at = 0
        self._starts = Growth(number, str(path)).starts
        self._cut: tuple[int, bytes, int] | None = None
        """Where the cut line begins, what it says, and how many lines come before it."""

    def read(self) -> Growth | None:
        """The next lines; None when there is nothing new, or no file.

        Raises OSError when the file is there but cannot be read.
        """
        self.has_more = False
        try:
            file = os.open(self.path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        except FileNotFoundError:
            return None
        try:
            return self._read(file)
        finally:
            os.close(file)

    def _read(self, file: int) -> Growth | None:
        known = len(self._starts)
        self._find_place(file)
        found = Growth(self.number, str(self.path), len(self._starts))
        data = os.pread(file, CHUNK, self._at)
        self.has_more = len(data) == CHUNK
        data = data[: _finished(data)]
        if not data and found.kept == known:
            return None
        self._finder.find(data, self._at, found)
        self._starts.extend(found.starts)
        self._note_cut(data)
        self._at += len(data)
        return found

    def _find_place(self, file: int) -> None:
        """Go back to where the file has changed: it was emptied, or more was left out in its middle."""
        if self._cut is not None:
            place, line, before = self._cut
            if os.pread(file, len(line), place) != line:
                self._go_back(place, before)
        if os.fstat(file).st_size < self._at:
            self._go_back(0, 0)

    def _go_back(self, place: int, lines: int) -> None:
        self._at, self._cut, self._finder = place, None, Finder()
        del self._starts[lines:]

    def _note_cut(self, data: bytes) -> None:
        cut = CUT.search(data) if b"Z cut " in data else None
        if cut is not None and self._cut is None:
            place = self._at + cut.start()
            self._cut = place, cut[0], bisect_left(self._starts, place)


def _finished(data: bytes) -> int:
    """How much of it can be told: a last line that begins like one with a time is not yet written whole."""
    last = data.rfind(b"\n") + 1
    is_full = len(data) == CHUNK
    if is_full and not last:
        return len(data)  # of a line that is longer than that
    return last if is_full or data.startswith(b"20", last) else len(data)
