"""All lines of the graph as one item, which paints those in sight.

An item for each was tried: of ten thousand lines hundreds cross any view, each asked by Qt for its box at
every frame and every move of the mouse, and kept in a kilobyte. Here they lie in lanes across the flow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from flowdesk.gui.canvas.detail import TEXT_SCALE
from flowdesk.gui.canvas.line import Box
from flowdesk.gui.canvas.line_shape import line_and_head, strokes_of
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPolygonF

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.line import Line, Stroke

_MARGIN = 8.0
_LANE = 1024.0
_LEAST_MARKED = 2.0  # pixels of the screen; others are one there at the least
_MOST_KEPT = 2000  # shapes of lines that were seen
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


class LinesItem(QGraphicsItem):
    """Paints `lines`. The mouse goes through them."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink
        self._lines: Sequence[Line] = ()
        self._lanes: dict[int, list[Line]] | None = None
        self._box: QRectF | None = None
        self._shapes: dict[Line, tuple[QPainterPath, QPolygonF]] = {}
        self._strokes: dict[Line, QPainterPath] = {}
        self._fineness = 1.0
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # tells what is exposed
        self.setZValue(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Paint these from now on."""
        self.prepareGeometryChange()
        self._lines = lines
        for line in lines:
            line.item = self
        self._lanes = self._box = None
        self._shapes.clear()
        self._strokes.clear()
        self.update()

    def move(self, line: Line) -> None:
        """Paint a line where it is laid now."""
        self.prepareGeometryChange()
        self._lanes = self._box = None
        self._shapes.pop(line, None)
        self._strokes.pop(line, None)
        self.update()

    def repaint(self, line: Line) -> None:
        """Paint a line as it looks now."""
        scene, box = self.scene(), line.box
        if scene is not None:
            rect = QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))
            scene.update(rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))

    def _crossing(self, seen: QRectF) -> list[Line]:
        """The lines of which something may be in `seen`."""
        if self._lanes is None:
            self._lanes = {}
            for line in self._lines:
                for lane in range(int(line.box.left // _LANE), int(line.box.right // _LANE) + 1):
                    self._lanes.setdefault(lane, []).append(line)
        left, right = seen.left() - _MARGIN, seen.right() + _MARGIN
        top, bottom = seen.top() - _MARGIN, seen.bottom() + _MARGIN
        lanes = range(int(left // _LANE), int(right // _LANE) + 1)
        return [
            line
            for lane in lanes
            for line in self._lanes.get(lane, ())
            if line.box[1] <= bottom
            and line.box[3] >= top
            and line.box[0] <= right
            and line.box[2] >= left
            and (lane == lanes[0] or lane == int(line.box[0] // _LANE))
        ]

    def _paint_alike(
        self, painter: QPainter, stroke: Stroke, lines: Sequence[Line], *, scale: float, seen: QRectF
    ) -> None:
        is_dots = painter.paintEngine().type() is QPaintEngine.Type.Raster
        is_thin = scale < TEXT_SCALE and not stroke.is_marked
        width = 1.0 if is_thin else max(stroke.width, _LEAST_MARKED / scale if stroke.is_marked else 0.0)
        faded = self._ink.faded if is_dots else self._ink.colour
        colour = self._ink.colour(stroke.role) if stroke.share == 1.0 else faded(stroke.role, stroke.share)
        pen = QPen(colour, width)
        pen.setCosmetic(is_thin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if stroke.is_dashed and not is_thin:
            pen.setDashPattern([3.0, 3.0])
        is_wide = is_dots and not is_thin and not stroke.is_dashed and width * scale > 1
        if is_wide:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            painter.drawPath(self._strokes_of(line, scale) if is_wide else self._shape_of(line)[0])
        painter.setBrush(colour)
        painter.setPen(QPen(colour, 1))
        for line in lines:
            if seen.contains(*line.points[-1]):
                painter.drawPolygon(self._shape_of(line)[1])

    def _shape_of(self, line: Line) -> tuple[QPainterPath, QPolygonF]:
        shape = self._shapes.get(line)
        if shape is None:
            if len(self._shapes) > _MOST_KEPT:
                self._shapes.clear()
            shape = self._shapes[line] = line_and_head(line.points, line.direction)
        return shape

    def _strokes_of(self, line: Line, scale: float) -> QPainterPath:
        while scale > self._fineness or len(self._strokes) > _MOST_KEPT:
            self._fineness *= 2 if scale > self._fineness else 1
            self._strokes.clear()
        strokes = self._strokes.get(line)
        if strokes is None:
            strokes = self._strokes[line] = strokes_of(self._shape_of(line)[0], self._fineness)
        return strokes

    @override
    def boundingRect(self) -> QRectF:
        if self._box is None:
            lefts, tops, rights, bottoms = zip(
                *([line.box for line in self._lines] or [_NOWHERE]), strict=True
            )
            box = QRectF(QPointF(min(lefts), min(tops)), QPointF(max(rights), max(bottoms)))
            self._box = box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        return self._box

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        seen = option.exposedRect
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        alike: dict[Stroke, list[Line]] = {}
        for line in self._crossing(seen):
            alike.setdefault(line.stroke, []).append(line)
        around = seen.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        for stroke in sorted(alike):
            self._paint_alike(painter, stroke, alike[stroke], scale=scale, seen=around)
