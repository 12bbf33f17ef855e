"""A line of the graph: grey for order, in the accent colour where keys travel along it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link

_HEAD = 8.0
_MARGIN = 8.0


class EdgeItem(QGraphicsItem):
    """The line of one link, along the points that the layout found for it."""

    def __init__(self, link: Link, points: Sequence[tuple[float, float]], ink: Ink) -> None:
        super().__init__()
        self.link = link
        self._ink = ink
        self._is_marked = self._is_traced = False
        ends = [QPointF(x, y) for x, y in points]
        # A line against the flow, of a cycle among groups, comes in from the right.
        back = -_HEAD if ends[-1].x() >= ends[-2].x() else _HEAD
        self._head = _arrow(ends[-1], back)
        self._path = curve([*ends[:-1], ends[-1] + QPointF(back * 0.6, 0)])
        self._bounds = self._path.boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0)

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


def curve(points: Sequence[QPointF]) -> QPainterPath:
    """A line that is level in each of the points, as the layout promises free space for."""
    path = QPainterPath(points[0])
    for start, end in pairwise(points):
        if math.isclose(start.y(), end.y(), abs_tol=0.5):
            path.lineTo(end)
        else:
            half = QPointF((end.x() - start.x()) / 2, 0)
            path.cubicTo(start + half, end - half, end)
    return path


def _arrow(tip: QPointF, back: float) -> QPolygonF:
    half = abs(back) * 0.48
    return QPolygonF([tip, tip + QPointF(back, -half), tip + QPointF(back, half)])
