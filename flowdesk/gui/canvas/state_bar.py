"""How many are in which state, as numbers with icons and as a bar below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from flowdesk.gui.canvas.cell_marks import paint_cell
from flowdesk.gui.canvas.made_tasks import ORDER
from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import draw_icon
from flowdesk.gui.state_look import look_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.states import RunState, TaskState

_BAR = 7.0
_ICON = 14.0
_AFTER_ICON = 4.0
_BETWEEN = 12.0
_GAP = 1.5
_LEAST = 4.0


Part = tuple["RunState | TaskState", QRectF]
"""A length of the bar, and where it lies."""


class StateBar:
    """Lies in `room`, numbers along the top and the bar along the foot."""

    def __init__(self, room: QRectF, ink: Ink) -> None:
        self.parts: list[Part] = []
        self._room = room
        self._ink = ink
        self._numbers: list[tuple[RunState | TaskState, float, TextLine]] = []

    def show_counts(self, counts: Mapping[RunState | TaskState, int]) -> None:
        """Show these; what there are none of is left out, and numbers that find no room too."""
        present = [state for state in ORDER if counts.get(state)]
        self._numbers, left = [], self._room.left()
        for state in present:
            line = TextLine(f"{counts[state]:,}", self._ink.small)
            right = left + _ICON + _AFTER_ICON + line.size.width()
            if right <= self._room.right():
                self._numbers.append((state, left, line))
                left = right + _BETWEEN
        self.parts = self._parts([(state, counts[state]) for state in present])

    def paint(self, painter: QPainter) -> None:
        """Paint the numbers and the bar."""
        middle = self._room.top() + _ICON / 2
        for state, left, line in self._numbers:
            look = look_of(state)
            colour = self._ink.colour(look.role)
            draw_icon(painter, look.icon, QRectF(left, middle - _ICON / 2, _ICON, _ICON), colour)
            line.draw_centred(painter, left + _ICON + _AFTER_ICON, middle, colour)
        for state, box in self.parts:
            paint_cell(painter, box, state, self._ink)

    def _parts(
        self, counts: list[tuple[RunState | TaskState, int]]
    ) -> list[tuple[RunState | TaskState, QRectF]]:
        total = sum(count for _, count in counts)
        free = self._room.width() - _GAP * (len(counts) - 1) - _LEAST * len(counts)
        found: list[Part] = []
        left = self._room.left()
        for state, count in counts:
            width = _LEAST + free * count / total
            found.append((state, QRectF(left, self._room.bottom() - _BAR, width, _BAR)))
            left += width + _GAP
        return found
