"""A table of text: columns as wide as their widest cell, cut only where the terminal is too narrow.

Without rich, which takes 0.2 s to import: `flowdesk runs` is done by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from flowdesk.cli.terminal import cell_width, crop, pad, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "
NARROWEST = 6


class Column(NamedTuple):
    """A column: its title, whether it stands right, whether it gives way first where the room is short."""

    title: str
    right: bool = False
    gives_way: bool = False


class Cell(NamedTuple):
    """A text and its colour (an ANSI name)."""

    text: str
    colour: str | None = None


def table(columns: Sequence[Column], rows: Sequence[Sequence[str | Cell]], width: int | None) -> list[str]:
    """Return the lines of a table: the titles, then a line for each row.

    `width` is the terminal's in cells; None: nothing is cut. Columns that give way are cut first, the
    widest of them most.
    """
    cells = [[Cell(printable(cell.text), cell.colour) for cell in map(_as_cell, row)] for row in rows]
    titles = [Cell(column.title.upper()) for column in columns]
    widths = [max(cell_width(cell.text) for cell in column) for column in zip(titles, *cells, strict=True)]
    if width is not None:
        _narrow(widths, columns, width - len(GAP) * (len(columns) - 1))
    return [
        click.style(_line(columns, titles, widths), dim=True),
        *(_line(columns, row, widths) for row in cells),
    ]


def _as_cell(cell: str | Cell) -> Cell:
    return Cell(cell) if isinstance(cell, str) else cell


def _narrow(widths: list[int], columns: Sequence[Column], room: int) -> None:
    """Take cells away from the widest columns, those that give way before all others, until all fit."""
    for willing in (True, False):
        places = [at for at, column in enumerate(columns) if column.gives_way is willing]
        while sum(widths) > room:
            widest = max(places, key=widths.__getitem__, default=None)
            if widest is None or widths[widest] <= NARROWEST:
                break
            widths[widest] -= 1


def _line(columns: Sequence[Column], cells: Sequence[Cell], widths: Sequence[int]) -> str:
    drawn = []
    last = len(columns) - 1
    for at, (column, cell, width) in enumerate(zip(columns, cells, widths, strict=True)):
        text = crop(cell.text, width)
        if at < last or column.right:
            text = pad(text, width, right=column.right)
        drawn.append(click.style(text, fg=cell.colour) if cell.colour else text)
    return GAP.join(drawn)
