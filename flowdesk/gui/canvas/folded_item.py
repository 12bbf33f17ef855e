"""A folded group on the canvas: one box that stands for all that lies in it, with how it stands, summed."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyle,
    QStyleOptionGraphicsItem,
    QWidget,
)

from flowdesk.gui.canvas.detail import Detail, detail_at
from flowdesk.gui.canvas.far_name import FarName
from flowdesk.gui.canvas.group_item import header_width, is_over, summary
from flowdesk.gui.canvas.made_tasks import ORDER
from flowdesk.gui.canvas.state_bar import StateBar
from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import Icon, draw_icon
from flowdesk.gui.language import plural, tr
from flowdesk.gui.override import override
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Group

_HEIGHT = 96.0
_LEAST = 220.0
_RADIUS = 11.0
_SIDE = 14.0
_ICON = 16.0
_TEXT_LEFT = 36.0
_HALO = 4.0
_PILE = 3.5
_NAME_MIDDLE, _COUNT_MIDDLE, _BAR_TOP = 21.0, 41.0, 56.0
_TINT = 0.14
_MOST_TOLD = 12


class FoldedItem(QGraphicsItem):
    """The box of a folded group, `members` tasks in it at any depth. Its size is fixed when it is made.

    Two more boxes peek out behind it: there is something inside.
    """

    def __init__(self, group: Group, members: int, ink: Ink) -> None:
        super().__init__()
        self.group_id = group.id
        self.members = members
        self.counts: Mapping[RunState | TaskState, int] | None = None
        self.leaving: tuple[str, ...] = ()
        self._tooltip = group.tooltip
        self._ink = ink
        self._card = QRectF(0, 0, max(_LEAST, header_width(group, ink)), _HEIGHT)
        self._outline = QPainterPath()
        self._outline.addRoundedRect(self._card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        self._piles = [self._outline.translated(_PILE * 2, _PILE * 2), self._outline.translated(_PILE, _PILE)]
        room = self._card.width() - _TEXT_LEFT - _SIDE
        self._name = TextLine(group.label or group.name, ink.title, room)
        self._far_name = FarName(group.label or group.name, self._card, ink)
        self._bar = StateBar(QRectF(_SIDE, _BAR_TOP, self._card.width() - 2 * _SIDE, 28), ink)
        self.state: RunState | TaskState | None = None
        self._is_hovered = self._is_found = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(2)
        self._say()

    @property
    def card(self) -> QRectF:
        """The box itself, without the ring that a selection draws round it."""
        return self._card

    @property
    def fold_button(self) -> QRectF:
        """Where a click unfolds the group, in coordinates of the item."""
        return QRectF(0, 0, _TEXT_LEFT, _NAME_MIDDLE * 2)

    @property
    def told(self) -> str:
        """What the box says of its tasks: how many there are, and of a run how many of them are over."""
        if self.counts is None:
            return plural("{n} task", "{n} tasks", self.members)
        over = sum(count for state, count in self.counts.items() if is_over(state))
        return tr("{n} of {total} tasks").format(n=f"{over:,}", total=f"{self.members:,}")

    def show_counts(self, counts: Mapping[RunState | TaskState, int] | None) -> None:
        """Show how many of the tasks are in which state; None shows the plain plan."""
        self.counts = counts
        self.state = None if counts is None else summary(counts)
        self._bar.show_counts(counts or {})
        self._say()
        self.update()

    def show_leaving(self, keys: Sequence[str]) -> None:
        """Tell the keys that are pushed in the group and pulled outside."""
        self.leaving = tuple(keys)
        self._say()
        self.update()

    @property
    def is_found(self) -> bool:
        """Whether it is one of those that are looked for, or hides one."""
        return self._is_found

    def find(self, *, is_found: bool) -> None:
        """Ring the box: it hides one of those that are looked for."""
        if is_found is not self._is_found:
            self._is_found = is_found
            self.update()

    def _say(self) -> None:
        self._line = TextLine(self.told, self._ink.small, self._card.width() - _TEXT_LEFT - _SIDE)
        self._pushed = TextLine(str(len(self.leaving)), self._ink.small) if self.leaving else None
        lines = [f"<b>{html.escape(self.group_id)}</b>", *map(html.escape, self._facts())]
        self.setToolTip("<div>" + "<br>".join(lines) + "</div>")

    def _facts(self) -> list[str]:
        facts = [self._tooltip] if self._tooltip else []
        facts.append(plural("{n} task", "{n} tasks", self.members))
        counts = self.counts or {}
        facts += [f"{tr(look_of(one).word)}: {counts[one]:,}" for one in ORDER if counts.get(one)]
        if self.leaving:
            more = " …" if len(self.leaving) > _MOST_TOLD else ""
            facts.append(tr("pushes {keys}").format(keys=", ".join(self.leaving[:_MOST_TOLD]) + more))
        return [*facts, tr("double-click to unfold")]

    def _ground(self, *, is_far: bool) -> QColor:
        if is_far and self.state is not None:
            return self._ink.tint(look_of(self.state).role, _TINT)
        if self.state is TaskState.FAILED:
            return self._ink.colour("failed_soft")
        return self._ink.colour("raised" if self._is_hovered else "surface")

    def _paint_box(self, painter: QPainter, *, is_selected: bool, is_far: bool) -> None:
        ink = self._ink
        painter.setBrush(ink.colour("surface"))
        painter.setPen(ink.pen("border_strong", 1))
        for pile in self._piles:
            painter.drawPath(pile)
        is_loud = self.state in (TaskState.FAILED, TaskState.RUNNING)
        role = look_of(self.state).role if self.state is not None and is_loud else ""
        painter.setBrush(self._ground(is_far=is_far))
        painter.setPen(ink.pen(role, 1.25) if role else ink.pen("border_strong", 1))
        painter.drawPath(self._outline)
        if is_selected or self._is_found:
            painter.setPen(ink.pen("accent" if is_selected else "retry", 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self._card.adjusted(-2.5, -2.5, 2.5, 2.5)
            painter.drawRoundedRect(ring, _RADIUS + 3, _RADIUS + 3)

    def _paint_words(self, painter: QPainter) -> None:
        ink, dim = self._ink, self._ink.colour("text_dim")
        at = QRectF(_SIDE, _NAME_MIDDLE - _ICON / 2, _ICON, _ICON)
        draw_icon(painter, Icon.CHEVRON_RIGHT, at, ink.colour("accent" if self._is_hovered else "text_dim"))
        self._name.draw_centred(painter, _TEXT_LEFT, _NAME_MIDDLE, ink.colour("text"))
        draw_icon(painter, Icon.GROUP, at.translated(0, _COUNT_MIDDLE - _NAME_MIDDLE), dim)
        self._line.draw_centred(painter, _TEXT_LEFT, _COUNT_MIDDLE, dim)
        if self._pushed is not None:
            colour, left = ink.colour("accent"), self._card.right() - _SIDE - self._pushed.size.width()
            draw_icon(painter, Icon.PUSH, QRectF(left - 15, _COUNT_MIDDLE - 6.5, 13, 13), colour)
            self._pushed.draw_centred(painter, left, _COUNT_MIDDLE, colour)
        self._bar.paint(painter)

    def _paint_name(self, painter: QPainter, detail: Detail) -> None:
        ink, mark = self._ink, (Icon.GROUP, self._ink.colour("text_dim"))
        if self.state is not None:
            look = look_of(self.state)
            mark = (look.icon, ink.colour(look.role))
        if detail is Detail.ICON:
            middle, half = self._card.center(), _HEIGHT * 0.3
            draw_icon(
                painter, mark[0], QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), mark[1]
            )
        else:
            self._far_name.draw_mark(painter, detail, mark)
            self._far_name.draw(painter, detail, ink.colour("text"))

    @override
    def boundingRect(self) -> QRectF:
        return self._card.adjusted(-_HALO, -_HALO, 2 * _HALO, 2 * _HALO)

    @override
    def shape(self) -> QPainterPath:
        return self._outline

    @override
    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = True
        self.update()

    @override
    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        self.update()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = detail_at(painter, option)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_box(painter, is_selected=is_selected, is_far=detail is not Detail.ALL)
        if detail is Detail.ALL:
            if self.counts is None:
                painter.translate(0, (_HEIGHT - _NAME_MIDDLE - _COUNT_MIDDLE) / 2)
            self._paint_words(painter)
        else:
            self._paint_name(painter, detail)
