"""The strip of cells on a mapped task's card: one for each task made of it, or one length for each state."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from flowdesk.gui.canvas.cell_marks import paint_cell
from flowdesk.gui.canvas.made_tasks import MOST_CELLS
from flowdesk.gui.language import tr
from flowdesk.gui.state_look import look_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.made_tasks import Cell

HEIGHT = 11.0
_GAP = 2.0
_WIDEST = 18.0
_REACH = 4.0  # how far above and below a cell the mouse still means it
_EMPTY = 10  # cells that hint, before a run, at what will be made
_LEAST = 3.0  # pixels that even one of a thousand takes


class MappedStrip:
    """Lies in `room` of a mapped task's card, whose item asks it to paint, and what is under the mouse."""

    def __init__(self, room: QRectF, ink: Ink) -> None:
        self.cells: Sequence[Cell] = ()
        self.boxes: list[QRectF] = []
        self.room = room
        self._ink = ink
        self._hovered: int | None = None
        self.show_cells(())

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show these; none of them: only that there will be some."""
        self.cells = cells
        counts = [cell.count for cell in cells]
        is_each = all(count == 1 for count in counts) and len(counts) <= MOST_CELLS
        widths = _equal(len(cells) or _EMPTY, self.room.width()) if is_each else _shares(counts, self.room)
        self.boxes, left = [], self.room.left()
        for width in widths:
            self.boxes.append(QRectF(left, self.room.top(), width, self.room.height()))
            left += width + _GAP

    def cell_at(self, at: QPointF) -> Cell | None:
        """The cell at a place of the card, if there is one."""
        index = self._index_at(at)
        return None if index is None else self.cells[index]

    def hover(self, at: QPointF | None) -> bool:
        """Bring out the cell under the mouse; whether that is another one than before."""
        before, self._hovered = self._hovered, None if at is None else self._index_at(at)
        return before != self._hovered

    def paint(self, painter: QPainter) -> None:
        """Paint the cells, in coordinates of the card."""
        if not self.cells:
            painter.setPen(self._ink.pen("border_strong", 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects([box.adjusted(0.5, 0.5, -0.5, -0.5) for box in self.boxes])
            return
        for index, (cell, box) in enumerate(zip(self.cells, self.boxes, strict=True)):
            paint_cell(painter, box, cell.state, self._ink)
            if index == self._hovered:
                painter.setPen(self._ink.pen("text", 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)

    def _index_at(self, at: QPointF) -> int | None:
        reach = (box.adjusted(-_GAP / 2, -_REACH, _GAP / 2, _REACH) for box in self.boxes[: len(self.cells)])
        return next((index for index, box in enumerate(reach) if box.contains(at)), None)


def told(cell: Cell) -> str:
    """The tooltip of a cell: which task it stands for and how that stands, or how many of them."""
    word = tr(look_of(cell.state).word)
    if cell.name:
        return f"<b>{html.escape(cell.name)}</b><br>{html.escape(word)}"
    said = tr("{n} of them: {state}").format(n=f"{cell.count:,}", state=word.lower())
    return f"<div>{html.escape(said)}</div>"


def _equal(count: int, room: float) -> list[float]:
    return [min(_WIDEST, (room + _GAP) / count - _GAP)] * count


def _shares(counts: Sequence[int], room: QRectF) -> list[float]:
    """Lengths by number, none of them too short to be seen."""
    free = room.width() - _GAP * (len(counts) - 1) - _LEAST * len(counts)
    total = sum(counts)
    return [_LEAST + free * count / total for count in counts]
