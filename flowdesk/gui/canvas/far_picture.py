"""Many things seen from afar, painted all at once: a call for each colour, and not one for each card.

Ten thousand items that paint themselves take a fifth of a second. From so far that no name can be read a
card is a rectangle in the colour of its state with the state's icon on it, and a line a few straight strokes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.icons import Icon, icon_pixmap
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor

    from flowdesk.gui.canvas.drawing import Drawing, DrawnLink
    from flowdesk.gui.canvas.folded_item import FoldedItem
    from flowdesk.gui.canvas.ink import Ink

_CHUNK = 400  # lines that are painted or left out together
_PALE = 0.22
_BOLD, _FAINT = 0.55, 0.28
_ICON_SHARE = 0.62
_LEAST_ICON = 6.0  # pixels on the screen; smaller ones are specks
_RING = 3.0  # pixels on the screen
_LEAST_FOUND = 5.0  # pixels on the screen, so that a hit among thousands is seen
_SIDE = 4.0
_NAME_ROOM = 40.0  # pixels on the screen that a group's name is worth writing in


class _Kind(NamedTuple):
    """What cards have to have in common to be painted in one go."""

    role: str
    is_bold: bool
    is_pale: bool
    icon: Icon | None


class _Lines(NamedTuple):
    role: str
    is_pale: bool
    path: QPainterPath
    bounds: QRectF


class FarPicture:
    """The picture of a drawing. `forget` it when things stand or lie otherwise than before."""

    def __init__(self, drawing: Drawing, ink: Ink) -> None:
        self._drawing = drawing
        self._ink = ink
        self._cards: dict[_Kind, list[QRectF]] | None = None
        self._lines: list[_Lines] | None = None
        self._found: list[QRectF] = []
        self._groups = [(QRectF(*place), group) for group, place in drawing.group_places.items()]

    def forget(self, *, lines: bool = False) -> None:
        """Look anew how the tasks stand, and, if asked, which lines are dimmed."""
        self._cards = None
        if lines:
            self._lines = None

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Paint what can be `seen`, in coordinates of the scene, with a painter that has the scene's."""
        if self._cards is None:
            self._cards = _sorted_cards(self._drawing)
            self._found = _found(self._drawing)
        if self._lines is None:
            self._lines = list(_chunks(self._drawing.links))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_groups(painter, seen)
        self._paint_lines(painter, seen)
        self._paint_cards(painter, seen, scale)
        self._ring_found(painter, seen, scale)
        self._paint_names(painter, seen)

    def ring(self, painter: QPainter, name: str) -> None:
        """Paint a ring round what is selected."""
        place = self._drawing.places.get(name)
        if place is not None:
            pen = QPen(self._ink.colour("accent"), _RING)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(*place))

    def _ring_found(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Ring what is looked for; a speck is made large enough to be seen."""
        pen = QPen(self._ink.colour("retry"), _RING - 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._found:
            if seen.intersects(rect):
                grow = max(0.0, _LEAST_FOUND / scale - rect.height()) / 2
                painter.drawRect(rect.adjusted(-grow, -grow, grow, grow))

    def _paint_groups(self, painter: QPainter, seen: QRectF) -> None:
        painter.setPen(_hair(self._ink.colour("border")))
        for rect, group in self._groups:
            if seen.intersects(rect):
                painter.setBrush(self._ink.shade(group.count(".")))
                painter.drawRect(rect)

    def _paint_lines(self, painter: QPainter, seen: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, is_pale, path, bounds in self._lines or ():
            if seen.intersects(bounds):
                painter.setPen(_hair(self._ink.colour(role, _PALE if is_pale else 1.0)))
                painter.drawPath(path)

    def _paint_cards(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        ink = self._ink
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, rects in (self._cards or {}).items():
            inside = [rect for rect in rects if seen.intersects(rect)]
            if not inside:
                continue
            share = _PALE if kind.is_pale else 1.0
            painter.setBrush(ink.colour("surface", share))
            painter.drawRects(inside)
            painter.setBrush(ink.colour(kind.role, share * (_BOLD if kind.is_bold else _FAINT)))
            painter.drawRects(inside)
            side = inside[0].height() * _ICON_SHARE * scale
            if kind.icon is not None and side >= _LEAST_ICON:
                self._paint_icons(painter, kind, inside, side)

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

    def _paint_icons(self, painter: QPainter, kind: _Kind, rects: Sequence[QRectF], side: float) -> None:
        """Paint the icons without the painter's scale, so that they are sharp."""
        if kind.icon is None:
            return
        colour = self._ink.colour("surface" if kind.is_bold else kind.role)
        pixmap = icon_pixmap(kind.icon, colour, round(side), painter.device().devicePixelRatioF())
        way, corner = painter.worldTransform(), QPointF(side / 2, side / 2)
        painter.save()
        painter.resetTransform()
        painter.setOpacity(_PALE if kind.is_pale else 1.0)
        for rect in rects:
            painter.drawPixmap(way.map(rect.center()) - corner, pixmap)
        painter.restore()


def _sorted_cards(drawing: Drawing) -> dict[_Kind, list[QRectF]]:
    found: dict[_Kind, list[QRectF]] = {}
    for name, item in drawing.nodes.items():
        found.setdefault(_kind_of(item), []).append(QRectF(*drawing.places[name]))
    return found


def _found(drawing: Drawing) -> list[QRectF]:
    return [QRectF(*drawing.places[name]) for name, item in drawing.nodes.items() if item.is_found]


def _kind_of(item: TaskItem | FoldedItem) -> _Kind:
    is_pale = item.opacity() < 1
    if item.state is None and not isinstance(item, TaskItem):
        return _Kind("text_dim", is_bold=False, is_pale=is_pale, icon=Icon.GROUP)
    if item.state is None:
        return _Kind("border_strong", is_bold=False, is_pale=is_pale, icon=None)
    look, is_bold = look_of(item.state), item.state is not TaskState.WAITING
    return _Kind(look.role, is_bold, is_pale, look.icon if is_bold else None)


def _chunks(links: Sequence[DrawnLink]) -> Iterator[_Lines]:
    sorts: dict[tuple[str, bool], list[DrawnLink]] = {}
    for drawn in links:
        role = "accent" if drawn.edge.link.keys else "line"
        sorts.setdefault((role, drawn.edge.opacity() < 1), []).append(drawn)
    for (role, is_pale), same in sorts.items():
        same.sort(key=lambda drawn: drawn.points[0])
        for start in range(0, len(same), _CHUNK):
            path = QPainterPath()
            for drawn in same[start : start + _CHUNK]:
                first, *rest = drawn.points
                path.moveTo(*first)
                for point in rest:
                    path.lineTo(*point)
            yield _Lines(role, is_pale, path, path.boundingRect().adjusted(-1, -1, 1, 1))


def _hair(colour: QColor) -> QPen:
    return QPen(colour, 0)
