"""A key over runs, drawn: numbers as a line, words as coloured blocks, all else by where it changed."""

from __future__ import annotations

import html
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from flowdesk.gui.history.past import Past, Point, Shape
from flowdesk.gui.history.runs_plot import RunsPlot
from flowdesk.gui.inspector.axis import widened
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import current_theme
from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from flowdesk.store.rows import RunRow

_DOT, _RING, _BLOCK = 3.5, 7.0, 44.0
ROLES = ("accent", "success", "retry", "running", "skipped", "blocked", "cancelled", "failed")
"""Colours that are told apart beside each other."""


class HistoryPlot(RunsPlot):
    """Draws a `Past`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past: Past | None = None
        self._scale: tuple[float, float] | None = None
        self.setAccessibleName(tr("The value over the runs"))

    def show_past(self, past: Past | None, run_id: str) -> None:
        """Draw another key, or the same with another run ringed."""
        if past is not self.past:
            self.mark_point(None)
        self.past, self.shown_run = past, run_id
        self._scale = self._found_bounds()
        self.forget_place()

    @override
    def points(self) -> Sequence[Point]:
        return self.past.points if self.past else ()

    @override
    def run_at(self, index: int) -> RunRow:
        return self.points()[index].run

    @override
    def tip_at(self, index: int) -> str:
        return tip_of(self.points()[index])

    @override
    def bounds(self) -> tuple[float, float] | None:
        return self._scale

    def _found_bounds(self) -> tuple[float, float] | None:
        if self.past is None or self.past.shape is not Shape.NUMBERS:
            return None
        numbers = [point.number for point in self.points() if point.number is not None]
        there = [number for number in numbers if math.isfinite(number)]
        return widened(min(there), max(there)) if there else (0.0, 1.0)

    @override
    def place_of(self, index: int) -> QPointF:
        number = self.points()[index].number
        if self.past is None or self.past.shape is not Shape.NUMBERS or number is None:
            return super().place_of(index)
        return QPointF(self.x_of(index), self.y_of(number))

    @override
    def paint(self, painter: QPainter, place: QRectF) -> None:
        if self.bounds() is not None:
            self._paint_line(painter)
        else:
            self._paint_blocks(painter, place)
        self._paint_marks(painter, place)

    def _paint_line(self, painter: QPainter) -> None:
        theme, points = current_theme(), self.points()
        there = [index for index, point in enumerate(points) if point.number is not None]
        painter.setPen(QPen(theme.colour("accent"), 1.75))
        painter.drawPolyline(QPolygonF([self.place_of(index) for index in there]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for index in there:
            number = points[index].number
            is_finite = number is not None and math.isfinite(number)
            painter.setBrush(theme.colour("accent" if is_finite else "failed"))
            painter.drawEllipse(self.place_of(index), _DOT, _DOT)

    def _block(self, index: int, place: QRectF) -> QRectF:
        step, middle = self.step(place), self.place_of(index)
        height = min(_BLOCK, place.height())
        gap = 2.0 if step > 8 else 0.0  # noqa: PLR2004 - a gap between narrower ones would be all there is
        return QRectF(middle.x() - step / 2 + gap / 2, middle.y() - height / 2, step - gap, height)

    def _paint_blocks(self, painter: QPainter, place: QRectF) -> None:
        theme, points = current_theme(), self.points()
        kinds = list(dict.fromkeys(point.text for point in points if point.text is not None))
        is_words = self.past is not None and self.past.shape is Shape.WORDS
        for index, point in enumerate(points):
            if point.text is None:
                continue
            block = self._block(index, place)
            if is_words:
                role = ROLES[kinds.index(point.text) % len(ROLES)]
            else:
                role = "accent" if point.is_changed else "border_strong"
            colour = theme.colour(role)
            painter.setPen(QPen(colour, 1.25))
            colour.setAlphaF(0.22)
            painter.setBrush(colour)
            painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            self._paint_word(painter, block, point.text if is_words else "≠" if point.is_changed else "=")

    def _paint_word(self, painter: QPainter, block: QRectF, text: str) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(block.width() - 8))
        if shown not in ("", "…"):
            painter.setPen(current_theme().colour("text"))
            painter.drawText(block, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_marks(self, painter: QPainter, place: QRectF) -> None:
        """A cross where nothing was pushed, a ring round the run that is shown."""
        theme = current_theme()
        for index, point in enumerate(self.points()):
            at = self.place_of(index)
            if point.text is None:
                foot = QPointF(at.x(), place.bottom() - 5)
                painter.setPen(QPen(theme.colour("text_dim"), 1.25))
                painter.drawLine(foot + QPointF(-3, -3), foot + QPointF(3, 3))
                painter.drawLine(foot + QPointF(-3, 3), foot + QPointF(3, -3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if point.run.id == self.shown_run:
                painter.setPen(QPen(theme.colour("text"), 1.5))
                if point.number is not None:
                    painter.drawEllipse(at, _RING, _RING)
                elif point.text is not None:
                    painter.drawRoundedRect(self._block(index, place).adjusted(-1, -1, 1, 1), 5, 5)


def tip_of(point: Point) -> str:
    """What there is to say about a point, as rich text."""
    run = point.run
    head = tr("Run #{number}").format(number=run.number)
    state = tr(look_of(run.state).word).lower()
    lines = [f"<b>{head}</b>, {state}, {moment_text(run.started_at)}"]
    lines.append(html.escape(tr("not pushed") if point.text is None else point.text))
    return "<div>" + "<br>".join([*lines, *map(html.escape, point.told)]) + "</div>"
