"""A task's card without its words: its outline, the stripe down its side, and the ring round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPen

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.state_look import Look

RADIUS = 9.0
_STRIPE = 4.0
_PILE = 3.0  # how far a second card peeks out behind that of a mapped task
_TINT = 0.14  # of a card that is seen from afar, in the colour of its state


class CardGround:
    """Paints the ground of `card`, with a second one behind it where it stands for a pile of them."""

    def __init__(self, card: QRectF, ink: Ink, *, is_pile: bool) -> None:
        self.is_pile = is_pile
        self.outline = _rounded(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS)
        self._card = card
        self._ink = ink
        self._stripe = self.outline.intersected(_rounded(QRectF(0, 0, _STRIPE, card.height()), 0))

    @property
    def room(self) -> QRectF:
        """What it does not leave, but for its ring."""
        return self._card.adjusted(-1, -1, _PILE + 1, _PILE + 1)

    def paint(
        self,
        painter: QPainter,
        state: RunState | TaskState | None,
        look: Look | None,
        *,
        is_hovered: bool,
        is_far: bool,
    ) -> None:
        """Paint it as a task stands; `look` is None without a run."""
        ink = self._ink
        if self.is_pile:
            painter.setBrush(ink.colour("surface"))
            painter.setPen(ink.pen("border_strong", 1))
            painter.drawPath(self.outline.translated(_PILE, _PILE))
        ground = "failed_soft" if state is TaskState.FAILED else "raised" if is_hovered else "surface"
        painter.setBrush(ink.tint(look.role, _TINT) if is_far and look is not None else ink.colour(ground))
        painter.setPen(self._border(state, look, is_hovered=is_hovered))
        painter.drawPath(self.outline)
        if look is not None and state is not TaskState.WAITING and not is_far:
            painter.fillPath(self._stripe, ink.colour(look.role))

    def paint_ring(self, painter: QPainter, halo: float) -> None:
        """Draw a ring round it with the painter's pen, its outer edge at a distance of `halo`."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        away = halo - 1.5
        painter.drawRoundedRect(self._card.adjusted(-away, -away, away, away), RADIUS + halo, RADIUS + halo)

    def _border(self, state: RunState | TaskState | None, look: Look | None, *, is_hovered: bool) -> QPen:
        if look is not None and state in (TaskState.RUNNING, TaskState.FAILED):
            return self._ink.pen(look.role, 1.25)
        role = "line" if is_hovered else "border_strong"
        return self._ink.pen(role, 1, dashed=state is TaskState.SKIPPED)


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
