"""The end of a growing log file, read in bounded pieces of plain text, without Qt.

A log may be huge, grow faster than anyone reads, hold a half-written character at its end, carry
terminal colours, or not exist yet. The reader gives at most `CHUNK` bytes at a time, without times and
streams, and when it is more than `BACKLOG` behind it leaves out the middle and says so, rather than keep
a window busy.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from flowdesk.store.log import LogReader
from flowdesk.store.log_line import plain

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 256 * 1024
BACKLOG = 2 * 1024 * 1024

# Colours, cursor moves and titles of a terminal (ECMA-48); a window has no use for them.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")
_ESCAPE_LIMIT = 64


class LogTail:
    """Reads what was added to one file since the last time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader = LogReader(path)
        self._held = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def read(self) -> str:
        """The next piece of text; empty when there is nothing new, or no file.

        Raises OSError when the file is there but cannot be read.
        """
        skipped = self._reader.skip(BACKLOG)
        if skipped:
            self._decoder.reset()
            self._held = ""
        data = self._reader.read(CHUNK)
        note = f"… {skipped:,} bytes left out; the whole log is in {self.path}\n" if skipped else ""
        return note + self._plain(self._decoder.decode(plain(data)))

    def _plain(self, text: str) -> str:
        text = self._held + text
        # An escape sequence, or the \r of a \r\n, may have been cut in two: its head waits for its tail.
        start = text.rfind("\x1b", max(0, len(text) - _ESCAPE_LIMIT))
        cut = start if start >= 0 and not _ESCAPES.match(text, start) else len(text)
        if cut and text[cut - 1] == "\r":
            cut -= 1
        self._held = text[cut:]
        return _ESCAPES.sub("", text[:cut]).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\u2400")
