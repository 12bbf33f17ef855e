"""A table of text: columns as wide as their widest cell, cut only where the terminal is too narrow.

Without rich, which takes 0.2 s to import: `flowdesk runs` is done by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.printing import style
from flowdesk.cli.terminal import cell_width, crop, crop_left, pad, printable
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "
NARROWEST = 6


class Column(NamedTuple):
    """A column: its title, and how it behaves.

    `right`: its cells stand right. Where the room is short, a column that is `optional` is left out, the
    last one first; then those that `gives_way` are cut, before all others, at their end or, with
    `cut_left`, at their beginning.
    """

    title: str
    right: bool = False
    gives_way: bool = False
    optional: bool = False
    cut_left: bool = False


class Cell(NamedTuple):
    """A text and its colour (an ANSI name)."""

    text: str
    colour: str | None = None


def table(columns: Sequence[Column], rows: Sequence[Sequence[str | Cell]], width: int | None) -> list[str]:
    """Return the lines of a table: the titles, then a line for each row.

    `width` is the terminal's in cells; None: nothing is left out or cut.
    """
    cells = [[Cell(printable(cell.text), cell.colour) for cell in map(_as_cell, row)] for row in rows]
    titles = [Cell(column.title.upper()) for column in columns]
    widths = [max(cell_width(cell.text) for cell in column) for column in zip(titles, *cells, strict=True)]
    places = list(range(len(columns)))
    if width is not None:
        places = _kept(widths, columns, width)
        _narrow(widths, [(at, columns[at]) for at in places], width - len(GAP) * (len(places) - 1))
    chosen = [(at, columns[at], widths[at]) for at in places]
    return [style(_line(chosen, titles), dim=True), *(_line(chosen, row) for row in cells)]


def _as_cell(cell: str | Cell) -> Cell:
    return Cell(cell) if isinstance(cell, str) else cell


def _kept(widths: Sequence[int], columns: Sequence[Column], width: int) -> list[int]:
    """Return the places of the columns that stay: optional ones go, from the right, until all fit."""
    places = list(range(len(columns)))
    for at in reversed(range(len(columns))):
        if sum(widths[place] + len(GAP) for place in places) - len(GAP) <= width:
            break
        if columns[at].optional:
            places.remove(at)
    return places


def _narrow(widths: list[int], columns: Sequence[tuple[int, Column]], room: int) -> None:
    """Take cells away from the widest columns, those that give way before all others, until all fit."""
    for willing in (True, False):
        places = [at for at, column in columns if column.gives_way is willing]
        while sum(widths[at] for at, _ in columns) > room:
            widest = max(places, key=widths.__getitem__, default=None)
            if widest is None or widths[widest] <= NARROWEST:
                break
            widths[widest] -= 1


def _line(columns: Sequence[tuple[int, Column, int]], cells: Sequence[Cell]) -> str:
    drawn = []
    last = columns[-1][0]
    for at, column, width in columns:
        cut = crop_left if column.cut_left else crop
        text, colour = cut(cells[at].text, width), cells[at].colour
        if at < last or column.right:
            text = pad(text, width, right=column.right)
        drawn.append(style(text, fg=colour) if colour else text)
    return GAP.join(drawn).rstrip()
