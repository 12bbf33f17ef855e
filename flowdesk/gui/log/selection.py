"""What is selected of a log, and its text to be copied: places are a line's number and a character in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.times import time_of_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.gui.log.log_lines import LogLines

_WORD = re.compile(r"[\w./\-]+|\s+|[^\w\s]")
Place = tuple[int, int]


class Copying(NamedTuple):
    """What is copied with the text: when each line was printed, and a terminal's sequences."""

    times: bool = False
    escapes: bool = False


class Selection:
    """From where it was begun, `anchor`, to the caret; empty where both are the same."""

    def __init__(self) -> None:
        self.anchor: Place = (0, 0)
        self.caret: Place = (0, 0)

    def __bool__(self) -> bool:
        return self.anchor != self.caret

    def go(self, place: Place, *, keep: bool = False) -> None:
        """Put the caret somewhere; `keep` the other end where it is."""
        self.caret = place
        if not keep:
            self.anchor = place

    def choose(self, anchor: Place, caret: Place) -> None:
        """Select from one place to another."""
        self.anchor, self.caret = anchor, caret

    @property
    def ends(self) -> tuple[Place, Place]:
        """The first and the last place."""
        first, last = sorted((self.anchor, self.caret))
        return first, last

    def within(self, number: int, length: int) -> tuple[int, int] | None:
        """What of a line of so many characters is selected; the line's end counts as one more."""
        (first, start), (last, end) = self.ends
        if not self or not first <= number <= last:
            return None
        begin = start if number == first else 0
        return begin, min(end, length) if number == last else length + 1


def word_at(text: str, place: int) -> tuple[int, int]:
    """The begin and end of the word at `place`."""
    for found in _WORD.finditer(text):
        if found.start() <= place < found.end():
            return found.span()
    return place, place


def copied(lines: LogLines, selection: Selection, how: Copying) -> Iterator[str]:
    """The selected text of the lines that are seen, line by line."""
    (first, start), (last, end) = selection.ends
    row = lines.row_of(first)
    while row < lines.rows and (number := lines.line_of(row)) <= last:
        line = lines.line(number)
        text = line.text
        begin, stop = start if number == first else 0, end if number == last else len(text)
        if how.escapes and begin == 0 and stop >= len(text):
            part, place = lines.place(number)
            text, begin, stop = part.raw(place), 0, len(part.raw(place))
        head = "" if begin or row == lines.row_of(first) or line.goes_on else "\n"
        at = time_of_day(line.at) + " " if how.times and line.at and not begin and not line.goes_on else ""
        yield head + at + text[begin:stop]
        row += 1


def whole_text(lines: LogLines) -> Iterator[str]:
    """All lines that are seen, each with its end, as a file would have them."""
    for row in range(lines.rows):
        line = lines.line(lines.line_of(row))
        yield ("" if line.goes_on or row == 0 else "\n") + line.text
    if lines.rows:
        yield "\n"
