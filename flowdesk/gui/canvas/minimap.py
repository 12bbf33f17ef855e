"""The whole graph in a corner, with the part that is in sight: dragging there moves the view.

The cards are painted once, as dots in the colours of their states, and those that changed a while after;
moving the view paints no more than a rectangle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from flowdesk.gui.canvas.corner import Corner
from flowdesk.gui.canvas.minimap_dots import MinimapDots
from flowdesk.gui.canvas.zoom_view import Framing
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.theme import theme_changes

if TYPE_CHECKING:
    from collections.abc import Collection

    from flowdesk.gui.canvas.graph_scene import GraphScene
    from flowdesk.gui.canvas.graph_view import GraphView

KEPT_MINIMAP = "view/minimap"
"""Whether the overview is wanted, in the settings."""

_MOST = QSize(220, 150)
_LEAST_SIDE = 44
_PADDING = 6.0
_LATER = 150  # milliseconds
_RADIUS = 6.0


class Minimap(QWidget):
    """Lies over the lower right corner of `view`; shown while it `is_wanted` and not all is in sight."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.is_wanted = True
        self._view = view
        self._scene: GraphScene | None = None
        self._dots: MinimapDots | None = None
        self._changed: set[str] = set()  # what may stand otherwise than its dot
        self._is_lit = False  # or be dimmed otherwise
        self.setAccessibleName(tr("Overview of the graph"))
        self.setToolTip(tr("Overview of the graph: drag to move the view"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER)
        self._timer.timeout.connect(self._on_timer_timeout)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._on_view_moved)
            bar.rangeChanged.connect(self._on_view_moved)
        view.picture_changed.connect(self._on_view_picture_changed)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        Corner(self, view, Qt.Corner.BottomRightCorner)
        self.hide()
        self._on_view_picture_changed()

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Whether it is to be shown at all."""
        self.is_wanted = is_wanted
        self._on_view_moved()

    @property
    def seen(self) -> QRectF:
        """The part of the scene that is in sight, in pixels of this widget."""
        corners = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        scale, origin = self._scale(), self._view.graph.bounds.topLeft()
        return QRectF((corners.topLeft() - origin) * scale, corners.size() * scale).translated(
            _PADDING, _PADDING
        )

    def _scale(self) -> float:
        bounds = self._view.graph.bounds
        across = (self.width() - 2 * _PADDING) / max(1.0, bounds.width())
        return min(across, (self.height() - 2 * _PADDING) / max(1.0, bounds.height()))

    def _fit(self) -> None:
        """Take the shape of the graph, within bounds."""
        bounds = self._view.graph.bounds
        scale = min(_MOST.width() / max(1.0, bounds.width()), _MOST.height() / max(1.0, bounds.height()))
        width, height = bounds.width() * scale, bounds.height() * scale
        self.resize(*(round(max(_LEAST_SIDE, side) + 2 * _PADDING) for side in (width, height)))

    def _look_at(self, at: QPointF) -> None:
        origin = self._view.graph.bounds.topLeft()
        self._view.framing = Framing.FREE
        self._view.centerOn(origin + (at - QPointF(_PADDING, _PADDING)) / self._scale())

    def _made_dots(self) -> MinimapDots:
        corner = QPointF(_PADDING, _PADDING)
        ratio = self.devicePixelRatioF()
        return MinimapDots(self._view.graph, self.size(), ratio, corner=corner, scale=self._scale())

    def _on_view_moved(self) -> None:
        inside = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        bounds = self._view.graph.bounds
        is_of_use = self.is_wanted and not bounds.isEmpty() and not inside.contains(bounds)
        if is_of_use is self.isHidden():
            self.setVisible(is_of_use)
        self.update()

    def _on_view_picture_changed(self) -> None:
        scene = self._view.graph
        if scene is not self._scene:
            self._scene = scene
            scene.stood.connect(self._on_scene_stood)
            scene.lit.connect(self._on_scene_lit)
            scene.placed.connect(self._on_scene_placed)
        self._dots = None
        self._fit()
        self._on_view_moved()

    def _on_scene_placed(self) -> None:
        self._dots = None
        self.update()

    def _on_scene_stood(self, names: Collection[str] | None) -> None:
        if names is None:
            self._on_scene_lit()
        elif names:
            self._changed.update(names)
            self._start_timer()

    def _on_scene_lit(self) -> None:
        self._is_lit = True
        self._start_timer()

    def _start_timer(self) -> None:
        if not self._timer.isActive():  # not anew at each of many changes: then it would never be painted
            self._timer.start()

    def _on_theme_changed(self) -> None:
        self._on_scene_lit()

    def _on_timer_timeout(self) -> None:
        if self._is_lit or self._dots is None or not self._dots.take(self._changed):
            self._dots = None
        self._is_lit = False
        self._changed.clear()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dots is None:
            self._dots = self._made_dots()
        ink, box = self._view.graph.ink, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink.pen("border_strong", 1))
        painter.setBrush(ink.colour("surface", 0.94))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.drawPixmap(0, 0, self._dots.pixmap)
        seen = self.seen.intersected(box.adjusted(2, 2, -2, -2))
        painter.setBrush(ink.colour("accent", 0.12))
        painter.setPen(ink.pen("accent", 1.5))
        painter.drawRoundedRect(seen, 2, 2)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dots = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else it goes to the view, which did not see the press

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        (self._view.zoom_in if event.angleDelta().y() > 0 else self._view.zoom_out)()
        event.accept()
