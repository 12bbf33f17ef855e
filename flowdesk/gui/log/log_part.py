"""The log of one try: where its lines are, and each as it is shown when it is asked for.

Lines are read from the file when they are seen, in the window's thread on purpose: a few kilobytes of a file
that was just looked through, in microseconds. Asking another thread would show blank lines while one scrolls.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.log.escapes import Read, Span, read_line
from flowdesk.gui.log.growth import (
    BEGINS,
    GOES_ON,
    LEVEL,
    LEVEL_SHIFT,
    LONGEST,
    STREAM,
    STREAMS,
    Growth,
)
from flowdesk.gui.log.ink_style import PLAIN
from flowdesk.gui.log.levels import Level
from flowdesk.store.log_line import CUT_WORD, HEAD, NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 64 * LONGEST  # bytes of a line with the heads of its pieces; a task that prints byte by byte
_ERRORS = bytes(flags & LEVEL == Level.ERROR << LEVEL_SHIFT for flags in range(256))
_HEADING = NOTE, Level.NONE


class LogLine(NamedTuple):
    """A line of the view. `at` is ISO 8601; `goes_on`: it is the rest of the line before it."""

    stream: str
    level: Level
    text: str
    spans: tuple[Span, ...] = ()
    at: str | None = None
    begins: bool = False
    goes_on: bool = False
    is_heading: bool = False


class LogPart:
    """The lines of the log at `path`; `heading` stands above them, if there is one."""

    def __init__(self, number: int, path: str, heading: str = "") -> None:
        self.number = number
        self.path = path
        self.heading = heading
        self.known = Growth(number, path)
        self.errors = array("I")
        """The lines, counted without the heading, at which errors begin."""
        self._file = -1

    def __len__(self) -> int:
        return len(self.known.starts) + bool(self.heading)

    def take(self, growth: Growth) -> None:
        """Add what was found since."""
        known = self.known
        del self.errors[bisect_left(self.errors, growth.kept) :]
        del known.starts[growth.kept :], known.flags[growth.kept :], known.styles[growth.kept :]
        known.starts.extend(growth.starts)
        known.flags.extend(growth.flags)
        known.styles.extend(growth.styles)
        known.table, known.end = growth.table, growth.end
        self._note_errors(growth)

    def _note_errors(self, growth: Growth) -> None:
        flags, last = self.known.flags, len(self.known.flags)
        for place in compress(range(growth.kept, last), growth.flags.translate(_ERRORS)):
            before = flags[place - 1] if place else 0
            if flags[place] & BEGINS or not _ERRORS[before] or (before ^ flags[place]) & STREAM:
                self.errors.append(place)

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def flags(self, place: int) -> int:
        """The flags of a line; the heading has those of a note."""
        place -= bool(self.heading)
        return STREAMS.index(NOTE) | Level.INFO << LEVEL_SHIFT if place < 0 else self.known.flags[place]

    def line(self, place: int) -> LogLine:
        """A line as it is shown."""
        place -= bool(self.heading)
        if place < 0:
            return LogLine(*_HEADING, self.heading, is_heading=True)
        flags = self.known.flags[place]
        read, at = self._read(place)
        return LogLine(
            STREAMS[flags & STREAM],
            Level((flags & LEVEL) >> LEVEL_SHIFT),
            *read,
            at,
            bool(flags & BEGINS),
            bool(flags & GOES_ON),
        )

    def raw(self, place: int) -> str:
        """The text of a line as the task printed it, its terminal's sequences included."""
        place -= bool(self.heading)
        return self.heading if place < 0 else self._raw(place)[0]

    def text_between(self, place: int, last: int) -> str | None:
        """What the file has from one line to another; None where a text may be cut in pieces there."""
        known, place, last = self.known, max(0, place - bool(self.heading)), last - bool(self.heading)
        if last < place:
            return None
        end = known.starts[last + 1] if last + 1 < len(known.starts) else known.end
        data = self._bytes(known.starts[place], end - known.starts[place])
        return None if b"+ " in data or b"\r" in data else data.decode("utf-8", "backslashreplace")

    def _read(self, place: int) -> tuple[Read, str | None]:
        known = self.known
        text, at = self._raw(place)
        style = known.styles[place]
        return read_line(text, known.table[style] if style < len(known.table) else PLAIN), at

    def _raw(self, place: int) -> tuple[str, str | None]:
        known = self.known
        start = known.starts[place]
        end = known.starts[place + 1] if place + 1 < len(known.starts) else known.end
        data = self._bytes(start, min(end - start, _MOST))
        pieces = list(_pieces(data))
        at = next((moment for _, moment, _ in pieces if moment), None)
        text = b"".join(body for body, _, _ in pieces).decode("utf-8", "backslashreplace")
        is_note = bool(pieces) and pieces[-1][2]
        return f"flowdesk: {text}" if is_note else text, at

    def _bytes(self, start: int, size: int) -> bytes:
        if self._file < 0:
            try:
                self._file = os.open(self.path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
            except OSError:
                return b""  # it is gone; what is known of it stays
        return os.pread(self._file, size, start)


def _pieces(data: bytes) -> Iterator[tuple[bytes, str | None, bool]]:
    """The texts of lines of the file with their moments, and whether each is flowdesk's own."""
    for line in data.removesuffix(b"\n").split(b"\n"):
        head = HEAD.match(line)
        if head is None:
            yield line, None, False
        elif head[2] != CUT_WORD or not line.startswith(b"0 ", head.end()):
            yield line[head.end() :], head[1].decode("ascii"), head[2] in {b"flowdesk", CUT_WORD}
