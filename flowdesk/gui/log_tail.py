"""The end of a growing log file, read in bounded pieces, line by line, without Qt.

A log may be huge, grow faster than anyone reads, hold a half-written character at its end, carry
terminal colours, or not exist yet. The reader gives at most `CHUNK` bytes at a time, and when it is more
than `BACKLOG` behind it leaves out the middle and says so, rather than keep a window busy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.store.log import LogReader
from flowdesk.store.log_line import NOTE, Line, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHUNK = 256 * 1024
BACKLOG = 2 * 1024 * 1024

# Colours, cursor moves and titles of a terminal (ECMA-48); a window has no use for them.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")
_ESCAPE_LIMIT = 64
# What a text view takes for the end of a line, and what it cannot show.
_SIGNS = str.maketrans({"\n": "\u2424", "\u2028": "\u2424", "\u2029": "\u2424", "\0": "\u2400"})


class LogTail:
    """Reads what was added to one file since the last time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader = LogReader(path)
        self._rest = b""
        self._held: dict[str, str] = {}

    def read(self) -> list[Line]:
        """The next lines; none when there is nothing new, or no file.

        No text has a line's end in it, nor a terminal's colours. A line that is not whole goes on with
        the next one of its stream. Raises OSError when the file is there but cannot be read.
        """
        skipped = self._reader.skip(BACKLOG)
        found: list[Line] = []
        if skipped:
            self._rest, self._held = b"", {}
            found.append(Line(NOTE, f"… {skipped:,} bytes left out; the whole log is in {self.path}"))
        data = self._rest + self._reader.read(CHUNK)
        self._rest = data[len(data) - _unfinished(data) :]
        for line in lines_of(data[: len(data) - len(self._rest)]):
            found += self._shown(line)
        return found

    def _shown(self, line: Line) -> Iterator[Line]:
        """The line as it is shown; where it returns to its begin, the next one begins."""
        text = self._held.pop(line.stream, "") + line.text
        if line.is_whole:
            text = text.removesuffix("\r")
        else:
            # An escape sequence, or the \r of a \r\n, may have been cut in two: its head waits for its tail.
            start = text.rfind("\x1b", max(0, len(text) - _ESCAPE_LIMIT))
            cut = start if start >= 0 and not _ESCAPES.match(text, start) else len(text)
            cut -= bool(cut) and text[cut - 1] == "\r"
            self._held[line.stream], text = text[cut:], text[:cut]
        *before, last = _ESCAPES.sub("", text).translate(_SIGNS).split("\r")
        yield from (line._replace(text=one, is_whole=True) for one in before)
        if last or line.is_whole:
            yield line._replace(text=last)


def _unfinished(data: bytes) -> int:
    """How many bytes at the end begin a character of UTF-8 whose other bytes are not there yet."""
    for back in range(1, min(4, len(data) + 1)):
        byte = data[-back]
        if byte < 0x80:  # noqa: PLR2004 - the bytes below are ASCII
            return 0
        if byte >= 0xC0:  # noqa: PLR2004 - from here on, bytes begin a character of several
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4  # noqa: PLR2004 - as RFC 3629 has it
            return back if back < length else 0
    return 0
