"""A task on the canvas: a card with its kind, its name, what it does, and how it stands."""

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
from typing_extensions import override

from flowdesk.gui.canvas.card_words import Standing, tip_of, word_of
from flowdesk.gui.canvas.detail import TEXT_SCALE
from flowdesk.gui.canvas.progress_strip import paint_progress
from flowdesk.gui.canvas.task_texts import KIND_ICONS, TEXT_LEFT, TaskTexts
from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import Icon, draw_icon, draw_turning_icon
from flowdesk.gui.state_look import Look, look_of, shown_of, state_in
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Task

_RADIUS = 9.0
_STRIPE = 4.0
_HALO = 4.0
_PILE = 3.0  # how far a second card peeks out behind that of a mapped task
_ICON = 16.0
_QUIET = frozenset({TaskState.SKIPPED, TaskState.CANCELLED, TaskState.UPSTREAM_FAILED})


class TaskItem(QGraphicsItem):
    """The card of one task. Its size is fixed when it is made, whatever state it comes to show."""

    def __init__(self, task: Task, ink: Ink) -> None:
        super().__init__()
        self.task = task
        self.standing: Standing | None = None
        self.state: RunState | TaskState | None = None
        self._ink = ink
        self._texts = TaskTexts(task, ink)
        self._card = QRectF(0, 0, self._texts.size.width(), self._texts.size.height())
        self._outline = _rounded(self._card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS)
        self._stripe = self._outline.intersected(_rounded(QRectF(0, 0, _STRIPE, self._card.height()), 0))
        self._word: TextLine | None = None
        self._try: TextLine | None = None
        self._angle = 0.0
        self._is_hovered = self._is_traced = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setToolTip(self._texts.tooltip)
        self.setZValue(2)

    @property
    def card(self) -> QRectF:
        """The card itself, without the ring that a selection draws round it."""
        return self._card

    @property
    def footer(self) -> str:
        """What the last line says: the state in words, or nothing without a run."""
        return " ".join(line.shown for line in (self._word, self._try) if line is not None)

    def show_standing(self, standing: Standing | None, now: float) -> None:
        """Show how the task stands at `now` (seconds since the epoch); None shows the plain plan."""
        self.standing = standing
        self.state = None if standing is None else state_in(standing.run, standing.view.state)
        self._word = self._try = None
        tip = ""
        if standing is not None:
            self._word = TextLine(word_of(self.task, standing, now), self._ink.small, self._texts.room)
            tries = standing.view.tries
            self._try = TextLine(f"try {tries}", self._ink.small) if tries > 1 else None
            tip = "".join(f"<br>{html.escape(line)}" for line in tip_of(standing, now))
        self.setToolTip(self._texts.tooltip + tip)
        self.update()

    def trace(self, *, is_traced: bool) -> None:
        """Bring the card out: the task had the value that is looked at in its hands."""
        if is_traced is not self._is_traced:
            self._is_traced = is_traced
            self.update()

    def turn(self, angle: float, now: float) -> None:
        """Let the running arc stand at `angle` degrees and the duration at `now`."""
        self._angle = angle
        if self.standing is not None:
            word = word_of(self.task, self.standing, now)
            if self._word is None or self._word.shown != word:
                self._word = TextLine(word, self._ink.small, self._texts.room)
        self.update(QRectF(0, self._texts.footer_middle - _ICON, self._card.width(), 2 * _ICON))

    def _look(self) -> Look | None:
        standing = self.standing
        return look_of(shown_of(standing.view, standing.run)) if standing is not None else None

    def _paint_card(self, painter: QPainter, look: Look | None, *, is_selected: bool) -> None:
        ink = self._ink
        state = self.state
        if is_selected or self._is_traced:
            painter.setPen(ink.pen("accent", 2, dashed=not is_selected))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self._card.adjusted(-_HALO + 1, -_HALO + 1, _HALO - 1, _HALO - 1)
            painter.drawRoundedRect(ring, _RADIUS + _HALO, _RADIUS + _HALO)
        if self.task.expand:
            painter.setBrush(ink.colour("surface"))
            painter.setPen(ink.pen("border_strong", 1))
            painter.drawPath(self._outline.translated(_PILE, _PILE))
        painter.setBrush(ink.colour("failed_soft" if state is TaskState.FAILED else "surface"))
        painter.setPen(self._border(state, look))
        painter.drawPath(self._outline)
        if look is not None and state is not TaskState.WAITING:
            painter.fillPath(self._stripe, ink.colour(look.role))
        if self.standing is not None and self.standing.mapped:
            paint_progress(painter, self._outline, self.standing.mapped, ink)

    def _border(self, state: RunState | TaskState | None, look: Look | None) -> object:
        if look is not None and state in (TaskState.RUNNING, TaskState.FAILED):
            return self._ink.pen(look.role, 1.25)
        role = "line" if self._is_hovered else "border_strong"
        return self._ink.pen(role, 1, dashed=state is TaskState.SKIPPED)

    def _paint_words(self, painter: QPainter, look: Look | None) -> None:
        texts, ink = self._texts, self._ink
        is_quiet = self.state in _QUIET
        name_colour = ink.colour("text_dim" if is_quiet else "text")
        kind = KIND_ICONS[self.task.kind]
        if look is None and not self.task.push:
            painter.translate(0, texts.lone_shift)
        draw_icon(painter, kind, _icon_at(texts.name_middle), ink.colour("text_dim"))
        texts.name.draw_centred(painter, TEXT_LEFT, texts.name_middle, name_colour)
        texts.detail.draw_centred(painter, TEXT_LEFT, texts.detail_middle, ink.colour("text_dim"))
        if look is not None:
            self._paint_state(painter, look)
        elif self.task.push:
            draw_icon(painter, Icon.PUSH, _icon_at(texts.footer_middle), ink.colour("accent"))
            texts.pushes.draw_centred(painter, TEXT_LEFT, texts.footer_middle, ink.colour("accent"))

    def _paint_state(self, painter: QPainter, look: Look) -> None:
        colour, middle = self._ink.colour(look.role), self._texts.footer_middle
        if look.icon is Icon.STATE_RUNNING:
            draw_turning_icon(painter, look.icon, _icon_at(middle), colour, degrees=self._angle)
        else:
            draw_icon(painter, look.icon, _icon_at(middle), colour)
        if self._word is not None:
            self._word.draw_centred(painter, TEXT_LEFT, middle, colour)
        if self._try is not None:
            left = TEXT_LEFT + self._texts.room - self._try.size.width()
            self._try.draw_centred(painter, left, middle, self._ink.colour("text_dim"))

    def _paint_from_afar(self, painter: QPainter, look: Look | None) -> None:
        if look is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(self._outline, self._ink.colour(look.role, 0.22))
        side = self._card.height() * 0.5
        middle = self._card.center()
        at = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_icon(painter, look.icon, at, self._ink.colour(look.role))

    @override
    def boundingRect(self) -> QRectF:
        return self._card.adjusted(-_HALO, -_HALO, _HALO, _HALO)

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
        look = self._look()
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_card(painter, look, is_selected=is_selected)
        if scale >= TEXT_SCALE:
            self._paint_words(painter, look)
        else:
            self._paint_from_afar(painter, look)


def _icon_at(middle: float) -> QRectF:
    return QRectF(TEXT_LEFT - _ICON - 8, middle - _ICON / 2, _ICON, _ICON)


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
