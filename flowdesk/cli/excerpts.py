"""A problem as compilers show it: the place, the lines around it and a caret under what is meant.

Carets are counted in terminal cells, not characters: a Korean syllable takes two, a tab goes to the
next multiple of four, a combining mark takes none. A line wider than the terminal is cut around its caret.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.cli.paths import shown
from flowdesk.cli.terminal import TAB, cells_of, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.errors import Place, Problem

AROUND = 1
"""How many lines are shown before and after the one that is meant."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours, as functions from text to text; by default none."""

    severity: Callable[[str, str], str] = lambda _severity, text: text
    place: Callable[[str], str] = str
    quiet: Callable[[str], str] = str


PLAIN = Paint()


def excerpt(
    problem: Problem, text: str | None, *, width: int | None = None, paint: Paint = PLAIN
) -> list[str]:
    """Return the lines to print for a problem of a file with this text (None: it cannot be shown).

    `width` is the terminal's in cells; None: lines are never cut.
    """
    severity = problem.severity.value
    place = problem.place
    where = f"{shown(place.file)}:{place.line}:{place.column}:"
    head = f"{paint.place(where)} {paint.severity(severity, severity + ':')} {problem.message}"
    lines = [f"{head} {paint.quiet(f'[{problem.code}]')}"]
    margin = len(str(place.line + AROUND))
    if text is not None:
        lines += _around(place, text, margin, width=width, paint=paint, severity=severity)
    if problem.suggestion:
        lines.append(f"{' ' * margin} {paint.quiet('=')} {problem.suggestion}")
    for related in problem.related:
        lines.append(f"{' ' * margin} {paint.quiet('=')} {_short(related.place, place)}: {related.message}")
    return lines


def _short(place: Place, beside: Place) -> str:
    """Return a related place, without the file where that is the same."""
    if place.file == beside.file:
        return f"line {place.line}"
    return f"{shown(place.file)}:{place.line}:{place.column}"


def _around(  # noqa: PLR0913 - what it draws, and how
    place: Place, text: str, margin: int, *, width: int | None, paint: Paint, severity: str
) -> list[str]:
    lines = text.replace("\r\n", "\n").split("\n")
    if text.endswith("\n"):
        lines.pop()
    if not lines or place.line > len(lines) + 1:
        return []
    meant = _Laid(lines[place.line - 1] if place.line <= len(lines) else "")
    one_line = place.end_line == place.line
    start, end = meant.span(place.column, place.end_column if one_line else len(meant.offsets))
    room = None if width is None else max(20, width - margin - 4)
    shift = _shift(start, end, meant.width, room)
    drawn = []
    for number in range(max(1, place.line - AROUND), min(len(lines), place.line + AROUND) + 1):
        line = _Laid(lines[number - 1]).cut(shift, room)
        drawn.append(paint.quiet(f"{number:>{margin}} |") + f" {line}".rstrip())
        if number == place.line:
            carets = paint.severity(severity, "^" * _visible(start - shift, end - shift, room))
            drawn.append(paint.quiet(f"{'':>{margin}} |") + f" {' ' * (start - shift)}{carets}")
    if place.line > len(lines):
        drawn.append(paint.quiet(f"{'':>{margin}} |") + f" {paint.severity(severity, '^')}")
    return drawn


def _shift(start: int, end: int, line_width: int, room: int | None) -> int:
    """Return how many cells of the lines are left out on the left so that the caret is seen."""
    if room is None or line_width <= room or end <= room - 1:
        return 0
    return max(0, start - room // 3)


def _visible(start: int, end: int, room: int | None) -> int:
    return end - start if room is None else max(1, min(end, room) - start)


class _Laid:
    """A line laid out in cells: what is shown, and where each character begins."""

    def __init__(self, line: str) -> None:
        shown_characters: list[str] = []
        self.offsets: list[int] = []
        at = 0
        for character in line:
            self.offsets.append(at)
            piece = " " * (TAB - at % TAB) if character == "\t" else printable(character)
            shown_characters.append(piece)
            at += sum(map(cells_of, piece))
        self.offsets.append(at)
        self.pieces = shown_characters
        self.width = at

    def span(self, column: int, end_column: int) -> tuple[int, int]:
        """Return the cells from a column to another (from 1, exclusive): one cell at the least."""
        last = len(self.offsets) - 1
        start = self.offsets[min(max(column - 1, 0), last)]
        end = self.offsets[min(max(end_column - 1, 0), last)]
        return start, max(end, start + 1)

    def cut(self, shift: int, room: int | None) -> str:
        """Return what is seen of the line in `room` cells after `shift`, marked where some is left out."""
        if room is None or (not shift and self.width <= room):
            return "".join(self.pieces)
        end = shift + room
        seen = [
            piece
            for piece, offset in zip(self.pieces, self.offsets, strict=False)
            if offset >= shift + (1 if shift else 0) and offset + sum(map(cells_of, piece)) <= end - 1
        ]
        first = next((o for o in self.offsets if o >= shift + 1), 0)
        left = "…" + " " * (first - shift - 1) if shift and self.width > shift else ""
        return left + "".join(seen) + ("…" if self.width > end - 1 else "")
