"""Paints a chart: what lies behind its lines, the lines that are seen, the critical path, and the names."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from flowdesk.gui.gantt.axis_painting import paint_grid, paint_moment, paint_now, paint_pauses
from flowdesk.gui.gantt.bar_painting import BarPainter
from flowdesk.gui.gantt.geometry import AXIS, LINE
from flowdesk.gui.gantt.lines import LineKind
from flowdesk.gui.gantt.name_painting import paint_names
from flowdesk.gui.theme import current_theme
from flowdesk.plan.instances import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from flowdesk.gui.gantt.chart_run import ChartRun
    from flowdesk.gui.gantt.geometry import Geometry
    from flowdesk.gui.gantt.lines import ChartLine


class Seen(NamedTuple):
    """What is to be seen: `selected` is the name of a line, `moment` a time, if it is not now."""

    run: ChartRun
    lines: Sequence[ChartLine]
    selected: str
    moment: float | None
    is_live: bool
    shows_path: bool


class ChartPainter:
    """Paints what is `seen` where `geometry` says."""

    def __init__(self, painter: QPainter, geometry: Geometry, seen: Seen) -> None:
        self._painter = painter
        self._geometry = geometry
        self._seen = seen
        self._path = frozenset(seen.run.path.tasks) if seen.shows_path else frozenset()
        self._bars = BarPainter(painter, geometry, seen.run.end, moment=seen.moment, is_live=seen.is_live)

    def paint(self) -> None:
        """Paint all of it, from the back to the front."""
        painter, geometry, seen = self._painter, self._geometry, self._seen
        painter.fillRect(QRectF(0, 0, geometry.width, geometry.height), current_theme().colour("surface"))
        paint_grid(painter, geometry)
        paint_pauses(painter, geometry, seen.run.spans.pauses)
        painter.save()
        painter.setClipRect(QRectF(geometry.names, AXIS, geometry.width, geometry.height))
        for index in geometry.seen(len(seen.lines)):
            self._paint_line(seen.lines[index], geometry.y(index))
        self._paint_links()
        if seen.is_live:
            paint_now(painter, geometry)
        painter.restore()
        if seen.moment is not None:
            paint_moment(painter, geometry, seen.moment)
        paint_names(painter, geometry, seen.lines, selected=seen.selected, strong=self._path)

    def _paint_line(self, line: ChartLine, y: float) -> None:
        rows = self._seen.run.spans.rows
        if line.name == self._seen.selected:
            band = QRectF(0, y, self._geometry.width, LINE)
            self._painter.fillRect(band, current_theme().colour("accent_soft"))
        if line.kind is LineKind.GROUP:
            self._bars.paint_group([rows[task] for task in line.tasks if task in rows], y)
        elif line.name in rows:
            self._bars.paint(rows[line.name], y, is_critical=line.name in self._path)
            self._paint_more(line, y)

    def _paint_more(self, line: ChartLine, y: float) -> None:
        """What was made of a mapped task, while it is folded; the slack of what is selected."""
        run = self._seen.run
        rows = run.spans.rows
        if line.is_open is False:
            names = (name_of(line.name, index) for index in range(run.spans.made.get(line.name, 0)))
            self._bars.paint_made([rows[name] for name in names if name in rows], y)
        if line.name == self._seen.selected and self._seen.shows_path:
            self._bars.paint_slack(rows[line.name], y, run.path.slack.get(line.name, 0.0))

    def _paint_links(self) -> None:
        if not self._path:
            return
        rows = self._seen.run.spans.rows
        places = {line.name: index for index, line in enumerate(self._seen.lines)}
        chain = [task for task in self._seen.run.path.tasks if task in places]
        for before, after in itertools.pairwise(chain):
            y, below = (self._geometry.y(places[task]) for task in (before, after))
            if max(y, below) > 0 and min(y, below) < self._geometry.height:
                self._bars.paint_link(rows[before], rows[after], y, below)
