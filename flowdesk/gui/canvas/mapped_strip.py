"""The strip of cells on a mapped task's card: one for each task made of it, or one length for each state."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from flowdesk.gui.canvas.cell_marks import paint_cell
from flowdesk.gui.canvas.detail import NAME_SCALE
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
_EMPTY = 10  # cells that hint, before a run, at what will be made
_LEAST = 3.0  # pixels that even one of a thousand takes


class MappedStrip(QGraphicsItem):
    """Belongs to the card of `task` and lies in `room` of it."""

    def __init__(self, parent: QGraphicsItem, task: str, room: QRectF, ink: Ink) -> None:
        super().__init__(parent)
        self.task = task
        self.cells: Sequence[Cell] = ()
        self.boxes: list[QRectF] = []
        self._room = QRectF(0, 0, room.width(), room.height())
        self._ink = ink
        self._hovered: int | None = None
        self.setPos(room.topLeft())
        self.setAcceptHoverEvents(True)
        self.show_cells(())

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show these; none of them: only that there will be some."""
        self.cells = cells
        counts = [cell.count for cell in cells]
        is_each = all(count == 1 for count in counts) and len(counts) <= MOST_CELLS
        widths = _equal(len(cells) or _EMPTY, self._room.width()) if is_each else _shares(counts, self._room)
        self.boxes, left = [], 0.0
        for width in widths:
            self.boxes.append(QRectF(left, 0, width, self._room.height()))
            left += width + _GAP
        self.update()

    def cell_at(self, at: QPointF) -> Cell | None:
        """The cell at a place of the item, if there is one."""
        index = self._index_at(at)
        return None if index is None else self.cells[index]

    def _index_at(self, at: QPointF) -> int | None:
        found = (index for index, box in enumerate(self.boxes) if box.contains(at))
        index = next(found, None)
        return index if index is not None and index < len(self.cells) else None

    @override
    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        index = self._index_at(event.pos())
        if index != self._hovered:
            self._hovered = index
            self.setToolTip("" if index is None else told(self.cells[index]))
            self.update()

    @override
    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = None
        self.update()

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.ignore()  # the card is selected; which cell it was is the view's to ask

    @override
    def boundingRect(self) -> QRectF:
        return self._room.adjusted(-1, -1, 1, 1)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) < NAME_SCALE:
            return
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
