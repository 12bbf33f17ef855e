"""The cards of a graph as dots in the colours of their states, painted once; what changes is painted over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.gui.canvas.folded_item import FoldedItem
    from flowdesk.gui.canvas.graph_scene import GraphScene
    from flowdesk.gui.canvas.task_item import TaskItem
    from flowdesk.layout.graph import Rect

_LEAST = 1.5
_PALE = 0.25

_Paint = tuple[str, float]
"""A colour, and how far it covers what is below."""


class MinimapDots:
    """What a scene shows, shrunk by `scale` onto a pixmap of `size`, on which it begins at `corner`."""

    def __init__(
        self, scene: GraphScene, size: QSize, ratio: float, *, corner: QPointF, scale: float
    ) -> None:
        self.pixmap = QPixmap(size * ratio)
        self.pixmap.setDevicePixelRatio(ratio)
        self._scene = scene
        self._scale = scale
        self._corner = corner - scene.bounds.topLeft() * scale
        self._paints = {name: _paint_of(item) for name, item in scene.drawing.nodes.items()}
        self._paint_all()

    def take(self, names: Iterable[str]) -> bool:
        """Show anew how these stand; False where that takes more than painting them over."""
        nodes, changed = self._scene.drawing.nodes, []
        for name in names:
            item = nodes.get(name)
            if item is None:
                continue
            before, now = self._paints[name], _paint_of(item)
            if before != now:
                if before[1] < 1 or now[1] < 1:
                    return False
                self._paints[name] = now
                changed.append(name)
        if changed:
            painter = QPainter(self.pixmap)
            self._paint(painter, changed)
            painter.end()
        return True

    def _paint_all(self) -> None:
        self.pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.pixmap)
        for group, place in self._scene.drawing.group_places.items():
            painter.fillRect(self._box(place), self._scene.ink.shade(group.count(".") + 1))
        self._paint(painter, self._paints)
        painter.end()

    def _paint(self, painter: QPainter, names: Iterable[str]) -> None:
        """Paint the cards by what they are painted in, so that ten thousand take no more calls than ten."""
        places, alike = self._scene.places, dict[_Paint, list[QRectF]]()
        for name in names:
            alike.setdefault(self._paints[name], []).append(self._box(places[name]))
        painter.setPen(Qt.PenStyle.NoPen)
        for (role, share), boxes in alike.items():
            painter.setBrush(self._scene.ink.colour(role, share))
            painter.drawRects(boxes)

    def _box(self, place: Rect) -> QRectF:
        scale = self._scale
        corner = self._corner
        width, height = max(_LEAST, place.width * scale), max(_LEAST, place.height * scale)
        return QRectF(corner.x() + place.x * scale, corner.y() + place.y * scale, width, height)


def _paint_of(item: TaskItem | FoldedItem) -> _Paint:
    state = item.state
    role = "border_strong" if state is None or state is TaskState.WAITING else look_of(state).role
    return role, _PALE if item.opacity() < 1 else 1.0
