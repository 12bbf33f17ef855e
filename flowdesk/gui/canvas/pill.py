"""What all pills on an edge have in common: a mark that tells how full it is, a name, and what is said.

How full a pill is is told by its mark, its border and its ground, and by colour last: a ring that waits, a
dot that is filled, a pencil where a person edited, a lock where nobody may look, a crossed ring and a dashed
border where nothing comes any more.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from flowdesk.gui.canvas.detail import TEXT_SCALE
from flowdesk.gui.canvas.stamp import stamp
from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import Icon, draw_icon
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.line import Line

HEIGHT = 24.0
KEY_ROOM = 150.0
VALUE_ROOM = 84.0
_SIDE = 8.0
_MARK = 12.0
_DOT = 4.0
_FAR = 2.0  # times as large
_TEXT_LEFT = _SIDE + _MARK + 4
_RIGHT = 10.0
_BETWEEN = 8.0


class Filling(Enum):
    """Whether the value is there: waited for, pushed, put there by a person, hidden, or never to come."""

    WAITING = auto()
    FILLED = auto()
    EDITED = auto()
    MASKED = auto()
    ABSENT = auto()


_ROLES = {Filling.EDITED: "retry", Filling.ABSENT: "text_dim"}
_MARKS = {Filling.EDITED: Icon.EDIT, Filling.MASKED: Icon.LOCK}


class Pill(QGraphicsItem):
    """A pill that belongs to `task`, centred where it stands. It grows within the room laid out for it.

    Its tooltip is `told`, made when somebody wants to read it and not at each of many pushes.
    """

    def __init__(self, task: str, name: str, ink: Ink) -> None:
        super().__init__()
        self.task = task
        self.line: Line | None = None  # that looks as its pills stand
        self.filling = Filling.WAITING
        self._ink = ink
        self._name_line = TextLine(name, ink.code, KEY_ROOM)
        self._said_line: TextLine | None = None
        self._gap = _BETWEEN
        self._is_traced = self._is_hovered = False
        self._kept_box: QRectF | None = None
        self._room: QRectF | None = None
        self.setAcceptHoverEvents(True)
        self.setZValue(3)

    @property
    def text(self) -> str:
        """What the pill says."""
        lines = [self._name_line, self._said_line]
        return ("  " if self._gap else "").join(line.shown for line in lines if line is not None)

    @property
    def told(self) -> str:
        """The tooltip, as rich text."""
        return ""

    def say(self, text: str, filling: Filling, *, is_joined: bool = False) -> None:
        """Show this beside the name, at some distance if it is not `is_joined`, and how full the pill is."""
        self.filling = filling
        self._gap = 0.0 if is_joined else _BETWEEN
        right = Qt.TextElideMode.ElideRight
        self._said_line = TextLine(text, self._ink.code, VALUE_ROOM, elide=right) if text else None
        self._kept_box = None
        self.update()
        if self.line is not None:
            self.line.refresh()

    def trace(self, *, is_traced: bool) -> None:
        """Bring the pill out: it is the value that is looked at."""
        if is_traced is not self._is_traced:
            self._is_traced = is_traced
            self.update()

    @property
    def _box(self) -> QRectF:
        """The pill itself. It is measured when somebody sees it."""
        if self._kept_box is None:
            said = self._said_line.size.width() if self._said_line is not None else None
            width = pill_width(self._name_line.size.width(), said) - (_BETWEEN - self._gap)
            self._kept_box = QRectF(-width / 2, -HEIGHT / 2, width, HEIGHT)
        return self._kept_box

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint the pill without its words; returns the colour of what stands on it."""
        ink, filling = self._ink, self.filling
        is_here = filling not in (Filling.WAITING, Filling.ABSENT)
        role = _ROLES.get(filling, "accent")
        width = 2.5 if self._is_traced else 1.75 if self._is_hovered else 1.25
        painter.setBrush(ink.colour("accent_soft" if is_here else "surface"))
        painter.setPen(ink.pen(role, width, dashed=filling is Filling.ABSENT))
        painter.drawRoundedRect(self._box.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        return role

    def _paint_far(self, painter: QPainter) -> None:
        """Paint the mark alone, larger, in the middle: from afar it says all that can be said."""
        role = self._paint_ground(painter)
        painter.save()
        painter.scale(_FAR, _FAR)
        self._paint_mark(painter, role, QPointF(0, 0))
        painter.restore()

    def _paint_mark(self, painter: QPainter, role: str, middle: QPointF) -> None:
        if self.filling in _MARKS:
            at = QRectF(middle.x() - _MARK / 2, middle.y() - _MARK / 2, _MARK, _MARK)
            draw_icon(painter, _MARKS[self.filling], at, self._ink.colour(role))
            return
        is_filled = self.filling is Filling.FILLED
        painter.setPen(self._ink.pen(role, 1.5))
        painter.setBrush(self._ink.colour(role) if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _DOT - 0.5, _DOT - 0.5)
        if self.filling is Filling.ABSENT:
            reach = QPointF(_DOT, -_DOT)
            painter.drawLine(QLineF(middle - reach, middle + reach))

    def _paint_words(self, painter: QPainter, role: str) -> None:
        left = self._box.left() + _TEXT_LEFT
        self._name_line.draw_centred(painter, left, 0, self._ink.colour(role))
        if self._said_line is not None:
            is_here = self.filling not in (Filling.WAITING, Filling.ABSENT)
            left += self._name_line.size.width() + self._gap
            self._said_line.draw_centred(
                painter, left, 0, self._ink.colour("text" if is_here else "text_dim")
            )

    @override
    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = True
        self.setToolTip(self.told)
        self.update()

    @override
    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        self.update()

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()  # else the scene takes it for a click on the ground

    @override
    def boundingRect(self) -> QRectF:
        """All the room that it may come to need, so that Qt looks for no new place at each of many pushes."""
        if self._room is None:
            width = pill_width(self._name_line.size.width(), VALUE_ROOM) + 2
            self._room = QRectF(-width / 2, -HEIGHT / 2 - 1, width, HEIGHT + 2)
        return self._room

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._box)
        return path

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) >= TEXT_SCALE:
            role = self._paint_ground(painter)
            self._paint_mark(painter, role, QPointF(self._box.left() + _SIDE + _MARK / 2, 0))
            self._paint_words(painter, role)
        else:
            looks = ("pill", self._ink.tone, self.filling, self._is_traced, self._is_hovered)
            stamp(painter, self._box.adjusted(-1, -1, 1, 1), looks, self._paint_far)


def pill_width(name: float, said: float | None) -> float:
    """How wide a pill is whose two texts have these widths, in pixels."""
    return _TEXT_LEFT + name + _RIGHT + (0 if said is None else _BETWEEN + said)
