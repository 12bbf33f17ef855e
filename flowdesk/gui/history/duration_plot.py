"""Times over runs as bars: of a task by its state, of whole runs by where the time went."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from flowdesk.gui.history.plot import ROLES
from flowdesk.gui.history.runs_plot import RunsPlot
from flowdesk.gui.history.time_scale import time_text
from flowdesk.gui.icons import draw_icon
from flowdesk.gui.language import plural, tr
from flowdesk.gui.override import override
from flowdesk.gui.state_look import Nuance, look_of
from flowdesk.gui.theme import current_theme
from flowdesk.gui.times import duration, moment_text
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.history.durations import Bar, Durations
    from flowdesk.store.rows import RunRow

_ICON, _LEAST_FOR_ICON = 12.0, 15.0
_HEADROOM = 1.12  # of the longest bar, for the icon above it
_WELL = (TaskState.SUCCESS, RunState.SUCCESS, Nuance.CACHED)
_REST = "line"  # the colour of all other tasks


class DurationPlot(RunsPlot):
    """Draws `Durations`."""

    widest = 44.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.durations: Durations | None = None
        self._most = 1.0
        self._median: float | None = None
        self.setAccessibleName(tr("How long it took over the runs"))

    def show_durations(self, durations: Durations | None, run_id: str) -> None:
        """Draw other times, or the same with another run marked as the shown one."""
        if durations is not self.durations:
            self.mark_point(None)
            self._most = (durations.most if durations else 0.0) or 1.0
            self._median = durations.median if durations else None
        self.durations, self.shown_run = durations, run_id
        self.forget_place()

    @override
    def points(self) -> Sequence[Bar]:
        return self.durations.bars if self.durations else ()

    @override
    def run_at(self, index: int) -> RunRow:
        return self.points()[index].run

    @override
    def tip_at(self, index: int) -> str:
        longest = self.durations.longest if self.durations else ()
        first, *rest = map(html.escape, words_of(self.points()[index], longest))
        return f"<div><b>{first}</b><br>{'<br>'.join(rest)}</div>"

    @override
    def bounds(self) -> tuple[float, float]:
        return 0.0, self._most * _HEADROOM

    @override
    def tick_text(self, number: float) -> str:
        return time_text(number, self._most)

    @override
    def paint(self, painter: QPainter, place: QRectF) -> None:
        step = self.step(place)
        for index, bar in enumerate(self.points()):
            middle = place.right() - (len(self.points()) - 1 - index) * step - step / 2
            width = min(26.0, max(1.5, step * 0.68))
            if bar.run.id == self.shown_run:
                band = QRectF(middle - step / 2, place.top(), step, place.height())
                painter.fillRect(band, current_theme().colour("accent_soft"))
            if bar.parts:
                self._paint_parts(painter, bar, QRectF(middle - width / 2, 0, width, place.bottom()), step)
            else:
                self._paint_bar(painter, bar, QRectF(middle - width / 2, 0, width, place.bottom()), step)
        self._paint_median(painter, place)

    def _paint_bar(self, painter: QPainter, bar: Bar, stretch: QRectF, step: float) -> None:
        if bar.shown is None:
            return
        look = look_of(bar.shown)
        top = (
            stretch.bottom()
            if bar.seconds is None
            else min(stretch.bottom() - 1.5, self._y(bar.seconds, stretch))
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour(look.role))
        painter.drawRoundedRect(QRectF(stretch.left(), top, stretch.width(), stretch.bottom() - top), 2, 2)
        self._paint_state(painter, bar, QPointF(stretch.center().x(), top), step)

    def _paint_state(self, painter: QPainter, bar: Bar, top: QPointF, step: float) -> None:
        """Draw the state's icon above a bar; where bars are narrow, only of those that did not go well."""
        if bar.shown is None or (step < _LEAST_FOR_ICON and bar.shown in _WELL):
            return
        look, size = look_of(bar.shown), min(_ICON, max(7.0, step))
        icon = QRectF(top.x() - size / 2, top.y() - size - 3, size, size)
        draw_icon(painter, look.icon, icon, current_theme().colour(look.role))

    def _paint_parts(self, painter: QPainter, bar: Bar, stretch: QRectF, step: float) -> None:
        """Draw the parts one on the other, and how long the run took as a line across."""
        theme, below = current_theme(), 0.0
        for place, seconds in enumerate(bar.parts):
            bottom, top = self._y(below, stretch), self._y(below + seconds, stretch)
            painter.fillRect(
                QRectF(stretch.left(), top, stretch.width(), bottom - top),
                theme.colour(part_role(place, bar)),
            )
            painter.fillRect(QRectF(stretch.left(), top, stretch.width(), 1), theme.colour("surface"))
            below += seconds
        if bar.seconds is not None:
            y = self._y(bar.seconds, stretch)
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawLine(QPointF(stretch.left() - 3, y), QPointF(stretch.right() + 3, y))
        top = self._y(max(below, bar.seconds or 0.0), stretch)
        self._paint_state(painter, bar, QPointF(stretch.center().x(), top), step)

    def _y(self, seconds: float, stretch: QRectF) -> float:
        place = self.place()
        return stretch.bottom() - seconds / (self._most * _HEADROOM) * place.height()

    def _paint_median(self, painter: QPainter, place: QRectF) -> None:
        if self._median is None or self.durations is None or self.durations.longest:
            return
        theme, y = current_theme(), self._y(self._median, place)
        painter.setPen(QPen(theme.colour("text_dim"), 1.25, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))


def part_role(place: int, bar: Bar) -> str:
    """The colour of a part: all others, the last one, are grey."""
    return _REST if place == len(bar.parts) - 1 else ROLES[place % len(ROLES)]


def words_of(bar: Bar, longest: Sequence[str]) -> list[str]:
    """What there is to say about a bar, the run first."""
    words = [tr("Run #{number}").format(number=bar.run.number)]
    words.append(tr("not in this run") if bar.shown is None else tr(look_of(bar.shown).word))
    if bar.seconds is not None:
        words.append(duration(bar.seconds))
    if bar.tries > 1:
        words.append(plural("{n} try", "{n} tries", bar.tries))
    words += filter(None, [bar.reason])
    names = (*longest, tr("all other tasks"))
    words += [f"{name}: {duration(part)}" for name, part in zip(names, bar.parts, strict=False) if part > 0]
    return [*words, moment_text(bar.run.started_at)]
