"""A badge on a task's card: how many problems the file has in that task, and the worst of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from flowdesk.gui.canvas.text_line import TextLine
from flowdesk.gui.icons import draw_icon
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.source.problem_tip import tip_of
from flowdesk.gui.weight_look import by_weight, heaviest, look_of_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from flowdesk.errors import Problem
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.task_item import TaskItem

_HEIGHT = 20.0
_ICON = 14.0
_SIDE = 3.0
_OUT = 7.0  # how far it stands out of the card
_MOST_TOLD = 5


class ProblemBadge(QGraphicsItem):
    """Belongs to the card of `item`; keeps its colours where all else is greyed."""

    def __init__(self, item: TaskItem, problems: Sequence[Problem], ink: Ink) -> None:
        super().__init__(item)
        self.task = item.task.id
        self.severity = heaviest(problems)
        self._look = look_of_weight(self.severity)
        self._ink = ink
        self._count = TextLine(str(len(problems)), ink.small) if len(problems) > 1 else None
        width = _ICON + 2 * _SIDE + (self._count.size.width() + _SIDE if self._count else 0)
        self._box = QRectF(0, 0, width, _HEIGHT)
        self.setPos(item.card.topRight() + QPointF(_OUT - width, -_OUT))
        self.setZValue(1)
        more = len(problems) - _MOST_TOLD
        tip = tip_of(by_weight(problems)[:_MOST_TOLD])
        self.setToolTip(tip + ("<hr>" + tr("and {n} more").format(n=more) if more > 0 else ""))

    @property
    def text(self) -> str:
        """How many problems, if there are several."""
        return self._count.shown if self._count else ""

    @override
    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-2, -2, 2, 2)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme, box = self._ink.theme, self._box
        colour, on_it = theme.colour(self._look.role), theme.colour("surface")
        painter.setPen(Qt.PenStyle.NoPen)
        # A ring in the colour of the ground sets it off from the card's edge.
        painter.setBrush(theme.colour("canvas"))
        painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), _HEIGHT / 2 + 1.5, _HEIGHT / 2 + 1.5)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, _HEIGHT / 2, _HEIGHT / 2)
        draw_icon(painter, self._look.icon, QRectF(_SIDE, (_HEIGHT - _ICON) / 2, _ICON, _ICON), on_it)
        if self._count is not None:
            self._count.draw_centred(painter, _SIDE + _ICON + 2, _HEIGHT / 2, on_it)
