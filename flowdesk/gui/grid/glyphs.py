"""The pictures of cells: a state's icon on a soft square of its colour, drawn once for each look."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from flowdesk.gui.icons import draw_icon
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import current_theme
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.state_look import Shown

SIZE = 18
_ICON = 12.0
_SOFT = 0.20
_CORNER = 5.0


@cache
def _glyph(shown: Shown, ratio: float, _theme: str) -> QPixmap:
    pixmap = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = look_of(shown)
    colour = current_theme().colour(look.role)
    if shown is not TaskState.WAITING:
        soft = current_theme().colour(look.role)
        soft.setAlphaF(_SOFT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(0, 0, SIZE, SIZE), _CORNER, _CORNER)
    margin = (SIZE - _ICON) / 2
    draw_icon(painter, look.icon, QRectF(margin, margin, _ICON, _ICON), colour)
    painter.end()
    return pixmap


class Glyphs(dict["Shown", "QPixmap"]):
    """The pictures of states for one painting at a device pixel ratio, `SIZE` logical pixels square.

    Made anew for each: to ask for the theme at each of thousands of cells takes longer than to draw them.
    """

    def __init__(self, ratio: float) -> None:
        super().__init__()
        self._ratio = ratio
        self._theme = current_theme()
        self._colours: dict[str, QColor] = {}

    def __missing__(self, shown: Shown) -> QPixmap:
        made = self[shown] = _glyph(shown, self._ratio, self._theme.name)
        return made

    def draw_shares(self, painter: QPainter, place: QRectF, counts: Mapping[Shown, int]) -> None:
        """Draw how much of a whole is in which state: one strip, parted."""
        total = sum(counts.values())
        x = place.left()
        for shown, count in counts.items():
            width = place.width() * count / total
            painter.fillRect(QRectF(x, place.top(), width, place.height()), self._colour(look_of(shown).role))
            x += width

    def draw_tries(self, painter: QPainter, place: QRectF) -> None:
        """Mark a task that was tried more than once: the upper right corner turned down."""
        corner = place.topRight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("retry"))
        painter.drawPolygon(QPolygonF([corner, corner + QPointF(-7, 0), corner + QPointF(0, 7)]))

    def draw_edited(self, painter: QPainter, place: QRectF) -> None:
        """Mark a task of which a value was edited: a dot at the lower left."""
        painter.setPen(QPen(self._colour("surface"), 1))
        painter.setBrush(self._colour("accent"))
        painter.drawEllipse(place.bottomLeft() + QPointF(3.5, -3.5), 3.5, 3.5)

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = self._theme.colour(role)
        return self._colours[role]
