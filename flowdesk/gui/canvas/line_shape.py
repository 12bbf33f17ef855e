"""The shape of a line: a curve that runs along the flow in each of its points, and the head of its arrow."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.layout.graph import Direction

HEAD = 8.0
"""The length of an arrow's head, in pixels."""

_LAP = 0.25  # pixels of the screen
_STRAIGHT = 0.5  # pixels off a straight line that nobody sees


def curve(points: Sequence[QPointF], direction: Direction = "LR") -> QPainterPath:
    """A line along the flow in each of the points, as the layout promises free space for."""
    path = QPainterPath(points[0])
    for start, end in pairwise(points):
        way = end - start
        off, ahead = (
            (way.y(), QPointF(way.x() / 2, 0)) if direction == "LR" else (way.x(), QPointF(0, way.y() / 2))
        )
        if math.isclose(off, 0.0, abs_tol=_STRAIGHT):
            path.lineTo(end)
        else:
            path.cubicTo(start + ahead, end - ahead, end)
    return path


def line_and_head(
    points: Sequence[tuple[float, float]], direction: Direction = "LR"
) -> tuple[QPainterPath, QPolygonF]:
    """The line through `points` up to where its head takes over, and the head, its tip in the last one."""
    ends = [QPointF(x, y) for x, y in points]
    tip, before = ends[-1], ends[-2]
    along, across = (QPointF(1, 0), QPointF(0, 1)) if direction == "LR" else (QPointF(0, 1), QPointF(1, 0))
    # A line against the flow, of a cycle among groups, comes in from the other side.
    way = tip - before
    back = along * (-HEAD if QPointF.dotProduct(way, along) >= 0 else HEAD)
    half = across * (HEAD * 0.48)
    line = curve([*ends[:-1], tip + back * 0.6], direction)
    return line, QPolygonF([tip, tip + back - half, tip + back + half])


def strokes_of(path: QPainterPath, scale: float) -> QPainterPath:
    """A path as single straight strokes, so short that nobody sees them up to this scale.

    Painted as dots, a wide curve takes ten times as long as such strokes: Qt fills the outline of a path, and
    looks through all of it for each few rows of dots, but strokes by themselves it has a faster way for.

    They are to be painted with flat caps, and lap over a little: ends that only touch leave a pale dot, and
    square caps, which lap over by the width of the pen, a bright one.
    """
    finer, back = QTransform.fromScale(scale * 2, scale * 2), QTransform.fromScale(0.5 / scale, 0.5 / scale)
    strokes = QPainterPath()
    for polygon in path.toSubpathPolygons(finer):
        for start, end in pairwise(list(back.map(polygon))):  # type: ignore[call-overload]  # not in the stubs
            way = end - start
            more = way * (_LAP / scale / max(math.hypot(way.x(), way.y()), _LAP / scale))
            strokes.moveTo(start - more)
            strokes.lineTo(end + more)
    return strokes
