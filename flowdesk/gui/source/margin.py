"""The margin beside the text: the number of each line, and the icon of the worst problem on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from flowdesk.gui.icons import draw_icon
from flowdesk.gui.override import override
from flowdesk.gui.source.problem_tip import tip_of
from flowdesk.gui.theme import current_theme
from flowdesk.gui.weight_look import heaviest, look_of_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.errors import Problem
    from flowdesk.gui.source.source_text import SourceText

_ICON = 14.0
_GAP = 6.0
_LEAST_DIGITS = 3


class Margin(QWidget):
    """Goes with `text`, whose child it is; a click on a number goes to the line."""

    width_changed = Signal()

    def __init__(self, text: SourceText) -> None:
        super().__init__(text)
        self._text = text
        self._by_line: dict[int, list[Problem]] = {}
        text.blockCountChanged.connect(self.width_changed)
        text.updateRequest.connect(self._on_text_update_request)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Mark the lines on which these problems begin."""
        self._by_line = {}
        for problem in problems:
            self._by_line.setdefault(problem.place.line, []).append(problem)
        self.update()

    def problems_at(self, y: float) -> list[Problem]:
        """The problems that begin on the line at this height, in pixels."""
        return self._by_line.get(self._line_at(y), [])

    def wanted_width(self) -> int:
        """How wide the margin has to be for the longest number, in pixels."""
        digits = max(_LEAST_DIGITS, len(str(self._text.blockCount())))
        return round(3 * _GAP + _ICON + digits * self._text.fontMetrics().horizontalAdvance("9"))

    def _line_at(self, y: float) -> int:
        lines = self._text.lines_on_show()
        return next((line for line, rect in lines if rect.top() <= y < rect.bottom()), 0)

    def _on_text_update_request(self) -> None:
        self.update()

    def _paint_line(self, painter: QPainter, line: int, rect: QRectF) -> None:
        theme = current_theme()
        if problems := self._by_line.get(line):
            look = look_of_weight(heaviest(problems))
            at = QRectF(_GAP, rect.center().y() - _ICON / 2, _ICON, _ICON)
            draw_icon(painter, look.icon, at, theme.colour(look.role))
        is_current = line == self._text.textCursor().blockNumber() + 1
        painter.setPen(theme.colour("text" if is_current else "text_dim"))
        right = QRectF(0, rect.top(), self.width() - _GAP, rect.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().colour("surface"))
        painter.setFont(self._text.font())
        for line, rect in self._text.lines_on_show():
            self._paint_line(painter, line, rect)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if line := self._line_at(event.position().y()):
            self._text.go_to_line(line, centred=False)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the click is the margin's own, not the text's

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip_of(self.problems_at(event.pos().y())), self)
            return True
        return super().event(event)
