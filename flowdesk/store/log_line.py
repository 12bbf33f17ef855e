"""A line of a log: when a try printed it, and on which stream.

In the file it is `2026-11-24T11:47:39.123Z out text`: the time in UTC, a word for the stream and the text,
byte for byte. The words are `out`, `err`, `flowdesk` (a note of flowdesk's own) and `cut` (here something
was left out). `out+` is a line that goes on in the next one of its stream: the task had not ended it yet,
or it is very long. Plain text, so that grep, tail and less need nobody's help; JSON lines were refused for
that. A line that does not begin like this is from before lines had times, and is `out`.

The writer is `flowdesk.executors.worker.log_writer`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT, ERR, NOTE = "out", "err", "flowdesk"

_HEAD = rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (out|err|flowdesk|cut)(\+?) "
HEAD = re.compile(_HEAD)
"""What stands before a line's text in the file: its time, the word for its stream, a "+" if it goes on."""

CUT_WORD = b"cut"
_WHOLE_LINE = re.compile(rb"^" + _HEAD + rb"(.*)\n", re.MULTILINE)
CUT = re.compile(rb"^" + _HEAD.replace(rb"(out|err|flowdesk|cut)", rb"cut") + rb"(\d+) .*\n", re.MULTILINE)
"""The line that stands for what was left out; its third group is how many bytes that is."""


class Line(NamedTuple):
    """One line. `text` is without its end; bytes that are no UTF-8 are escaped with backslashes.

    `at` is ISO 8601 in UTC to the millisecond; None: the log is from before lines had times. A line that
    is not whole goes on with the next of its stream.
    """

    stream: str
    text: str
    at: str | None = None
    is_whole: bool = True

    @property
    def shown(self) -> str:
        """As it is printed: with its end if it has one, and a note marked as ours."""
        mark = "flowdesk: " if self.stream == NOTE else ""
        return f"{mark}{self.text}\n" if self.is_whole else mark + self.text


def lines_of(data: bytes) -> Iterator[Line]:
    """The lines in a piece of a log that begins at the begin of one; the last may be unfinished."""
    pieces = data.split(b"\n")
    last = pieces.pop()
    for piece in pieces:
        line = _line(piece)
        if line is not None:
            yield line
    if last and (line := _line(last)):
        yield line._replace(is_whole=False)


def plain(data: bytes) -> bytes:
    """The same piece without times and streams, as the task printed it; notes are marked as ours."""
    return _WHOLE_LINE.sub(_stripped, data)


def _line(piece: bytes) -> Line | None:
    """The line; None where one tells that nothing is left out yet."""
    head = HEAD.match(piece)
    if head is None:
        return Line(OUT, piece.decode("utf-8", "backslashreplace"))
    at, stream, more = head.groups()
    text = piece[head.end() :].decode("utf-8", "backslashreplace")
    word = stream.decode()
    if word == "cut" and text.startswith("0 "):
        return None
    return Line(NOTE if word == "cut" else word, text, at.decode(), not more)


def _stripped(line: re.Match[bytes]) -> bytes:
    _at, stream, more, text = line.groups()
    if stream == b"cut" and text.startswith(b"0 "):
        return b""
    mark = b"flowdesk: " if stream in {b"flowdesk", b"cut"} else b""
    return mark + text if more else mark + text + b"\n"
