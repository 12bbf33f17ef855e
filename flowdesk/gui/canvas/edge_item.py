"""A line of the graph: grey for order, in the accent colour where keys travel along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowdesk.gui.canvas.line_shape import line_and_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link
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
        self._is_marked = self._is_traced = False
        self.lay(points, direction)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0)

    def lay(self, points: Sequence[tuple[float, float]], direction: Direction = "LR") -> None:
        """Lead the line through these points of the scene, along the flow in each."""
        self.prepareGeometryChange()
        self._path, self._head = line_and_head(points, direction)
        self._bounds = self._path.boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

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
        has_keys = bool(self.link.keys)
        role = "accent" if has_keys else "text_dim" if self._is_marked else "line"
        width = (
            (1.75 if has_keys else 1.25) + (0.5 if self._is_marked else 0) + (1.75 if self._is_traced else 0)
        )
        painter.setPen(self._ink.pen(role, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setBrush(self._ink.colour(role))
        painter.setPen(self._ink.pen(role, 1))
        painter.drawPolygon(self._head)
