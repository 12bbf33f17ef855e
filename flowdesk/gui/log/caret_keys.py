"""Where the keys move the caret of a log: by characters, words, lines, pages, to the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from flowdesk.gui.log.selection import word_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.log.log_lines import LogLines
    from flowdesk.gui.log.selection import Place

Keys = QKeySequence.StandardKey


class CaretKeys:
    """Finds the place that a key goes to; a page has `page` rows."""

    def __init__(self, lines: LogLines, page: Callable[[], int]) -> None:
        self._lines = lines
        self._page = page
        self._moves: dict[tuple[Keys, Keys], Callable[[Place], Place]] = {
            (Keys.MoveToNextChar, Keys.SelectNextChar): lambda at: self._aside(at, 1),
            (Keys.MoveToPreviousChar, Keys.SelectPreviousChar): lambda at: self._aside(at, -1),
            (Keys.MoveToNextWord, Keys.SelectNextWord): self._word_on,
            (Keys.MoveToPreviousWord, Keys.SelectPreviousWord): self._word_back,
            (Keys.MoveToNextLine, Keys.SelectNextLine): lambda at: self._down(at, 1),
            (Keys.MoveToPreviousLine, Keys.SelectPreviousLine): lambda at: self._down(at, -1),
            (Keys.MoveToNextPage, Keys.SelectNextPage): lambda at: self._down(at, self._page()),
            (Keys.MoveToPreviousPage, Keys.SelectPreviousPage): lambda at: self._down(at, -self._page()),
            (Keys.MoveToStartOfLine, Keys.SelectStartOfLine): lambda at: (at[0], 0),
            (Keys.MoveToEndOfLine, Keys.SelectEndOfLine): lambda at: (at[0], self._length(at[0])),
            (Keys.MoveToStartOfDocument, Keys.SelectStartOfDocument): lambda _: (lines.line_of(0), 0),
            (Keys.MoveToEndOfDocument, Keys.SelectEndOfDocument): lambda _: self._end(),
        }

    def find(self, event: QKeyEvent, at: Place) -> tuple[Place, bool] | None:
        """The place to go to from `at`, and whether it is selected up to there; None for another key."""
        if not self._lines.rows:
            return None
        for (move, select), way in self._moves.items():
            if event.matches(move):
                return way(at), False
            if event.matches(select):
                return way(at), True
        return None

    def _length(self, number: int) -> int:
        return len(self._lines.line(number).text)

    def _end(self) -> Place:
        number = self._lines.line_of(self._lines.rows - 1)
        return number, self._length(number)

    def _down(self, at: Place, rows: int) -> Place:
        row = min(max(self._lines.row_of(at[0]) + rows, 0), self._lines.rows - 1)
        number = self._lines.line_of(row)
        return number, min(at[1], self._length(number))

    def _aside(self, at: Place, by: int) -> Place:
        place = at[1] + by
        if place < 0 and self._lines.row_of(at[0]) > 0:
            number, _ = self._down(at, -1)
            return number, self._length(number)
        if place > self._length(at[0]) and self._lines.row_of(at[0]) < self._lines.rows - 1:
            return self._down(at, 1)[0], 0
        return at[0], min(max(place, 0), self._length(at[0]))

    def _word_on(self, at: Place) -> Place:
        _, end = word_at(self._lines.line(at[0]).text, at[1])
        return (at[0], end) if end > at[1] else self._aside(at, 1)

    def _word_back(self, at: Place) -> Place:
        start, _ = word_at(self._lines.line(at[0]).text, at[1] - 1)
        return (at[0], start) if 0 <= start < at[1] else self._aside(at, -1)
