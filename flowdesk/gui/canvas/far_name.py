"""The name of a card as it is written when the card is seen from afar: larger, and on several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from flowdesk.gui.canvas.detail import Detail
from flowdesk.gui.canvas.text_line import wrapped
from flowdesk.gui.icons import draw_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.text_line import TextLine
    from flowdesk.gui.icons import Icon

_SIDE = 10.0
_BETWEEN = 8.0
_TIGHT = 0.88  # lines of large writing stand close
_ICONS = {Detail.NAME: 26.0, Detail.LARGE_NAME: 34.0}
_MOST = {Detail.NAME: 3, Detail.LARGE_NAME: 2}


class FarName:
    """Writes `name` into `card`, with an icon before it. Its lines are made when they are first seen."""

    def __init__(self, name: str, card: QRectF, ink: Ink) -> None:
        self._name = name
        self._card = card
        self._ink = ink
        self._lines: dict[Detail, list[TextLine]] = {}

    def lines(self, detail: Detail) -> list[TextLine]:
        """The lines at this distance."""
        if detail not in self._lines:
            font = self._ink.large if detail is Detail.NAME else self._ink.huge
            room = self._card.width() - 2 * _SIDE - _ICONS[detail] - _BETWEEN
            self._lines[detail] = wrapped(self._name, font, room, _MOST[detail])
        return self._lines[detail]

    def draw_mark(self, painter: QPainter, detail: Detail, mark: tuple[Icon, QColor]) -> None:
        """Draw the icon before the name, which is `mark` with its colour."""
        side, middle = _ICONS[detail], self._card.center().y()
        draw_icon(painter, mark[0], QRectF(_SIDE, middle - side / 2, side, side), mark[1])

    def draw(self, painter: QPainter, detail: Detail, colour: QColor) -> None:
        """Draw the name beside its icon."""
        left, middle = _SIDE + _ICONS[detail] + _BETWEEN, self._card.center().y()
        lines = self.lines(detail)
        step = lines[0].size.height() * _TIGHT if lines else 0.0
        first = middle - step * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            line.draw_centred(painter, left, first + number * step, colour)
