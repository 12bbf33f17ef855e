"""What all pills on an edge have in common: a dot, filled or empty, a name, and what there is to say."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowdesk.gui.canvas.task_item import TEXT_SCALE
from flowdesk.gui.canvas.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.ink import Ink

HEIGHT = 24.0
KEY_ROOM = 150.0
VALUE_ROOM = 84.0
_SIDE = 10.0
_DOT = 4.0
_TEXT_LEFT = _SIDE + 2 * _DOT + 6
_BETWEEN = 8.0


class Filling(Enum):
    """Whether the value is there: waited for, pushed, or never to come in this try."""

    WAITING = auto()
    FILLED = auto()
    ABSENT = auto()


class Pill(QGraphicsItem):
    """A pill that belongs to `task`, centred where it stands. It grows within the room laid out for it."""

    def __init__(self, task: str, name: str, ink: Ink) -> None:
        super().__init__()
        self.task = task
        self.filling = Filling.WAITING
        self._ink = ink
        self._name_line = TextLine(name, ink.code, KEY_ROOM)
        self._said_line: TextLine | None = None
        self._is_traced = False
        self._box = self._measured()
        self.setZValue(3)

    @property
    def text(self) -> str:
        """What the pill says."""
        lines = [self._name_line, self._said_line]
        return "  ".join(line.shown for line in lines if line is not None)

    def say(self, text: str, filling: Filling) -> None:
        """Show this beside the name, and how full the pill is."""
        self.prepareGeometryChange()
        self.filling = filling
        right = Qt.TextElideMode.ElideRight
        self._said_line = TextLine(text, self._ink.code, VALUE_ROOM, elide=right) if text else None
        self._box = self._measured()
        self.update()

    def trace(self, *, is_traced: bool) -> None:
        """Bring the pill out: it is the value that is looked at."""
        if is_traced is not self._is_traced:
            self._is_traced = is_traced
            self.update()

    def _measured(self) -> QRectF:
        said = self._said_line.size.width() if self._said_line is not None else None
        width = pill_width(self._name_line.size.width(), said)
        return QRectF(-width / 2, -HEIGHT / 2, width, HEIGHT)

    def _paint_dot(self, painter: QPainter, role: str) -> None:
        middle = QPointF(self._box.left() + _SIDE + _DOT, 0)
        is_filled = self.filling is Filling.FILLED
        painter.setPen(self._ink.pen(role, 1.5))
        painter.setBrush(self._ink.colour(role) if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _DOT - 0.5, _DOT - 0.5)
        if self.filling is Filling.ABSENT:
            painter.drawLine(middle + QPointF(-_DOT, _DOT), middle + QPointF(_DOT, -_DOT))

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()  # else the scene takes it for a click on the ground

    @override
    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-1, -1, 1, 1)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ink, box = self._ink, self._box
        is_filled = self.filling is Filling.FILLED
        role = "text_dim" if self.filling is Filling.ABSENT else "accent"
        painter.setBrush(ink.colour("accent_soft" if is_filled else "surface"))
        painter.setPen(ink.pen(role, 2.5 if self._is_traced else 1.25, dashed=self.filling is Filling.ABSENT))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < TEXT_SCALE:
            return
        self._paint_dot(painter, role)
        left = box.left() + _TEXT_LEFT
        self._name_line.draw_centred(painter, left, 0, ink.colour(role))
        if self._said_line is not None:
            left += self._name_line.size.width() + _BETWEEN
            self._said_line.draw_centred(painter, left, 0, ink.colour("text" if is_filled else "text_dim"))


def pill_width(name: float, said: float | None) -> float:
    """How wide a pill is whose two texts have these widths, in pixels."""
    return _TEXT_LEFT + name + _SIDE + (0 if said is None else _BETWEEN + said)
