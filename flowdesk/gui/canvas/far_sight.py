"""When the canvas is seen from so far that its items are painted all at once, and how that is done.

The items stay where they are, to be clicked, selected and walked along; only painting passes them by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent

from flowdesk.gui.canvas.detail import ICON_SCALE, NAME_SCALE
from flowdesk.gui.canvas.far_picture import FarPicture
from flowdesk.gui.canvas.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Collection

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
        self._paper = Paper()
        self._is_lit_anew = False
        self._changed: set[str] = set()  # what may stand otherwise than it is painted

    def watch(self, scene: GraphScene) -> None:
        """Paint this scene from now on."""
        self._scene, self._picture = scene, None
        scene.placed.connect(self._on_scene_placed)
        scene.stood.connect(self._on_scene_stood)
        scene.lit.connect(self._on_scene_lit)
        scene.chosen_changed.connect(self._on_scene_chosen_changed)

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
            self._paper.forget()
        elif self._is_lit_anew:
            self._picture.light()
            self._paper.forget()
        self._is_lit_anew = False
        self._bring_up_to_date(scene, self._picture)
        seen = view.mapToScene(view.viewport().rect()).boundingRect()  # the names keep to what is in sight
        painter = QPainter(view.viewport())
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._paper.pixmap)
        painter.setWorldTransform(view.viewportTransform())
        self._picture.paint_above(painter, seen, view.scale_now, scene.chosen)
        painter.end()

    def _bring_up_to_date(self, scene: GraphScene, picture: FarPicture) -> None:
        """Paint on the paper what it lacks: where nothing is yet, and what stands otherwise since."""
        view, port = self._view, self._view.viewport()
        changed = picture.take(self._changed)
        self._changed.clear()
        if changed is None:
            self._paper.forget()
        way, looks = view.viewportTransform(), (scene, scene.ink.tone)
        gaps = self._paper.turn_to(way, port.size(), port.devicePixelRatioF(), looks)
        if not gaps and not changed:
            return
        painter = QPainter(self._paper.pixmap)
        for gap in gaps:
            painter.setClipRect(gap)
            view.drawBackground(painter, gap)
            painter.setWorldTransform(way)
            picture.paint(painter, view.mapToScene(gap.adjusted(-1, -1, 1, 1)).boundingRect(), view.scale_now)
            painter.resetTransform()
        if changed:
            painter.setClipping(False)
            painter.setWorldTransform(way)
            picture.paint_cards(painter, changed, view.scale_now)
        painter.end()

    def _on_scene_placed(self) -> None:
        self._picture = None

    def _on_scene_stood(self, names: Collection[str] | None) -> None:
        if names is None:
            self._on_scene_lit()
        elif self._picture is not None and names:
            self._changed.update(names)
            if self.is_far:
                self._view.viewport().update()

    def _on_scene_lit(self) -> None:
        self._is_lit_anew = True
        if self.is_far:
            self._view.viewport().update()

    def _on_scene_chosen_changed(self) -> None:
        if self.is_far:
            self._view.viewport().update()
