"""Where in a log one is: the row at the top, and how many of its rows on the screen lie above.

A million lines have a million rows, whatever each is wrapped into: the scroll bar counts lines, and only what
is seen is ever laid out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Top(NamedTuple):
    """The row at the top, and how many of its rows on the screen are above it."""

    row: int = 0
    skipped: int = 0


class Scrolling:
    """`rows` says how many there are, `count` how many rows of the screen one takes; `page` fit on it."""

    def __init__(self, rows: Callable[[], int], count: Callable[[int], int]) -> None:
        self._rows = rows
        self._count = count
        self.top = Top()
        self.page = 1

    @property
    def end(self) -> Top:
        """The last place at which the page is full."""
        left, row = self.page, self._rows()
        while row > 0:
            row -= 1
            count = self._count(row)
            if count >= left:
                return Top(row, count - left)
            left -= count
        return Top()

    @property
    def is_at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self.top >= self.end

    def go(self, top: Top) -> None:
        """Go to a place, or to the last at which the page is full."""
        self.top = min(max(top, Top()), self.end)

    def move(self, by: int) -> None:
        """Go down by so many rows of the screen, or up."""
        row, at = self.top.row, self.top.skipped + by
        while at < 0 and row > 0:
            row -= 1
            at += self._count(row)
        while row < self._rows() - 1 and at >= self._count(row):
            at -= self._count(row)
            row += 1
        self.go(Top(row, max(at, 0)))

    def reveal(self, row: int, *, middle: bool = False) -> None:
        """Have a row in sight."""
        if row < self.top.row or (row == self.top.row and self.top.skipped):
            self.go(Top(row))
            if middle:
                self.move(-self.page // 2)
            return
        used = -self.top.skipped
        for one in range(self.top.row, min(row, self.top.row + self.page) + 1):
            used += self._count(one)
        if used > self.page or row > self.top.row + self.page:
            self.top = Top(row)  # and from there upwards
            self.move(-(self.page // 2 if middle else self.page - self._count(row)))
