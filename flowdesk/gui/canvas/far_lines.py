"""The lines of a drawing as they are painted from afar: straight strokes of one pixel, hundreds in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.drawing import Drawing, DrawnLink
    from flowdesk.gui.canvas.ink import Ink

_CHUNK = 200  # lines that are painted or left out together
_PALE = 0.22


class _Lines(NamedTuple):
    role: str
    path: QPainterPath
    bounds: QRectF


class FarLines:
    """All lines, each bright or dimmed as it is now; `light` them anew once that is otherwise."""

    def __init__(self, drawing: Drawing, ink: Ink) -> None:
        self._ink = ink
        self._links = drawing.links
        self._all = list(_chunks(drawing.links))
        self.light()

    def light(self) -> None:
        """Look anew which are dimmed. All are painted so then, and the bright ones once more over them."""
        bright = [drawn for drawn in self._links if drawn.line.opacity() == 1]
        self._are_dimmed = len(bright) < len(self._links)
        self._bright = list(_chunks(bright)) if self._are_dimmed else self._all

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint those that can be `seen`."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._are_dimmed:
            # Not seen through: ten thousand such lines take six times as long.
            self._paint(painter, seen, self._all, _PALE)
        self._paint(painter, seen, self._bright, 1.0)

    def _paint(self, painter: QPainter, seen: QRectF, chunks: Sequence[_Lines], share: float) -> None:
        for role, path, bounds in chunks:
            if seen.intersects(bounds):
                colour = self._ink.colour(role) if share == 1.0 else self._ink.faded(role, share)
                painter.setPen(QPen(colour, 0))
                painter.drawPath(path)


def _chunks(links: Sequence[DrawnLink]) -> Iterator[_Lines]:
    sorts: dict[str, list[DrawnLink]] = {}
    for drawn in links:
        sorts.setdefault("accent" if drawn.line.link.keys else "line", []).append(drawn)
    for role, same in sorts.items():
        same.sort(key=lambda drawn: drawn.points[0])
        for start in range(0, len(same), _CHUNK):
            path = QPainterPath()
            for drawn in same[start : start + _CHUNK]:
                first, *rest = drawn.points
                path.moveTo(*first)
                for point in rest:
                    path.lineTo(*point)
            yield _Lines(role, path, path.boundingRect().adjusted(-1, -1, 1, 1))
