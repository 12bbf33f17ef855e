"""The cards of a drawing as they are painted from afar: rectangles, those that look alike in one go.

They lie in patches of the canvas, so that those out of sight cost next to nothing, and each is kept with its
looks, so that a change costs as much as the cards that it is about and not as all of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.icons import Icon, icon_pixmap
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.drawing import Drawing
    from flowdesk.gui.canvas.folded_item import FoldedItem
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.states import RunState

_PATCH_WIDTH, _PATCH_HEIGHT = 4000.0, 1500.0
_PALE = 0.22
_BOLD, _FAINT = 0.55, 0.28
_ICON_SHARE = 0.62
_LEAST_ICON = 6.0  # pixels on the screen; smaller ones are specks


class _Kind(NamedTuple):
    """What cards have to have in common to be painted in one go."""

    role: str
    is_bold: bool
    is_pale: bool
    icon: Icon | None


_Alike = dict[_Kind, dict[str, QRectF]]


class FarCards:
    """All cards and boxes of folded groups, as they stand now; `take` what stands otherwise."""

    def __init__(self, drawing: Drawing, ink: Ink) -> None:
        self._drawing = drawing
        self._ink = ink
        self._kinds: dict[str, _Kind] = {}
        self._patches: dict[tuple[int, int], _Alike] = {}
        self._bounds: dict[tuple[int, int], QRectF] = {}
        for name, item in drawing.nodes.items():
            place = QRectF(*drawing.places[name])
            where = self._where(name)
            self._bounds[where] = self._bounds.get(where, place) | place
            self._kinds[name] = kind = _kind_of(item)
            self._patches.setdefault(where, {}).setdefault(kind, {})[name] = place

    def take(self, names: Iterable[str]) -> set[str] | None:
        """Look anew how these stand; returns those that look otherwise, None if it takes more than them."""
        changed: set[str] = set()
        shines_through = False
        for name in names:
            item = self._drawing.nodes.get(name)
            if item is None:
                continue
            before, now = self._kinds[name], _kind_of(item)
            if before != now:
                self._kinds[name] = now
                patch = self._patches[self._where(name)]
                patch.setdefault(now, {})[name] = patch[before].pop(name)
                changed.add(name)
                shines_through |= before.is_pale or now.is_pale
        return None if shines_through else changed

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Paint those that can be `seen`."""
        for where, patch in self._patches.items():
            if seen.intersects(self._bounds[where]):
                self._paint(painter, patch, scale)

    def paint_some(self, painter: QPainter, names: Iterable[str], scale: float) -> None:
        """Paint these over what they looked like before."""
        alike: _Alike = {}
        for name in names:
            kind = self._kinds[name]
            alike.setdefault(kind, {})[name] = self._patches[self._where(name)][kind][name]
        self._paint(painter, alike, scale)

    def _where(self, name: str) -> tuple[int, int]:
        place = self._drawing.places[name]
        return int(place.x // _PATCH_WIDTH), int(place.y // _PATCH_HEIGHT)

    def _paint(self, painter: QPainter, alike: Mapping[_Kind, Mapping[str, QRectF]], scale: float) -> None:
        ink = self._ink
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, cards in alike.items():
            if not cards:
                continue
            rects = list(cards.values())
            share = _BOLD if kind.is_bold else _FAINT
            if kind.is_pale:
                painter.setBrush(ink.colour("surface", _PALE))
                painter.drawRects(rects)
                painter.setBrush(ink.colour(kind.role, _PALE * share))
            else:
                painter.setBrush(ink.tint(kind.role, share))
            painter.drawRects(rects)
            side = rects[0].height() * _ICON_SHARE * scale
            if kind.icon is not None and side >= _LEAST_ICON:
                self._paint_icons(painter, kind, rects, side)

    def _paint_icons(self, painter: QPainter, kind: _Kind, rects: Iterable[QRectF], side: float) -> None:
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


def _kind_of(item: TaskItem | FoldedItem) -> _Kind:
    return _kind(item.state, is_box=not isinstance(item, TaskItem), is_pale=item.opacity() < 1)


@lru_cache(maxsize=256)
def _kind(state: RunState | TaskState | None, *, is_box: bool, is_pale: bool) -> _Kind:
    if state is None and is_box:
        return _Kind("text_dim", is_bold=False, is_pale=is_pale, icon=Icon.GROUP)
    if state is None:
        return _Kind("border_strong", is_bold=False, is_pale=is_pale, icon=None)
    look, is_bold = look_of(state), state is not TaskState.WAITING
    return _Kind(look.role, is_bold, is_pale, look.icon if is_bold else None)
