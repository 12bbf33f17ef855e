"""A strip at the right of a log that shows where in all of it errors and finds of the search are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flowdesk.gui.log.log_area import LogArea

WIDTH = 8
_MOST = 2000  # marks; more of them are told no better on a screen's height
_MARK = 2.0


class Overview(QWidget):
    """Goes with a view; a click goes to the line."""

    def __init__(self, view: LogArea) -> None:
        super().__init__(view)
        self._view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Errors and finds in the whole log"))
        self.setToolTip(tr("Errors and finds in the whole log"))

    def _paint_marks(self, painter: QPainter, numbers: Iterable[int], left: float, role: str) -> None:
        lines, height = self._view.lines, self.height()
        rows = max(1, lines.rows)
        colour = current_theme().colour(role)
        for number in numbers:
            y = lines.row_of(number) * (height - _MARK) / rows
            painter.fillRect(QRectF(left, y, WIDTH / 2 - 0.5, _MARK), colour)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().colour("window"))
        self._paint_marks(painter, _sampled(self._view.lines.error_lines()), 0.0, "failed")
        self._paint_marks(painter, _sampled(self._view.search.lines), WIDTH / 2, "accent")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.go_to_row(int(event.position().y() * self._view.lines.rows / max(1, self.height())))

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)


def _sampled(numbers: Iterable[int]) -> Iterator[int]:
    chosen = list(numbers)
    yield from chosen[:: max(1, len(chosen) // _MOST)]
