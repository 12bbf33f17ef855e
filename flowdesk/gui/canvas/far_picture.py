"""Many things seen from afar, painted all at once: a call for each colour, and not one for each card.

Ten thousand items that paint themselves take a fifth of a second. From so far that no name can be read a
card is a rectangle in the colour of its state with the state's icon on it, and a line a few straight strokes.

The picture has two layers. The lower one moves with the graph, so that it can be kept as dots while the view
is dragged; a card that comes to stand otherwise is painted over it, for nothing lies on a card. The upper
one, of few strokes, is painted at each frame: names, which are as large at every scale, and rings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from flowdesk.gui.canvas.far_cards import FarCards
from flowdesk.gui.canvas.far_lines import FarLines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.gui.canvas.drawing import Drawing
    from flowdesk.gui.canvas.ink import Ink

_RING = 3.0  # pixels on the screen
_LEAST_FOUND = 5.0  # pixels on the screen, so that a hit among thousands is seen
_SIDE = 4.0
_NAME_ROOM = 40.0  # pixels on the screen that a group's name is worth writing in


class FarPicture:
    """The picture of a drawing. `take` what stands otherwise since, and `light` it once it is lit so."""

    def __init__(self, drawing: Drawing, ink: Ink) -> None:
        self._drawing = drawing
        self._ink = ink
        self._cards = FarCards(drawing, ink)
        self._lines = FarLines(drawing, ink)
        self._found = _found(drawing)
        self._groups = [(QRectF(*place), group) for group, place in drawing.group_places.items()]

    def take(self, names: Iterable[str]) -> set[str] | None:
        """Look anew how these stand; returns those that look otherwise, None if all is to be painted."""
        return self._cards.take(names)

    def light(self) -> None:
        """Look anew what is dimmed and what is looked for. All is to be painted then."""
        self._cards.take(self._drawing.nodes)
        self._lines.light()
        self._found = _found(self._drawing)

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Paint the lower layer of what can be `seen`, with a painter that has the scene's coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_groups(painter, seen)
        self._lines.paint(painter, seen)
        self._cards.paint(painter, seen, scale)

    def paint_cards(self, painter: QPainter, names: Iterable[str], scale: float) -> None:
        """Paint these cards over the lower layer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._cards.paint_some(painter, names, scale)

    def paint_above(self, painter: QPainter, seen: QRectF, scale: float, chosen: str) -> None:
        """Paint the upper layer, with a ring round what is chosen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._ring_found(painter, seen, scale)
        self._paint_names(painter, seen)
        place = self._drawing.places.get(chosen)
        if place is not None:
            painter.setPen(_screen_pen(self._ink, "accent", _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(*place))

    def _ring_found(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Ring what is looked for; a speck is made large enough to be seen."""
        painter.setPen(_screen_pen(self._ink, "retry", _RING - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._found:
            if seen.intersects(rect):
                grow = max(0.0, _LEAST_FOUND / scale - rect.height()) / 2
                painter.drawRect(rect.adjusted(-grow, -grow, grow, grow))

    def _paint_groups(self, painter: QPainter, seen: QRectF) -> None:
        painter.setPen(QPen(self._ink.colour("border"), 0))
        for rect, group in self._groups:
            if seen.intersects(rect):
                painter.setBrush(self._ink.shade(group.count(".")))
                painter.drawRect(rect)

    def _paint_names(self, painter: QPainter, seen: QRectF) -> None:
        """Write the groups' names as large as ever, where their part in sight has room for one."""
        way, metrics = painter.worldTransform(), QFontMetricsF(self._ink.title)
        painter.save()
        painter.resetTransform()
        painter.setFont(self._ink.title)
        painter.setPen(self._ink.colour("text_dim"))
        for rect, group in self._groups:
            part = way.mapRect(rect.intersected(seen)).adjusted(_SIDE, _SIDE, -_SIDE, -_SIDE)
            if part.width() >= _NAME_ROOM and part.height() >= metrics.height():
                name = metrics.elidedText(group, Qt.TextElideMode.ElideMiddle, part.width())
                painter.drawText(part, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.restore()


def _found(drawing: Drawing) -> list[QRectF]:
    return [QRectF(*drawing.places[name]) for name, item in drawing.nodes.items() if item.is_found]


def _screen_pen(ink: Ink, role: str, width: float) -> QPen:
    pen = QPen(ink.colour(role), width)
    pen.setCosmetic(True)
    return pen
