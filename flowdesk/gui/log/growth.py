"""Where the lines of a log are in its file, found piece by piece: what the feed hands to the view of a log.

A line of the view is a part of the file, from its start to the next one's. It may be several lines of the
file, where a task printed a line bit by bit, or a part of one: none is longer than `LONGEST` bytes, so
that neither painting nor finding ever has to do with more. Each has a byte of `flags`: what it is filtered
and marked by. A million lines take 11 MB.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from flowdesk.gui.log.escapes import style_after
from flowdesk.gui.log.ink_style import PLAIN, InkStyle
from flowdesk.gui.log.levels import LevelReader
from flowdesk.store.log_line import CUT_WORD, ERR, HEAD, NOTE, OUT

LONGEST = 4096
STREAMS = (OUT, ERR, NOTE)
STREAM, LEVEL, BEGINS, GOES_ON = 0b11, 0b11100, 0b100000, 0b1000000
"""Bits of the flags: the stream's place in `STREAMS`, the level, whether the line says its level itself, and
whether it goes on with the line before it."""
LEVEL_SHIFT = 2
_PLACES = {b"out": 0, b"err": 1, b"flowdesk": 2, CUT_WORD: 2}
_MOST_STYLES = 60_000
_NEAR_END = 24  # bytes; no sequence of colours is longer
_CONTINUES, _CONTINUED = 0xC0, 0x80  # as UTF-8 marks the bytes of a character after its first


@dataclass(slots=True)
class Growth:
    """Lines found since. `kept` of those that were known stay, the others are gone or have changed.

    `starts` are offsets in the file, `styles` places in `table`: how each line begins.
    """

    number: int
    path: str
    kept: int = 0
    starts: array[int] = field(default_factory=lambda: array("Q"))
    flags: bytearray = field(default_factory=bytearray)
    styles: array[int] = field(default_factory=lambda: array("H"))
    table: list[InkStyle] = field(default_factory=lambda: [PLAIN])
    end: int = 0


class Finder:
    """Finds the lines of one log, which is given to it in order."""

    def __init__(self) -> None:
        self.table: list[InkStyle] = [PLAIN]
        self._places: dict[InkStyle, int] = {PLAIN: 0}
        self._now = [PLAIN] * len(STREAMS)
        self._levels = [LevelReader() for _ in STREAMS]
        self._open = -1  # the stream whose last line is not whole
        self._length = 0  # of that line so far
        self._is_amid = False  # what comes next goes on with a line of the file

    def find(self, data: bytes, at: int, into: Growth) -> None:
        """Add the lines of `data`, which lies at the offset `at` of the file: where the last ended."""
        place = 0
        while place < len(data):
            end = data.find(b"\n", place)
            is_ended = end >= 0
            end = end if is_ended else len(data)
            self._take(data[place:end], at + place, is_ended=is_ended, into=into)
            place = end + 1
        into.end = at + len(data)
        into.table = self.table

    def _take(self, line: bytes, at: int, *, is_ended: bool, into: Growth) -> None:
        """A line of the file, or as much of it as there is."""
        if self._is_amid:
            stream, size, is_whole = max(self._open, 0), 0, is_ended
        elif (found := HEAD.match(line)) is None:
            stream, size, is_whole = 0, 0, is_ended
        else:
            size, word = found.end(), found[2]
            if word == CUT_WORD and line.startswith(b"0 ", size):
                return  # tells that nothing is left out yet
            stream, is_whole = _PLACES[word], is_ended and not found[3]
        self._is_amid = not is_ended
        body = line[size:] if size else line
        if self._open == stream and self._length + len(body) <= LONGEST:
            self._length += len(body)
            self._note_style(stream, body)
        else:
            self._begin(stream, body, at, size, into)
        self._open = -1 if is_whole else stream

    def _begin(self, stream: int, body: bytes, at: int, size: int, into: Growth) -> None:
        goes_on = self._open == stream
        level, begins = self._levels[stream].read(body)
        flags = stream | level << LEVEL_SHIFT
        cut = 0
        if len(body) <= LONGEST and not goes_on:  # nearly every line
            into.starts.append(at)
            into.flags.append(flags | BEGINS if begins else flags)
            into.styles.append(self._places.get(self._now[stream], 0))
            self._note_style(stream, body)
            self._length = len(body)
            return
        while True:
            mark = (GOES_ON if goes_on or cut else 0) | (BEGINS if begins and not (goes_on or cut) else 0)
            into.starts.append(at if not cut else at + size + cut)
            into.flags.append(flags | mark)
            into.styles.append(self._places.get(self._now[stream], 0))
            end = cut + LONGEST
            if end >= len(body):
                break
            end = _fair_end(body, cut, end)
            self._note_style(stream, body[cut:end])
            cut = end
        self._note_style(stream, body[cut:])
        self._length = len(body) - cut

    def _note_style(self, stream: int, body: bytes) -> None:
        if b"\x1b" not in body:
            return
        style = self._now[stream] = style_after(body, self._now[stream])
        if style not in self._places and len(self.table) < _MOST_STYLES:
            self._places[style] = len(self.table)
            self.table.append(style)


def _fair_end(body: bytes, start: int, end: int) -> int:
    """Where to cut, so that neither a character nor a sequence of a terminal is cut in two."""
    escape = body.rfind(b"\x1b", max(start + 1, end - _NEAR_END), end)
    if escape > 0:
        return escape
    for back in range(4):
        if body[end - back] & _CONTINUES != _CONTINUED:
            return end - back
    return end
