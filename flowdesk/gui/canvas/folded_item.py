"""A folded group on the canvas: one box that stands for all that lies in it, with how it stands, summed."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowdesk.gui.canvas.group_item import HEADER, header_width
from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import Icon, draw_icon
from flowdesk.gui.language import plural
from flowdesk.gui.state_look import look_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Group
    from flowdesk.plan.states import RunState, TaskState

_HEIGHT = 78.0
_LEAST = 200.0
_RADIUS = 14.0
_SIDE = 14.0
_ICON = 16.0


class FoldedItem(QGraphicsItem):
    """The box of a folded group, `members` tasks in it at any depth. Its size is fixed when it is made."""

    def __init__(self, group: Group, members: int, ink: Ink) -> None:
        super().__init__()
        self.group_id = group.id
        self.members = members
        self.counts: Mapping[RunState | TaskState, int] | None = None
        self._ink = ink
        self._card = QRectF(0, 0, max(_LEAST, header_width(group, ink)), _HEIGHT)
        self._name = TextLine(group.label or group.name, ink.title, self._card.width() - 2 * _SIDE - 24)
        self._line = TextLine(self.told, ink.small)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setToolTip(f"<b>{html.escape(group.id)}</b>")
        self.setZValue(2)

    @property
    def card(self) -> QRectF:
        """The box itself, without the ring that a selection draws round it."""
        return self._card

    @property
    def fold_button(self) -> QRectF:
        """Where a click unfolds the group, in coordinates of the item."""
        return QRectF(0, 0, _SIDE + _ICON + 8, HEADER + 4)

    @property
    def told(self) -> str:
        """What the box says of its tasks: how many of them are in which state, or only how many there are."""
        if not self.counts:
            return plural("{n} task", "{n} tasks", self.members)
        return " · ".join(f"{count} {look_of(state).word}" for state, count in self.counts.items())

    def show_counts(self, counts: Mapping[RunState | TaskState, int] | None) -> None:
        """Show how many of the tasks are in which state; None shows the plain plan."""
        self.counts = counts
        self._line = TextLine(self.told, self._ink.small, self._card.width() - 2 * _SIDE)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._card.adjusted(-4, -4, 4, 4)

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(self._card, _RADIUS, _RADIUS)
        return path

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ink = self._ink
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(ink.pen("accent", 2) if is_selected else ink.pen("border_strong", 1))
        painter.setBrush(ink.colour("surface"))
        painter.drawRoundedRect(self._card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        middle = HEADER / 2 + 4
        at = QRectF(_SIDE, middle - _ICON / 2, _ICON, _ICON)
        draw_icon(painter, Icon.GROUP, at, ink.colour("text_dim"))
        self._name.draw_centred(painter, _SIDE + 24, middle, ink.colour("text"))
        self._line.draw_centred(painter, _SIDE, middle + 30, ink.colour("text_dim"))
