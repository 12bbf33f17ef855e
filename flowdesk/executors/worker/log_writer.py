"""Writes the log of a try: every line with its time and stream, secrets masked, the middle left out.

How a line looks is told in `flowdesk.store.log_line`, which reads it. What was chosen, and why:

* A line is written once it is whole, so that lines of two streams never mix. One that stays unfinished (a
  question, a progress bar) is written after `PATIENCE` seconds, as one that goes on.
* The first `HEAD` bytes of the file stay. Of what comes after them only the last `TAIL` bytes are kept, in
  memory, and written in place behind a line that tells how much is left out: every `PATIENCE` seconds, and
  at the end. So a task may print for days and neither fill the disk nor lose the words it died with.
* Refused: a pseudo-terminal (programs behave differently in it), and one pipe for both streams, which alone
  would keep their order to the microsecond.
"""

from __future__ import annotations

import os
import time
from collections import deque
from functools import lru_cache

from flowdesk.executors.worker.masker import Masker
from flowdesk.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OUT, ERR, NOTE = b"out", b"err", b"flowdesk"
HEAD = 8 << 20
TAIL = 2 << 20
PATIENCE = 0.5
LONGEST = 1 << 16
"""Bytes of a line after which it is written, ended or not."""


class Stream:
    """What of one stream is not written yet: the begin of a line, since the moment `since`."""

    def __init__(self, masker: Masker) -> None:
        self.masker = masker
        self.line = b""
        self.since = 0.0
        self.is_open = False
        """Whether the last line in the file goes on."""


class Piece(NamedTuple):
    """Lines of one stream and moment. `size` is what they have in the file."""

    head: bytes
    lines: bytes
    size: int


class LogWriter:
    """Writes one log; its folders are made, and a file that is there already is added to.

    Raises:
        OSError: the file cannot be opened; from `feed`, `write_due` and `close`: it cannot be written.
    """

    def __init__(
        self, path: str, secrets: Sequence[str] = (), clock: Callable[[], float] = time.time
    ) -> None:
        self._clock = clock
        self._file = open_log(path)
        self._size = 0
        self._streams = {name: Stream(Masker(secrets)) for name in (OUT, ERR, NOTE)}
        self._tail: Tail | None = None

    def learn(self, secrets: Sequence[str]) -> None:
        """Mask these from now on."""
        for one in self._streams.values():
            one.masker.learn(secrets)

    def feed(self, stream: bytes, data: bytes) -> None:
        """Take what came on a stream, and write the lines that are whole by it."""
        one = self._streams[stream]
        line, newline, rest = one.masker.feed(data).rpartition(b"\n")
        if stream == NOTE:
            self._end_lines()
        if newline:
            self._write(_head(self._clock(), stream), one.line + line + newline)
            one.line, one.is_open = b"", False
        if rest and not one.line:
            one.since = self._clock()
        one.line += rest
        if len(one.line) >= LONGEST:
            self._write_unfinished(stream)

    @property
    def holds(self) -> bool:
        """Whether something is not in the file yet."""
        is_tail_held = self._tail is not None and self._tail.is_changed
        return is_tail_held or any(one.line or one.masker.holds for one in self._streams.values())

    @property
    def due(self) -> float | None:
        """The moment at which `write_due` has something to write, on the clock that was given."""
        moments = [one.since + PATIENCE for one in self._streams.values() if one.line]
        if self._tail is not None and self._tail.is_changed:
            moments.append(self._tail.written_at + PATIENCE)
        return min(moments, default=None)

    def write_due(self) -> None:
        """Write what has waited long enough."""
        now = self._clock()
        for name, one in self._streams.items():
            # The machine's clock may be set back meanwhile; then it is due at once.
            if one.line and not one.since <= now < one.since + PATIENCE:
                self._write_unfinished(name)
        tail = self._tail
        if tail is not None and tail.is_changed and not tail.written_at <= now < tail.written_at + PATIENCE:
            tail.write(self._file, now)

    def close(self) -> None:
        """Write what is left, and close the file."""
        try:
            for name, one in self._streams.items():
                one.line += one.masker.rest()
                if one.line:
                    self._write_unfinished(name)
            if self._tail is not None and self._tail.is_changed:
                self._tail.write(self._file, self._clock())
        finally:
            os.close(self._file)

    def _write_unfinished(self, stream: bytes) -> None:
        one = self._streams[stream]
        # What was held back because of a secret may have newlines in it.
        line, newline, rest = one.line.rpartition(b"\n")
        one.line = b""
        if newline:
            self._write(_head(self._clock(), stream), line + newline)
        if rest:
            self._write(_head(self._clock(), stream + b"+"), rest + b"\n")
            one.is_open = True

    def _end_lines(self) -> None:
        """End what a task left unfinished, so that a note has its line for itself."""
        for name, one in self._streams.items():
            if one.line or one.is_open:
                self._write(_head(self._clock(), name), one.line + b"\n")
                one.line, one.is_open = b"", False

    def _write(self, head: bytes, lines: bytes) -> None:
        if self._tail is not None:
            self._tail.add(head, lines)
            return
        data = _written(head, lines)
        _write_all(self._file, data)
        self._size += len(data)
        if self._size >= HEAD:
            self._tail = Tail(os.lseek(self._file, 0, os.SEEK_CUR), self._clock())


class Tail:
    """The last lines of a log that has grown too long, from the offset `begin` of its file."""

    def __init__(self, begin: int, now: float) -> None:
        self._begin = begin
        self._pieces: deque[Piece] = deque()
        self._size = 0
        self._bytes_left_out = 0
        self._lines_left_out = 0
        self.written_at = now
        self.is_changed = False

    def add(self, head: bytes, lines: bytes) -> None:
        """Keep these lines, and let go of the oldest."""
        piece = Piece(head, lines, len(lines) + lines.count(b"\n") * len(head))
        self._pieces.append(piece)
        self._size += piece.size
        while self._size - self._pieces[0].size >= TAIL:
            oldest = self._pieces.popleft()
            self._size -= oldest.size
            self._bytes_left_out += oldest.size
            self._lines_left_out += oldest.lines.count(b"\n")
        self.is_changed = True

    def write(self, file: int, now: float) -> None:
        """Put it into its place in the file."""
        told = b"%d bytes in %d lines are left out here: a log keeps its first %d and its last %d MiB\n" % (
            self._bytes_left_out,
            self._lines_left_out,
            HEAD >> 20,
            TAIL >> 20,
        )
        data = (
            _head(now, b"cut") + told + b"".join(_written(piece.head, piece.lines) for piece in self._pieces)
        )
        os.lseek(file, self._begin, os.SEEK_SET)
        _write_all(file, data)
        os.ftruncate(file, self._begin + len(data))
        self.written_at = now
        self.is_changed = False


def open_log(path: str) -> int:
    """The log's descriptor, at its end; its folders are made."""
    flags = os.O_CREAT | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0)
    try:
        file = os.open(path, flags, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - pathlib is slow to import
        file = os.open(path, flags, 0o644)
    os.lseek(file, 0, os.SEEK_END)
    return file


def _head(moment: float, stream: bytes) -> bytes:
    """What a line begins with."""
    seconds = int(moment)
    return b"%s.%03dZ %s " % (_second(seconds), int((moment - seconds) * 1000), stream)


@lru_cache(2)
def _second(seconds: int) -> bytes:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)).encode()


def _written(head: bytes, lines: bytes) -> bytes:
    return head + lines[:-1].replace(b"\n", b"\n" + head) + b"\n"


def _write_all(file: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]
