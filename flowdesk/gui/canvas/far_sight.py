"""When the canvas is seen from so far that its items are painted all at once, and how that is done.

The items stay where they are, to be clicked, selected and walked along; only painting passes them by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent

from flowdesk.gui.canvas.detail import ICON_SCALE, NAME_SCALE
from flowdesk.gui.canvas.far_picture import FarPicture

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_scene import GraphScene
    from flowdesk.gui.canvas.zoom_view import ZoomView

_MANY = 120  # cards with a name, painted one by one within a frame
_SOME = 60  # cards without one, where painting them one by one gains nothing


class FarSight(QObject):
    """Watches a scene for `view`, and paints it from afar."""

    def __init__(self, view: ZoomView) -> None:
        super().__init__(view)
        self._view = view
        self._scene: GraphScene | None = None
        self._picture: FarPicture | None = None

    def watch(self, scene: GraphScene) -> None:
        """Paint this scene from now on."""
        self._scene, self._picture = scene, None
        scene.placed.connect(self._on_scene_placed)
        scene.stood.connect(self._on_scene_stood)
        scene.lit.connect(self._on_scene_lit)

    @property
    def is_far(self) -> bool:
        """Whether so much is in sight, and so small, that it is painted all at once.

        Where the view stands makes no difference, so that nothing changes its looks while it is dragged.
        """
        scene, scale = self._scene, self._view.scale_now
        if scene is None or scale >= NAME_SCALE:
            return False
        room, bounds = self._view.viewport().size(), scene.bounds
        area = max(1.0, bounds.width() * bounds.height())
        share = min(1.0, room.width() * room.height() / scale**2 / area)
        return len(scene.drawing.nodes) * share > (_SOME if scale < ICON_SCALE else _MANY)

    def paint(self, event: QPaintEvent) -> None:
        """Paint what of the view an event asks for."""
        scene, view = self._scene, self._view
        if scene is None:
            return
        if self._picture is None:
            self._picture = FarPicture(scene.drawing, scene.ink)
        seen = view.mapToScene(event.rect()).boundingRect()
        painter = QPainter(view.viewport())
        painter.setWorldTransform(view.viewportTransform())
        view.drawBackground(painter, seen)
        self._picture.paint(painter, seen, view.scale_now)
        self._picture.ring(painter, scene.chosen)
        painter.end()

    def _repaint(self) -> None:
        if self.is_far:
            self._view.viewport().update()

    def _on_scene_placed(self) -> None:
        self._picture = None

    def _on_scene_stood(self) -> None:
        if self._picture is not None:
            self._picture.forget()
            self._repaint()

    def _on_scene_lit(self) -> None:
        if self._picture is not None:
            self._picture.forget(lines=True)
            self._repaint()
