"""What stays where it is on the screen when other things are to be seen, and how the rest gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF

from flowdesk.gui.canvas.motion import Motion, standing_now
from flowdesk.gui.canvas.zoom_view import Framing

if TYPE_CHECKING:
    from flowdesk.gui.canvas.touched_view import TouchedView


class Placing(QObject):
    """Looks at the canvas of `view` before another picture comes, and puts it right afterwards."""

    def __init__(self, view: TouchedView) -> None:
        super().__init__(view)
        self.motion = Motion(self)
        self._view = view
        self._anchor = ""
        self._place = QPointF()
        self._before = standing_now(view.graph.drawing)

    def hold(self, anchor: str) -> None:
        """Hold on to a task or group, or else, if somebody has moved the view, to what is in its middle."""
        view = self._view
        if not anchor and view.framing is Framing.FREE:
            anchor = self._in_the_middle()
        place = view.graph.place_of(anchor)
        self._anchor = anchor if place is not None else ""
        self._place = QPointF(place.x, place.y) if place is not None else QPointF()
        self._before = standing_now(view.graph.drawing)

    def settle(self) -> None:
        """Show the new picture with what was held at its place on the screen."""
        view = self._view
        scene, place = view.graph, view.graph.place_of(self._anchor)
        if place is None:
            view.show_content(scene, scene.bounds)
            return
        now = QPointF(place.x, place.y)
        view.keep_in_place(self._place, now, scene.bounds)
        if self._anchor in scene.folded:  # its header may have been far above
            view.reveal(QRectF(*place))
        self.motion.start(scene.drawing, self._before, now - self._place)

    def _in_the_middle(self) -> str:
        """The card or box that lies nearest to the middle of what is seen."""
        view = self._view
        middle = view.mapToScene(view.viewport().rect().center())

        def distance(name: str) -> float:
            x, y = view.graph.places[name].center
            return abs(x - middle.x()) + abs(y - middle.y())

        return min(view.graph.places, key=distance, default="")
