"""A key on its edge: an empty pill that is filled when its value arrives."""

from __future__ import annotations

import html
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowdesk.gui.canvas.task_item import TEXT_SCALE
from flowdesk.gui.canvas.text_line import TextLine, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.run_view import ValueView

_HEIGHT = 24.0
_GAP = 4.0
_SIDE = 10.0
_DOT = 4.0
_TEXT_LEFT = _SIDE + 2 * _DOT + 6
_BETWEEN = 8.0
_KEY_ROOM = 150.0
_VALUE_ROOM = 84.0


class Filling(Enum):
    """Whether the value is there: waited for, pushed, or never to come in this try."""

    WAITING = auto()
    FILLED = auto()
    ABSENT = auto()


class ValuePill(QGraphicsItem):
    """The pill of `task`'s `key`, centred where it stands. It grows within the room laid out for it."""

    def __init__(self, task: str, key: str, arguments: tuple[str, ...], ink: Ink) -> None:
        super().__init__()
        self.task = task
        self.key = key
        self.filling = Filling.WAITING
        self._arguments = arguments
        self._ink = ink
        self._key_line = TextLine(key, ink.code, _KEY_ROOM)
        self._value_line: TextLine | None = None
        self._box = self._measured()
        self.setZValue(3)
        self._tell(None)

    @property
    def text(self) -> str:
        """What the pill says."""
        lines = [self._key_line, self._value_line]
        return "  ".join(line.shown for line in lines if line is not None)

    def show_value(self, value: ValueView | None, *, is_over: bool) -> None:
        """Show the value, or that there is none (`is_over`: and the task will push none any more)."""
        self.prepareGeometryChange()
        self.filling = Filling.FILLED if value else Filling.ABSENT if is_over else Filling.WAITING
        shown = value.preview if value else "absent" if is_over else ""
        right = Qt.TextElideMode.ElideRight
        self._value_line = TextLine(shown, self._ink.code, _VALUE_ROOM, elide=right) if shown else None
        self._box = self._measured()
        self._tell(value)
        self.update()

    def _measured(self) -> QRectF:
        width = _TEXT_LEFT + self._key_line.size.width() + _SIDE
        if self._value_line is not None:
            width += _BETWEEN + self._value_line.size.width()
        return QRectF(-width / 2, -_HEIGHT / 2, width, _HEIGHT)

    def _tell(self, value: ValueView | None) -> None:
        pulled = f"pulled as {', '.join(self._arguments)}" if self._arguments else ""
        absent = "no value" if self.filling is Filling.ABSENT else "no value yet"
        said = f"{value.type}: {value.preview}" if value else absent
        lines = [f"<b>{html.escape(self.task)} : {html.escape(self.key)}</b>", html.escape(said), pulled]
        self.setToolTip("<div>" + "<br>".join(line for line in lines if line) + "</div>")

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
        painter.setPen(ink.pen(role, 1.25, dashed=self.filling is Filling.ABSENT))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < TEXT_SCALE:
            return
        self._paint_dot(painter, role)
        left = box.left() + _TEXT_LEFT
        self._key_line.draw_centred(painter, left, 0, ink.colour(role))
        if self._value_line is not None:
            left += self._key_line.size.width() + _BETWEEN
            self._value_line.draw_centred(painter, left, 0, ink.colour("text" if is_filled else "text_dim"))


def stack_size(keys: list[str], ink: Ink) -> QSizeF:
    """The room that the pills of these keys need on one line, their values included."""
    widest = max(min(_KEY_ROOM, text_width(key, ink.code)) for key in keys)
    width = _TEXT_LEFT + widest + _BETWEEN + _VALUE_ROOM + _SIDE
    return QSizeF(width, len(keys) * (_HEIGHT + _GAP) - _GAP)


def stack_places(middle: QPointF, count: int) -> list[QPointF]:
    """Where each of `count` pills stands round the `middle` of their line."""
    step = _HEIGHT + _GAP
    return [middle + QPointF(0, (index - (count - 1) / 2) * step) for index in range(count)]
