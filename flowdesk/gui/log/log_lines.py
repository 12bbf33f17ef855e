"""All lines of the log that is shown, those of several tries under headings, and which of them are seen."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from flowdesk.gui.log.growth import LEVEL, LEVEL_SHIFT, STREAM, STREAMS
from flowdesk.gui.log.levels import Level
from flowdesk.gui.log.log_part import LogLine, LogPart
from flowdesk.store.log_line import NOTE

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.log.growth import Growth

_KEPT = 4096  # lines that are kept as they are shown


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which lines are seen: at least so grave, of these streams, printed until a moment (ISO 8601)."""

    least: Level = Level.DEBUG
    streams: frozenset[str] = frozenset(STREAMS)
    until: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it lets all through."""
        return self.least is Level.DEBUG and len(self.streams) == len(STREAMS)

    def table(self) -> bytes:
        """For each value of a line's flags whether it is let through."""
        return bytes(self._lets(flags) for flags in range(256))

    def _lets(self, flags: int) -> bool:
        stream, level = flags & STREAM, (flags & LEVEL) >> LEVEL_SHIFT
        if stream >= len(STREAMS) or STREAMS[stream] not in self.streams:
            return False
        level = Level.INFO if level == Level.NONE else level
        return level >= self.least or (STREAMS[stream] == NOTE and self.least < Level.ERROR)


class LogLines:
    """Lines are known by their number among all; rows are the numbers among those that are seen."""

    def __init__(self, heading: Callable[[int], str] = str) -> None:
        self.parts: list[LogPart] = []
        self.sieve = Sieve()
        self.has_marks = False
        """Whether a line is of standard error or flowdesk's own."""
        self._heading = heading
        self._firsts: list[int] = []
        self._seen: array[int] | None = None
        self._end = 0  # lines after which nothing is seen, because of the moment
        self._kept: dict[int, LogLine] = {}

    def reset(self) -> None:
        """Forget all."""
        for part in self.parts:
            part.close()
        self.parts, self._firsts, self._kept, self.has_marks = [], [], {}, False
        self.sift(self.sieve)

    def take(self, growth: Growth, *, headed: bool = False) -> None:
        """Add what was found since, under a heading if it is one of several."""
        part = next((part for part in self.parts if part.number == growth.number), None)
        if part is None:
            part = LogPart(growth.number, growth.path, self._heading(growth.number) if headed else "")
            self.parts = sorted([*self.parts, part], key=lambda one: one.number)
        before, lost = len(part), growth.kept < len(part.known.starts)
        part.take(growth)
        self._firsts = [sum(len(one) for one in self.parts[:place]) for place in range(len(self.parts))]
        self.has_marks = self.has_marks or any(flags & STREAM for flags in set(growth.flags))
        if lost or part is not self.parts[-1]:
            self._kept.clear()
            self.sift(self.sieve)
            return
        first = self._firsts[-1]
        self._kept.pop(first + before - 1, None)  # it may have grown
        self._sift_on(first + (before if before > bool(part.heading) else 0))

    def sift(self, sieve: Sieve) -> None:
        """See only what this lets through."""
        self.sieve = sieve
        self._end = self.lines if sieve.until is None else self._lines_until(sieve.until)
        self._seen = None if sieve.is_open else array("I")
        self._sift(0)

    @property
    def lines(self) -> int:
        """How many there are."""
        return self._firsts[-1] + len(self.parts[-1]) if self.parts else 0

    @property
    def rows(self) -> int:
        """How many are seen."""
        return self._end if self._seen is None else len(self._seen)

    def line_of(self, row: int) -> int:
        """The number among all of the line in a row."""
        return row if self._seen is None else self._seen[row]

    def row_of(self, line: int) -> int:
        """The row of a line, or of the next one that is seen."""
        return min(line, self._end) if self._seen is None else bisect_left(self._seen, line)

    def line(self, number: int) -> LogLine:
        """A line as it is shown."""
        found = self._kept.get(number)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            part, place = self.place(number)
            found = self._kept[number] = part.line(place)
        return found

    def flags(self, number: int) -> int:
        """What a line is filtered and marked by."""
        part, place = self.place(number)
        return part.flags(place)

    def place(self, number: int) -> tuple[LogPart, int]:
        """The part that a line lies in, and its place there."""
        at = bisect_right(self._firsts, number) - 1
        return self.parts[at], number - self._firsts[at]

    @property
    def errors(self) -> int:
        """How many errors begin in all lines, seen or not."""
        return sum(len(part.errors) for part in self.parts)

    def error_lines(self) -> list[int]:
        """The numbers of the lines at which errors begin."""
        return [
            begin + bool(part.heading) + place
            for part, begin in zip(self.parts, self._firsts, strict=True)
            for place in part.errors
        ]

    def next_error(self, after: int, *, backward: bool = False) -> int:
        """The next row, or the one before, that begins an error and is seen; -1 where there is none."""
        begins = self.error_lines()
        number = self.line_of(after) if 0 <= after < self.rows else after
        place = bisect_left(begins, number) - 1 if backward else bisect_right(begins, number)
        while 0 <= place < len(begins):
            row = self.row_of(begins[place])
            if row < self.rows and self.line_of(row) == begins[place]:
                return row
            place += -1 if backward else 1
        return -1

    def _sift_on(self, first: int) -> None:
        if self.sieve.until is not None:
            self._end = max(self._end, self._lines_until(self.sieve.until))
        else:
            self._end = self.lines
        self._sift(first)

    def _sift(self, first: int) -> None:
        """Note which of the lines from the number `first` on are seen."""
        if self._seen is None:
            return
        table = self.sieve.table()
        del self._seen[bisect_left(self._seen, first) :]
        for part, begin in zip(self.parts, self._firsts, strict=True):
            if begin + len(part) <= first:
                continue
            start = begin + bool(part.heading)
            skipped = max(0, first - start)
            if part.heading and first <= begin:
                self._seen.append(begin)
            lets = part.known.flags[skipped:].translate(table)
            self._seen.extend(compress(range(start + skipped, begin + len(part)), lets))
        del self._seen[bisect_left(self._seen, self._end) :]

    def _lines_until(self, moment: str) -> int:
        """How many lines, from the first on, were printed until then: their times go up."""
        low, high = 0, self.lines
        while low < high:
            middle = (low + high) // 2
            if (self._moment(middle) or "") <= moment:
                low = middle + 1
            else:
                high = middle
        return low

    def _moment(self, number: int) -> str | None:
        """When a line was printed; that of the next one which says so."""
        for one in range(number, min(number + 50, self.lines)):
            if at := self.line(one).at:
                return at
        return None
