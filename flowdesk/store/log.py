"""Reads the log of a try, from its begin or its end, also while it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.store.log_line import CUT, Line, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

CHUNK = 1 << 18
"""Bytes read at a time. More than any line of a log with times: the longest are written in pieces."""

LARGEST = 1 << 24
"""More bytes than a log with times ever has."""


class LogReader:
    """Reads what was added to a log since the last time. A log that is not there has nothing in it.

    Of a log that grew too long the middle is left out, and more and more of it: where its `cut` line
    stands, the file is written anew while the task runs. So the reader keeps in mind where that line was
    and how much it stood for, and finds its place again by the difference.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._at = 0
        self._cut: tuple[int, int, int] | None = None
        """Where the cut line begins, how long it is and how many bytes are left out there."""

    def lines(self, *, to_the_end: bool = False) -> Iterator[Line]:
        """The lines added since; a half-written last one comes next time, unless `to_the_end`.

        Raises:
            OSError: the log is there and cannot be read.
        """
        while data := self.read(to_the_end=to_the_end):
            yield from lines_of(data)

    def read(self, size: int = CHUNK, *, to_the_end: bool = False) -> bytes:
        """The next piece as it is in the file, `size` bytes at the most; empty when there is no more now.

        Raises:
            OSError: as above.
        """
        try:
            with self.path.open("rb") as file:
                self._find_place(file)
                file.seek(self._at)
                data = file.read(size)
        except FileNotFoundError:
            return b""
        if len(data) < size and not to_the_end:
            data = data[: _finished(data)]
        elif b"\n" in data and not to_the_end:
            data = data[: data.rindex(b"\n") + 1]
        self._note_cut(data, self._at)
        self._at += len(data)
        return data

    def skip(self, behind: int) -> int:
        """Go on `behind` bytes before the end, if that is farther; give how many bytes are passed over.

        Raises:
            OSError: as above.
        """
        try:
            with self.path.open("rb") as file:
                self._find_place(file)
                passed = file.seek(0, 2) - behind - self._at
                if passed <= 0:
                    return 0
                file.seek(self._at)
                if passed <= LARGEST:  # a cut line may be there
                    self._note_cut(file.read(passed), self._at)
                before, self._at = self._at, file.seek(self._at + passed)
                self._at += len(file.readline(CHUNK))
        except FileNotFoundError:
            return 0
        return self._at - before

    def _find_place(self, file: IO[bytes]) -> None:
        if self._cut is None:
            if file.seek(0, 2) < self._at:  # the file was emptied
                self._at = 0
            return
        place, length, left_out = self._cut
        file.seek(place)
        cut = CUT.match(line := file.readline(CHUNK))
        if cut is None:
            self._at, self._cut = 0, None
            return
        self._at += len(line) - length - (int(cut[3]) - left_out)
        self._cut = place, len(line), int(cut[3])
        if self._at < place + len(line):  # what comes next is left out meanwhile
            self._at = place

    def _note_cut(self, data: bytes, at: int) -> None:
        cut = CUT.search(data) if b"Z cut " in data else None
        if cut is not None:
            self._cut = at + cut.start(), cut.end() - cut.start(), int(cut[3])


def last_lines(path: Path, count: int, *, within: int = 1 << 14) -> list[Line]:
    """The last lines, as far as they begin in the last `within` bytes; none where there is no log.

    Raises:
        OSError: the log is there and cannot be read.
    """
    reader = LogReader(path)
    reader.skip(within)
    return list(reader.lines(to_the_end=True))[-count:]


def _finished(data: bytes) -> int:
    """How much of it can be told: a last line that begins like one with a time is not yet written whole."""
    last = data.rfind(b"\n") + 1
    return last if data.startswith(b"20", last) else len(data)
