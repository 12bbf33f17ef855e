"""Where the parts of the grid lie: names frozen at the left, runs on top, cells scrolled between them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

COLUMN = 22
BARS, MARK, NUMBER, AIR = 46, 16, 18, 8
"""The run's bar, its state, its number, and the air above; in pixels from the bottom up."""

HEAD = AIR + BARS + MARK + NUMBER


@dataclass(frozen=True, slots=True)
class Geometry:
    """All in pixels; `x` and `y` are how far the cells are scrolled. Columns and rows are counted from 0."""

    names: int
    row: int
    x: int
    y: int
    width: int
    height: int
    columns: int
    rows: int

    @property
    def seen_columns(self) -> range:
        """The columns of which anything is seen."""
        return _seen(self.x, self.width - self.names, COLUMN, self.columns)

    @property
    def seen_rows(self) -> range:
        """The rows of which anything is seen."""
        return _seen(self.y, self.height - HEAD, self.row, self.rows)

    @property
    def most_x(self) -> int:
        """How far the cells can be scrolled to the right."""
        return max(0, self.columns * COLUMN + AIR - (self.width - self.names))

    @property
    def most_y(self) -> int:
        """How far they can be scrolled down."""
        return max(0, self.rows * self.row - (self.height - HEAD))

    def left(self, column: int) -> int:
        """Where a column begins."""
        return self.names + column * COLUMN - self.x

    def top(self, row: int) -> int:
        """Where a row begins."""
        return HEAD + row * self.row - self.y

    def cell(self, row: int, column: int) -> QRectF:
        """The place of a cell."""
        return QRectF(self.left(column), self.top(row), COLUMN, self.row)

    def column_at(self, x: float) -> int | None:
        """The column at a place; None left of the cells and behind the last one."""
        column = int(x - self.names + self.x) // COLUMN
        return column if x >= self.names and 0 <= column < self.columns else None

    def row_at(self, y: float) -> int | None:
        """The row at a place; None above the cells and below the last one."""
        row = int(y - HEAD + self.y) // self.row
        return row if y >= HEAD and 0 <= row < self.rows else None


def _seen(offset: int, length: int, step: int, count: int) -> range:
    first = max(0, offset // step)
    return range(first, min(count, (offset + max(0, length) - 1) // step + 1))
