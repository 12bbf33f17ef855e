"""The space beside a log's lines: when each was printed, its stream, how grave it is, whether it was found.

Standard error has a bar beside its lines, and "err" where it begins: the colour of the text alone tells
nobody who does not see colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

from flowdesk.gui.icons import Icon, draw_icon
from flowdesk.gui.log.levels import Level
from flowdesk.gui.log.row_layouts import ROLES
from flowdesk.gui.theme import current_theme
from flowdesk.gui.times import time_of_day
from flowdesk.store.log_line import ERR, NOTE

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics, QPainter

    from flowdesk.gui.log.log_part import LogLine

MARKS = {ERR: "err", NOTE: "●"}
LEVELS = {Level.ERROR: (Icon.PROBLEM, "failed"), Level.WARNING: (Icon.WARNING, "retry")}
GAP, BAR, ICON, TICK = 6, 2, 12, 3


class Beside(NamedTuple):
    """What is beside a line: `begins_stream`, the line before is of another; `is_found`, by the search."""

    line: LogLine
    begins_stream: bool = True
    is_found: bool = False


class Gutter:
    """Measures and paints it. `has_times` and `has_marks` say which columns there are."""

    def __init__(self) -> None:
        self.has_times = False
        self.has_marks = False

    def width(self, metrics: QFontMetrics) -> int:
        """How wide it is, in pixels."""
        times, marks = self._columns(metrics)
        return GAP + (times + GAP if times else 0) + (marks + GAP if marks else 0) + ICON + GAP

    def _columns(self, metrics: QFontMetrics) -> tuple[int, int]:
        """The widths of times and marks; 0 for those that are not shown."""
        times = metrics.horizontalAdvance("00:00:00.000") if self.has_times else 0
        return times, metrics.horizontalAdvance(MARKS[ERR]) if self.has_marks else 0

    def paint(self, painter: QPainter, rect: QRectF, beside: Beside) -> None:
        """Paint what is beside a line whose first row has the height of `rect`."""
        theme, line = current_theme(), beside.line
        times, marks = self._columns(painter.fontMetrics())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        x = rect.left() + GAP
        if times:
            if line.at and not line.goes_on:
                painter.setPen(theme.colour("text_dim"))
                painter.drawText(QRectF(x, rect.top(), times, rect.height()), left, time_of_day(line.at))
            x += times + GAP
        if marks:
            if line.stream in MARKS and beside.begins_stream:
                painter.setPen(theme.colour(ROLES[line.stream]))
                painter.drawText(QRectF(x, rect.top(), marks, rect.height()), left, MARKS[line.stream])
            x += marks + GAP
        if line.level in LEVELS and line.begins:
            icon, role = LEVELS[line.level]
            place = QRectF(x, rect.center().y() - ICON / 2, ICON, ICON)
            draw_icon(painter, icon, place, theme.colour(role))

    def paint_bars(self, painter: QPainter, rect: QRectF, beside: Beside) -> None:
        """Paint what goes along all rows of a line: the bar of standard error, and the tick of the search."""
        theme = current_theme()
        if beside.line.stream == ERR:
            painter.fillRect(
                QRectF(rect.right() - BAR, rect.top(), BAR, rect.height()), theme.colour("retry")
            )
        if beside.is_found:
            painter.fillRect(
                QRectF(rect.left(), rect.top() + 1, TICK, rect.height() - 2), theme.colour("accent")
            )
