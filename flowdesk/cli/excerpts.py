"""A problem as compilers show it: the place, the lines around it and a caret under what is meant.

Carets are counted in terminal cells, not characters: a Korean syllable takes two, a tab goes to the
next multiple of four, a combining mark takes none. A line wider than the terminal is cut around its caret.
Where a problem lies between two places, the other one is shown below it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flowdesk.cli.laid import Laid
from flowdesk.cli.paths import shown
from flowdesk.cli.terminal import cell_width, printable, wrapped
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flowdesk.errors import Place, Problem

    LinesOf = Callable[[str], Sequence[str] | None]
    """The lines of a file, or None where it has none to show."""

AROUND = 1
"""How many lines are shown before and after the one that is meant."""
MOST_RELATED = 5
"""How many other places are shown with a problem; a circle may have hundreds."""
HANGING = 4
"""Cells by which a sentence that needs a second line stands in there."""
NARROWEST = 20


class Paint(NamedTuple):
    """Colours, as functions from text to text; by default none."""

    severity: Callable[[str, str], str] = lambda _severity, text: text
    place: Callable[[str], str] = str
    quiet: Callable[[str], str] = str


class Style(NamedTuple):
    """How excerpts are drawn. `width` is the terminal's in cells; None: lines are never broken or cut."""

    width: int | None = None
    paint: Paint = Paint()


PLAIN = Style()


def heading(problem: Problem, style: Style = PLAIN) -> list[str]:
    """Return the sentence of a problem, its place before it and its code after it."""
    paint, severity, place = style.paint, problem.severity.value, problem.place
    where = f"{printable(shown(place.file))}:{place.line}:{place.column}:"
    taken = cell_width(where) + len(severity) + 3
    first, *others = wrapped(
        f"{printable(problem.message)} [{problem.code}]", style.width, taken=taken, hanging=HANGING
    )
    lines = [f"{paint.place(where)} {paint.severity(severity, severity + ':')} {first}", *others]
    code = f"[{problem.code}]"
    lines[-1] = lines[-1].removesuffix(code) + paint.quiet(code)
    return lines


def excerpt(problem: Problem, lines_of: LinesOf, style: Style = PLAIN) -> list[str]:
    """Return the lines to print for a problem: its sentence, what it is about, and what follows from that."""
    place = problem.place
    others = problem.related[:MOST_RELATED]
    margin = len(str(max([place.line + AROUND, *(other.place.line for other in others)])))
    lines = heading(problem, style)
    window = _Window(margin, style)
    text = lines_of(place.file)
    if text is not None:
        lines += window.around(place, text, problem.severity.value)
    if problem.suggestion:
        lines += window.remark(problem.suggestion)
    for other in others:
        lines += window.remark(f"{_short(other.place, place)}: {other.message}")
        text = lines_of(other.place.file)
        if text is not None and not _is_seen(other.place, place):
            lines += window.one(other.place, text)
    left_out = len(problem.related) - len(others)
    if left_out:
        lines += window.remark(f"and {left_out} more place{'s' * (left_out > 1)}")
    return lines


def _short(place: Place, beside: Place) -> str:
    """Return a related place, without the file where that is the same."""
    if place.file == beside.file:
        return f"line {place.line}"
    return f"{shown(place.file)}:{place.line}:{place.column}"


def _is_seen(place: Place, beside: Place) -> bool:
    """Whether a place is on the line on which the caret stands already."""
    return place.file == beside.file and place.line == beside.line


class _Cut(NamedTuple):
    """What of lines is seen: from the cell `shift` on, in `room` cells; and what stands under one."""

    shift: int
    room: int | None
    under: str


def _shift(start: int, end: int, line_width: int, room: int | None) -> int:
    """Return how many cells of the lines are left out on the left so that the caret is seen."""
    if room is None or line_width <= room or end <= room - 1:
        return 0
    return max(0, start - room // 3)


def _visible(start: int, end: int, room: int | None) -> int:
    return end - start if room is None else max(1, min(end, room) - start)


class _Window:
    """Draws lines of a file, their numbers in a margin."""

    def __init__(self, margin: int, style: Style) -> None:
        self._margin = margin
        self._paint = style.paint
        self._width = style.width
        self._room = None if style.width is None else max(NARROWEST, style.width - margin - 4)

    def around(self, place: Place, text: Sequence[str], severity: str) -> list[str]:
        """The line that is meant with carets under it, among its neighbours."""
        first, last = max(1, place.line - AROUND), min(len(text), place.line + AROUND)
        carets = partial(self._paint.severity, severity)
        return self._drawn(place, text, range(first, last + 1), lambda width: carets("^" * width))

    def one(self, place: Place, text: Sequence[str]) -> list[str]:
        """The line of another place, underlined."""
        only = range(place.line, place.line + 1)
        return self._drawn(place, text, only, lambda width: self._paint.quiet("-" * width))

    def remark(self, text: str) -> list[str]:
        """A sentence below the lines."""
        first, *others = wrapped(printable(text), self._width, taken=self._margin + 3, hanging=HANGING)
        return [f"{'':>{self._margin}} {self._paint.quiet('=')} {first}", *others]

    def _drawn(
        self, place: Place, text: Sequence[str], numbers: range, line_under: Callable[[int], str]
    ) -> list[str]:
        if not text or place.line > len(text) + 1:
            return []
        meant = Laid(text[place.line - 1] if place.line <= len(text) else "")
        end_column = place.end_column if place.end_line == place.line else len(meant.offsets)
        start, end = meant.span(place.column, end_column)
        shift = _shift(start, end, meant.width, self._room)
        under = " " * (start - shift) + line_under(_visible(start - shift, end - shift, self._room))
        return list(self._numbered(place.line, text, numbers, _Cut(shift, self._room, under)))

    def _numbered(self, meant: int, text: Sequence[str], numbers: range, cut: _Cut) -> Iterator[str]:
        """The lines, with what is under the one that is meant; that may be the one after the last."""
        quiet = self._paint.quiet
        for number in numbers:
            if number <= len(text):
                line = Laid(text[number - 1]).cut(cut.shift, cut.room)
                yield quiet(f"{number:>{self._margin}} |") + f" {line}".rstrip()
            if number == meant:
                yield quiet(f"{'':>{self._margin}} |") + f" {cut.under}"
        if meant not in numbers:
            yield quiet(f"{'':>{self._margin}} |") + f" {cut.under}"
