"""A group on the canvas: a quiet box round its members, with its name and how far they are."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from flowdesk.gui.canvas.detail import Detail
from flowdesk.gui.canvas.group_header import GroupHeader
from flowdesk.gui.canvas.text_line import TextLine, text_width
from flowdesk.gui.icons import Icon, draw_icon
from flowdesk.gui.override import override
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Group

HEADER = 32.0
"""The height of a group's header, in pixels."""

_RADIUS = 14.0
_SIDE = 14.0
_ICON = 16.0
_COUNT_ROOM = 72.0
_NAME_ROOM = 260.0
_AROUND = 5.0


class GroupItem(QGraphicsItem):
    """The box of one group, `members` tasks in it at any depth."""

    def __init__(self, group: Group, members: int, ink: Ink) -> None:
        super().__init__()
        self.group_id = group.id
        self._told = group
        self.members = members
        self._ink = ink
        self._box = QRectF()
        self._state: RunState | TaskState | None = None
        self._count = self._line(str(members))
        self._name = TextLine(_name(group), ink.title)
        self._far_names: dict[Detail, TextLine] = {}
        self.header = GroupHeader(self)
        self.setZValue(-2)
        tip = f"<br>{html.escape(group.tooltip)}" if group.tooltip else ""
        self.setToolTip(f"<b>{html.escape(group.id)}</b>{tip}")

    @property
    def count(self) -> str:
        """What the header says of the members: "2/3" of a run, "3" of a plan."""
        return self._count.shown

    def place(self, box: QRectF) -> None:
        """Take the size of `box` and its place."""
        self.prepareGeometryChange()
        self.setPos(box.topLeft())
        self._box = QRectF(0, 0, box.width(), box.height())
        self.header.follow()
        self._far_names.clear()
        self._name = TextLine(_name(self._told), self._ink.title, box.width() - 2 * _SIDE - 24 - _COUNT_ROOM)

    @property
    def fold_button(self) -> QRectF:
        """Where a click folds the group, in coordinates of the item."""
        return QRectF(0, 0, _SIDE + _ICON + 8, HEADER + 4)

    def show_counts(self, counts: Mapping[RunState | TaskState, int] | None) -> None:
        """Show how many members are in which state, or only how many there are without a run."""
        self._state = None if counts is None else summary(counts)
        over = sum(count for state, count in (counts or {}).items() if is_over(state))
        done = "" if counts is None else f"{over}/"
        self._count = self._line(f"{done}{self.members}")
        self.header.update()

    def _line(self, text: str) -> TextLine:
        return TextLine(text, self._ink.small)

    def _far_name(self, detail: Detail) -> TextLine:
        """The name alone, written as large as the header allows; made when it is first seen."""
        if detail not in self._far_names:
            font = self._ink.large if detail is Detail.NAME else self._ink.huge
            self._far_names[detail] = TextLine(_name(self._told), font, self._box.width() - 2 * _SIDE)
        return self._far_names[detail]

    @property
    def ground(self) -> QColor:
        """What the group is filled with."""
        return self._ink.shade(self.group_id.count("."))

    @property
    def header_box(self) -> QRectF:
        """Where the header lies, in coordinates of the item."""
        return QRectF(0, 0, self._box.width(), min(HEADER + 2 * _RADIUS, self._box.height()))

    def header_parts(self, detail: Detail) -> list[QRectF]:
        """Where in the header there is something to be read at this distance."""
        if detail is Detail.ICON:
            return []
        is_near = detail is Detail.ALL
        words = self._name.size.width() + 24 if is_near else self._far_name(detail).size.width()
        parts = [QRectF(_SIDE - _AROUND, 5, words + 2 * _AROUND, HEADER - 6)]
        if is_near:
            left = self._count_left - (0 if self._state is None else _ICON + 6)
            parts.append(
                QRectF(left - _AROUND, 5, self._box.width() - left - _SIDE + 2 * _AROUND, HEADER - 6)
            )
        return parts

    def paint_header(self, painter: QPainter, detail: Detail) -> None:
        """Paint what can be read of the header at this distance."""
        if detail is Detail.ALL:
            self._paint_header(painter)
        elif detail is not Detail.ICON:
            self._far_name(detail).draw_centred(painter, _SIDE, HEADER / 2 + 2, self._ink.colour("text_dim"))

    @property
    def _count_left(self) -> float:
        return self._box.width() - _SIDE - self._count.size.width()

    def _paint_header(self, painter: QPainter) -> None:
        ink, middle = self._ink, HEADER / 2 + 2
        at = QRectF(_SIDE, middle - _ICON / 2, _ICON, _ICON)
        draw_icon(painter, Icon.CHEVRON_DOWN, at, ink.colour("text_dim"))
        self._name.draw_centred(painter, _SIDE + 24, middle, ink.colour("text_dim"))
        left = self._count_left
        self._count.draw_centred(painter, left, middle, ink.colour("text_dim"))
        if self._state is not None:
            look = look_of(self._state)
            draw_icon(painter, look.icon, at.translated(left - 22 - _SIDE, 0), ink.colour(look.role))

    @override
    def boundingRect(self) -> QRectF:
        return self._box

    @override
    def shape(self) -> QPainterPath:
        """The header only: the space between the members is the canvas, to be dragged."""
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self._box.width(), HEADER))
        return path

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ink = self._ink
        painter.setPen(ink.pen("border", 1))
        painter.setBrush(self.ground)
        painter.drawRoundedRect(self._box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def header_width(group: Group, ink: Ink) -> float:
    """How wide a group has to be so that its header can be read, in pixels."""
    return min(_NAME_ROOM, text_width(_name(group), ink.title)) + 2 * _SIDE + 24 + _COUNT_ROOM


def _name(group: Group) -> str:
    return group.label or group.name


def is_over(state: RunState | TaskState) -> bool:
    """Whether a task in that state counts as done."""
    return state.is_final and state is not RunState.INTERRUPTED


def summary(states: Mapping[RunState | TaskState, int]) -> RunState | TaskState | None:
    """The one state that tells most about all of them, or None while nothing has begun."""
    for state in (TaskState.FAILED, RunState.INTERRUPTED, TaskState.RUNNING, TaskState.UP_FOR_RETRY):
        if state in states:
            return state
    if not states or not all(state.is_final for state in states):
        return None
    # All are over and none failed: a success beside skipped ones makes the group one.
    return TaskState.SUCCESS if TaskState.SUCCESS in states else next(iter(states))
