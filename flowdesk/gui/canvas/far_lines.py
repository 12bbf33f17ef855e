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
    is_pale: bool
    path: QPainterPath
    bounds: QRectF


class FarLines:
    """All lines, each bright or dimmed as it is now."""

    def __init__(self, drawing: Drawing, ink: Ink) -> None:
        self._ink = ink
        self._lines = list(_chunks(drawing.links))

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint those that can be `seen`."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, is_pale, path, bounds in self._lines:
            if seen.intersects(bounds):
                # Not seen through where they are dimmed: ten thousand such lines take six times as long.
                colour = self._ink.faded(role, _PALE) if is_pale else self._ink.colour(role)
                painter.setPen(QPen(colour, 0))
                painter.drawPath(path)


def _chunks(links: Sequence[DrawnLink]) -> Iterator[_Lines]:
    sorts: dict[tuple[str, bool], list[DrawnLink]] = {}
    for drawn in links:
        role = "accent" if drawn.line.link.keys else "line"
        sorts.setdefault((role, drawn.line.opacity() < 1), []).append(drawn)
    # The dimmed ones first, as they cover what they cross.
    for (role, is_pale), same in sorted(sorts.items(), key=lambda sort: not sort[0][1]):
        same.sort(key=lambda drawn: drawn.points[0])
        for start in range(0, len(same), _CHUNK):
            path = QPainterPath()
            for drawn in same[start : start + _CHUNK]:
                first, *rest = drawn.points
                path.moveTo(*first)
                for point in rest:
                    path.lineTo(*point)
            yield _Lines(role, is_pale, path, path.boundingRect().adjusted(-1, -1, 1, 1))
