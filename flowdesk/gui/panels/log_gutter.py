"""The space beside a log's lines: when each was printed, and a mark at what came from standard error."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowdesk.gui.theme import current_theme
from flowdesk.store.log_line import ERR, NOTE

if TYPE_CHECKING:
    from flowdesk.gui.panels.log_text import LogText

ROLES = {ERR: "retry", NOTE: "text_dim"}
"""The colours of the streams; what a task prints to standard output has the text's own."""

MARKS = {ERR: "err", NOTE: "●"}
_GAP = 8


class Mark(NamedTuple):
    """What is known of a line besides its text: its stream, and when it was printed (ISO 8601)."""

    stream: str
    at: str | None = None


class LogGutter(QWidget):
    """Goes with `text`, whose child it is."""

    def __init__(self, text: LogText) -> None:
        super().__init__(text)
        self._text = text
        text.updateRequest.connect(self._on_text_update_request)

    def wanted_width(self) -> int:
        """How wide it has to be for what it shows, in pixels; 0 for nothing."""
        shown = [width for width in self._columns() if width]
        return sum(width + _GAP for width in shown) + (_GAP if shown else 0)

    def _columns(self) -> tuple[int, int]:
        """The widths of the times and of the marks; 0 for those that are not shown."""
        metrics = self._text.fontMetrics()
        times = metrics.horizontalAdvance("00:00:00.000") if self._text.has_times else 0
        return times, metrics.horizontalAdvance(MARKS[ERR]) if self._text.has_marks else 0

    def _on_text_update_request(self) -> None:
        self.update()

    def _paint_line(self, painter: QPainter, mark: Mark, rect: QRectF) -> None:
        theme, (times, marks) = current_theme(), self._columns()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if times and mark.at:
            painter.setPen(theme.colour("text_dim"))
            painter.drawText(rect.adjusted(_GAP, 0, 0, 0), left, time_of_day(mark.at))
        if marks and mark.stream in MARKS:
            painter.setPen(theme.colour(ROLES[mark.stream]))
            begin = _GAP + (times + _GAP if times else 0)
            painter.drawText(rect.adjusted(begin, 0, 0, 0), left, MARKS[mark.stream])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(event.rect(), theme.colour("surface"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.setFont(self._text.font())
        for mark, top, height in self._text.marks_on_show():
            self._paint_line(painter, mark, QRectF(0, top, self.width(), height))


@lru_cache(maxsize=1024)
def time_of_day(at: str) -> str:
    """The local time of day of a moment in ISO 8601, to the millisecond."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S.%f")[:-3]
