"""A line of the graph: thin and grey for order, in the accent colour where keys travel along it.

A line of keys gets stronger once one of their values is there, and is dashed and grey when none will come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from flowdesk.gui.canvas.detail import Detail, detail_at
from flowdesk.gui.canvas.line_shape import line_and_head
from flowdesk.gui.canvas.pill import Filling
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPolygonF

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link
    from flowdesk.gui.canvas.pill import Pill
    from flowdesk.layout.graph import Direction

_MARGIN = 8.0


class EdgeItem(QGraphicsItem):
    """The line of one link, along the points that the layout found for it."""

    def __init__(
        self, link: Link, points: Sequence[tuple[float, float]], ink: Ink, direction: Direction = "LR"
    ) -> None:
        super().__init__()
        self.link = link
        self._ink = ink
        self._pills: Sequence[Pill] = ()
        self._is_marked = self._is_traced = False
        self.lay(points, direction)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0)

    def lay(self, points: Sequence[tuple[float, float]], direction: Direction = "LR") -> None:
        """Lead the line through these points of the scene, along the flow in each."""
        self.prepareGeometryChange()
        self._points, self._direction = points, direction
        self._line: tuple[QPainterPath, QPolygonF] | None = None
        # The curve does not leave the box of its points, so it need not be known before it is seen.
        across, down = [x for x, _ in points], [y for _, y in points]
        corner = QPointF(min(across), min(down))
        box = QRectF(corner, QPointF(max(across), max(down)))
        self._bounds = box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def carry(self, pills: Sequence[Pill]) -> None:
        """Look as the values of these pills, which lie on the line, stand."""
        self._pills = pills
        for pill in pills:
            pill.line = self
        self.update()

    def mark(self, *, is_marked: bool) -> None:
        """Bring the line out: it begins or ends at the selected task."""
        if is_marked is not self._is_marked:
            self._is_marked = is_marked
            self.setZValue(1 if is_marked else 0)
            self.update()

    def trace(self, *, is_traced: bool) -> None:
        """Bring the line out yet more: the value that is looked at went along it."""
        if is_traced is not self._is_traced:
            self._is_traced = is_traced
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = detail_at(painter, option)
        line, head = self._curve()
        role, width, is_dashed = self._stroke()
        is_thin = detail is not Detail.ALL and not (self._is_marked or self._is_traced)
        painter.setPen(self._ink.hair(role) if is_thin else self._ink.pen(role, width, dashed=is_dashed))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line)
        painter.setBrush(self._ink.colour(role))
        painter.setPen(self._ink.pen(role, 1))
        painter.drawPolygon(head)

    def _curve(self) -> tuple[QPainterPath, QPolygonF]:
        if self._line is None:
            self._line = line_and_head(self._points, self._direction)
        return self._line

    def _stroke(self) -> tuple[str, float, bool]:
        """The colour, the width and whether it is dashed: by what travels along it, and how that stands."""
        more = (0.6 if self._is_marked else 0.0) + (1.6 if self._is_traced else 0.0)
        if not self.link.keys:
            return "text_dim" if self._is_marked else "line", 1.0 + more, False
        fillings = {pill.filling for pill in self._pills}
        if fillings == {Filling.ABSENT}:
            return "text_dim", 1.0 + more, True
        return "accent", (1.5 if fillings == {Filling.WAITING} else 2.0) + more, False
