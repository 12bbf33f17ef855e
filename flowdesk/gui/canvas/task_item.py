"""A task on the canvas: a card with its kind, its name, what it does, and how it stands."""

from __future__ import annotations

import html
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from flowdesk.gui.canvas.card_ground import RADIUS, CardGround
from flowdesk.gui.canvas.card_words import Standing, share_of, tip_of, try_of, word_of
from flowdesk.gui.canvas.detail import Detail, detail_at
from flowdesk.gui.canvas.far_name import FarName
from flowdesk.gui.canvas.mapped_strip import MappedStrip, told
from flowdesk.gui.canvas.stamp import stamp
from flowdesk.gui.canvas.task_texts import BADGE_ICON, KIND_ICONS, TEXT_LEFT, TaskTexts
from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import Icon, draw_icon, draw_turning_icon
from flowdesk.gui.override import override
from flowdesk.gui.state_look import Look, look_of, shown_of, state_in
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPainterPath

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Task

_FAR_STRIPE = 8.0
_HALO = 4.0
_FOOT = 3.0  # the height of the bar of a running task's usual time
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
        self._far_name = FarName(task.label or task.name, self._card, ink)
        self._ground = CardGround(self._card, ink, is_pile=bool(task.expand))
        self._look: Look | None = None
        self._word: TextLine | None = None
        self._try: TextLine | None = None
        self._share: float | None = None
        self._angle = 0.0
        self._is_hovered = self._is_traced = self._is_found = False
        self.strip: MappedStrip | None = None
        if self._texts.strip is not None:
            self.strip = MappedStrip(self._texts.strip, ink)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self._now = 0.0
        self.setZValue(2)

    @property
    def card(self) -> QRectF:
        """The card itself, without the ring that a selection draws round it."""
        return self._card

    @property
    def footer(self) -> str:
        """What the last line says: the state in words, or nothing without a run."""
        return " ".join(line.shown for line in (self._word, self._try) if line is not None)

    @property
    def told(self) -> str:
        """The tooltip, as rich text. It is made when somebody wants to read it, and not for each of many."""
        lines = tip_of(self.standing, self._now) if self.standing is not None else []
        return self._texts.tooltip + "".join(f"<br>{html.escape(line)}" for line in lines)

    def show_standing(self, standing: Standing | None, now: float) -> None:
        """Show how the task stands at `now` (seconds since the epoch); None shows the plain plan."""
        self.standing, self._now = standing, now
        self.state = self._look = self._word = self._try = self._share = None
        if standing is not None:
            self.state = state_in(standing.run, standing.view.state)
            self._look = look_of(shown_of(standing.view, standing.run))
            said = try_of(self.task, standing.view)
            self._try = TextLine(said, self._ink.small) if said else None
            self._say(word_of(self.task, standing, now))
            self._share = share_of(standing, now)
        if self.strip is not None:
            self.strip.show_cells(standing.cells if standing else ())
        if self._is_hovered:
            self.setToolTip(self.told)
        self.update()

    def trace(self, *, is_traced: bool) -> None:
        """Bring the card out: the task had the value that is looked at in its hands."""
        if is_traced is not self._is_traced:
            self._is_traced = is_traced
            self.update()

    @property
    def is_found(self) -> bool:
        """Whether it is one of those that are looked for, or hides one."""
        return self._is_found

    def find(self, *, is_found: bool) -> None:
        """Ring the card: it is one of those that are looked for."""
        if is_found is not self._is_found:
            self._is_found = is_found
            self.update()

    def turn(self, angle: float, now: float) -> None:
        """Let the running arc stand at `angle` degrees and the duration at `now`."""
        self._angle = angle
        if self.standing is not None:
            self._share = share_of(self.standing, now)
            word = word_of(self.task, self.standing, now)
            if self._word is None or self._word.shown != word:
                self._say(word)
        top = self._texts.footer_middle - _ICON
        self.update(QRectF(0, top, self._card.width(), self._card.height() - top))

    def _paint_share(self, painter: QPainter) -> None:
        """Along the foot, how much of its usual time has gone."""
        if self._share is not None:
            top, width = self._card.bottom() - _FOOT - 2.5, self._card.width() - 2 * RADIUS
            foot = QRectF(RADIUS, top, width, _FOOT)
            painter.fillRect(foot, self._ink.colour("raised"))
            foot.setWidth(foot.width() * self._share)
            painter.fillRect(foot, self._ink.colour("running"))

    def _say(self, word: str) -> None:
        taken = self._try.size.width() + 8 if self._try is not None else 0
        self._word = TextLine(word, self._ink.small, self._texts.room - taken)

    def _paint_ring(self, painter: QPainter, *, is_selected: bool) -> None:
        if not (is_selected or self._is_traced or self._is_found):
            return
        ink, is_dashed = self._ink, self._is_traced and not is_selected and not self._is_found
        painter.setPen(ink.pen("accent" if is_selected or is_dashed else "retry", 2.5, dashed=is_dashed))
        self._ground.paint_ring(painter, _HALO)

    def _paint_from_further(self, painter: QPainter, detail: Detail) -> None:
        """Paint the card with its name alone; all but the name once for all that look like it."""
        role = self._look.role if self._look is not None else ""
        kind = self.task.kind if self._look is None else self._look.icon
        looks = (
            "card",
            self._ink.tone,
            detail,
            role,
            self.state,
            kind,
            self._is_hovered,
            self._ground.is_pile,
        )
        stamp(painter, self._ground.room, looks, partial(self._paint_marked_card, detail))
        self._far_name.draw(painter, detail, self._ink.colour("text_dim" if self.state in _QUIET else "text"))

    def _paint_marked_card(self, detail: Detail, painter: QPainter) -> None:
        ink, look = self._ink, self._look
        mark = (KIND_ICONS[self.task.kind], ink.colour("text_dim"))
        if look is not None:
            mark = (look.icon, ink.colour(look.role))
        self._paint_card(painter, is_far=True)
        self._far_name.draw_mark(painter, detail, mark)

    def _paint_card(self, painter: QPainter, *, is_far: bool) -> None:
        self._ground.paint(painter, self.state, self._look, is_hovered=self._is_hovered, is_far=is_far)

    def _paint_words(self, painter: QPainter) -> None:
        texts, ink = self._texts, self._ink
        name_colour = ink.colour("text_dim" if self.state in _QUIET else "text")
        kind = KIND_ICONS[self.task.kind]
        if self._look is None and not self.task.push:
            painter.translate(0, texts.lone_shift)
        draw_icon(painter, kind, _icon_at(texts.name_middle), ink.colour("text_dim"))
        texts.name.draw_centred(painter, TEXT_LEFT, texts.name_middle, name_colour)
        texts.detail.draw_centred(painter, TEXT_LEFT, texts.detail_middle, ink.colour("text_dim"))
        if self._look is not None:
            self._paint_state(painter, self._look)
            self._paint_push_count(painter)
        elif self.task.push:
            draw_icon(painter, Icon.PUSH, _icon_at(texts.footer_middle), ink.colour("accent"))
            texts.pushes.draw_centred(painter, TEXT_LEFT, texts.footer_middle, ink.colour("accent"))

    def _paint_push_count(self, painter: QPainter) -> None:
        texts, colour = self._texts, self._ink.colour("accent")
        if texts.push_count is not None:
            top = texts.name_middle - BADGE_ICON / 2
            draw_icon(painter, Icon.PUSH, QRectF(texts.badge_left, top, BADGE_ICON, BADGE_ICON), colour)
            texts.push_count.draw_centred(painter, texts.badge_left + BADGE_ICON, texts.name_middle, colour)

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

    def _paint_from_afar(self, painter: QPainter) -> None:
        """Colour and icon only, in straight strokes: there may be thousands."""
        ink, look, card = self._ink, self._look, self._card
        role = look.role if look is not None else "border_strong"
        is_bold = look is not None and self.state is not TaskState.WAITING
        painter.fillRect(card, ink.colour("surface"))
        painter.fillRect(card, ink.colour(role, 0.55 if is_bold else 0.28))
        if self.state is TaskState.FAILED or self.state is TaskState.RUNNING:
            painter.fillRect(QRectF(0, 0, _FAR_STRIPE, card.height()), ink.colour(role))
        mark = (KIND_ICONS[self.task.kind], "text_dim") if look is None else (look.icon, "surface")
        side = card.height() * 0.62
        at = QRectF(card.center().x() - side / 2, card.center().y() - side / 2, side, side)
        draw_icon(painter, mark[0], at, ink.colour(mark[1] if is_bold or look is None else role))

    @override
    def boundingRect(self) -> QRectF:
        return self._card.adjusted(-_HALO, -_HALO, _HALO, _HALO)

    @override
    def shape(self) -> QPainterPath:
        return self._ground.outline

    @override
    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = True
        self.setToolTip(self.told)
        self.update()

    @override
    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        if self.strip is not None and self.strip.hover(event.pos()):
            cell = self.strip.cell_at(event.pos())
            self.setToolTip(self.told if cell is None else told(cell))
            self.update()

    @override
    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        if self.strip is not None:
            self.strip.hover(None)
        self.update()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = detail_at(painter, option)
        self._paint_ring(painter, is_selected=self.isSelected())
        if detail is Detail.ICON:
            self._paint_from_afar(painter)
            return
        if detail is Detail.ALL:
            self._paint_card(painter, is_far=False)
            if self.strip is not None:
                self.strip.paint(painter)
            self._paint_share(painter)
            self._paint_words(painter)
        else:
            self._paint_from_further(painter, detail)


def _icon_at(middle: float) -> QRectF:
    return QRectF(TEXT_LEFT - _ICON - 8, middle - _ICON / 2, _ICON, _ICON)
