"""Finds in all lines of a log that are seen, a slice at a time, and in those that come after."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.log.escapes import ESCAPE
from flowdesk.gui.log.matcher import Matcher, Wanted
from flowdesk.gui.log.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.gui.log.log_lines import LogLines

MOST = 1_000_000
BLOCK = 256  # lines of which is asked at once whether it can be in them


class LogSearch(QObject):
    """The lines that have what is wanted; `lines` has each as often as it was found there."""

    changed = Signal()

    def __init__(self, lines: LogLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.matcher = Matcher(Wanted(""))
        self.lines = array("I")
        self._done = 0  # rows looked at
        self._slices = Slices(self)
        self._slices.progressed.connect(self.changed)

    @property
    def is_busy(self) -> bool:
        """Whether some lines have not been looked at."""
        return self._slices.is_busy

    @property
    def is_on(self) -> bool:
        """Whether anything is wanted."""
        return bool(self.matcher.wanted.text)

    def look_for(self, wanted: Wanted) -> None:
        """Find this in all that is seen."""
        self.matcher = Matcher(wanted)
        self.restart()

    def restart(self) -> None:
        """Look anew: other lines are seen."""
        self._done = 0
        del self.lines[:]
        self._slices.stop()
        self.go_on()
        self.changed.emit()

    def go_on(self) -> None:
        """Look at the lines that have come since."""
        # The last line may have grown since it was looked at.
        last = max(0, self._done - 1)
        if self._done and self._done <= self._lines.rows:
            del self.lines[bisect_left(self.lines, self._lines.line_of(last)) :]
            self._done = last
        if self.is_on and not self.matcher.error and not self._slices.is_busy:
            self._slices.start(self._look())

    def near(self, line: int, *, backward: bool = False) -> int:
        """The place in `lines` of the first at or after a line, or before it; round the end. -1 for none."""
        if not self.lines:
            return -1
        place = bisect_left(self.lines, line) - 1 if backward else bisect_left(self.lines, line)
        return place % len(self.lines)

    def count_of(self, line: int) -> int:
        """How often it was found in a line."""
        return bisect_right(self.lines, line) - bisect_left(self.lines, line)

    def _look(self) -> Iterator[None]:
        while self._done < self._lines.rows and len(self.lines) < MOST:
            end = min(self._done + BLOCK, self._lines.rows)
            for row in range(self._done, end) if self._may_be_in(self._done, end) else ():
                number = self._lines.line_of(row)
                part, place = self._lines.place(number)
                self.lines.extend([number] * len(self.matcher.find(part.line(place).text)))
                if row % 16 == 15:  # noqa: PLR2004 - a few lines at a time
                    self._done = row + 1
                    yield
            self._done = end
            yield

    def _may_be_in(self, row: int, end: int) -> bool:
        """Whether it can be in these rows, by the bytes of the file from the first to the last of them."""
        part, place = self._lines.place(self._lines.line_of(row))
        last, last_place = self._lines.place(self._lines.line_of(end - 1))
        if part is not last or last_place - place > 4 * BLOCK:
            return True
        text = part.text_between(place, last_place)
        if text is None:
            return True
        return self.matcher.may_be_in(ESCAPE.sub("", text) if "\x1b" in text else text)
