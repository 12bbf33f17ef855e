"""Draws the grid: cells, the runs above them, the names beside them. What is there and where, it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from flowdesk.gui.grid.geometry import AIR, BARS, COLUMN, HEAD, MARK, NUMBER
from flowdesk.gui.grid.glyphs import SIZE, Glyphs
from flowdesk.gui.grid.labels import shortened
from flowdesk.gui.history.time_scale import time_text
from flowdesk.gui.icons import Icon, draw_icon
from flowdesk.gui.models.runs import length_of
from flowdesk.gui.state_look import look_of, shown_of_row
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from flowdesk.gui.grid.cells import CellView, GridCells
    from flowdesk.gui.grid.geometry import Geometry
    from flowdesk.gui.grid.tree import Row
    from flowdesk.store.rows import RunRow

INDENT = 14
CHEVRON = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: `current` and `hovered` are (row, column), -1 for none; `picked` are ids of runs."""

    place: Geometry
    runs: Sequence[RunRow]
    rows: Sequence[Row]
    cells: GridCells
    folded: Collection[str] = ()
    run: str = ""
    task: str = ""
    picked: Collection[str] = ()
    current: tuple[int, int] = (-1, -1)
    hovered: tuple[int, int] = (-1, -1)
    has_focus: bool = False
    most: float = 1.0  # seconds that a run's bar is measured by


def draw(painter: QPainter, what: Picture) -> None:
    """Draw all of it."""
    place = what.place
    painter.fillRect(0, 0, place.width, place.height, current_theme().colour("surface"))
    painter.setClipRect(place.names, HEAD, place.width - place.names, place.height - HEAD)
    _draw_bands(painter, what)
    _draw_cells(painter, what)
    _draw_current(painter, what)
    painter.setClipRect(place.names, 0, place.width - place.names, HEAD)
    _draw_runs(painter, what)
    painter.setClipRect(0, HEAD, place.names, place.height - HEAD)
    _draw_names(painter, what)
    painter.setClipping(False)
    _draw_frame(painter, what)


def _draw_bands(painter: QPainter, what: Picture) -> None:
    """Draw what lies behind cells: groups, the run and the task that are shown, what the pointer is at."""
    place, theme = what.place, current_theme()
    for number in place.seen_rows:
        band = QRectF(place.names, place.top(number), place.width, place.row)
        if what.rows[number].id == what.task:
            painter.fillRect(band, theme.colour("accent_soft"))
        elif number == what.hovered[0]:
            painter.fillRect(band, theme.colour("raised"))
        elif what.rows[number].is_group:
            painter.fillRect(band, theme.colour("window"))
    for column in place.seen_columns:
        band = QRectF(place.left(column), HEAD, COLUMN, place.height)
        if what.runs[column].id == what.run:
            painter.fillRect(band, theme.colour("accent_soft"))
        elif column == what.hovered[1]:
            painter.fillRect(band, theme.colour("raised"))


def _draw_cells(painter: QPainter, what: Picture) -> None:
    place, cells = what.place, what.cells
    glyphs = Glyphs(painter.device().devicePixelRatioF())
    dx, dy = (COLUMN - SIZE) // 2, (place.row - SIZE) // 2
    rows = [what.rows[number] for number in place.seen_rows]
    tops = [place.top(number) + dy for number in place.seen_rows]
    for column in place.seen_columns:
        number, x = what.runs[column].number, place.left(column) + dx
        if not cells.knows(number):
            _draw_unknown(painter, x, tops)
            continue
        found = cells.column(number, rows)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # a third of the time for the same
        for cell, y in zip(found, tops, strict=True):
            if cell is not None:
                painter.drawPixmap(x, y, glyphs[cell.shown])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, y in zip(found, tops, strict=True):
            if cell is not None and cell.is_marked:
                _draw_marks(painter, cell, QRectF(x, y, SIZE, SIZE), glyphs)


def _draw_marks(painter: QPainter, cell: CellView, spot: QRectF, glyphs: Glyphs) -> None:
    """Draw what there is to say about a cell beside its state."""
    if cell.counts and len(cell.counts) > 1:
        glyphs.draw_shares(painter, QRectF(spot.left(), spot.bottom() - 2, SIZE, 3), cell.counts)
    if cell.tries > 1:
        glyphs.draw_tries(painter, spot)
    if cell.is_edited:
        glyphs.draw_edited(painter, spot)


def _draw_unknown(painter: QPainter, x: int, tops: Sequence[int]) -> None:
    painter.setPen(QPen(current_theme().colour("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for y in tops:
        painter.drawRoundedRect(QRectF(x + 4.5, y + 4.5, SIZE - 9, SIZE - 9), 3, 3)


def _draw_current(painter: QPainter, what: Picture) -> None:
    row, column = what.current
    if row < 0 or column < 0:
        return
    role = "accent" if what.has_focus else "border_strong"
    painter.setPen(QPen(current_theme().colour(role), 2 if what.has_focus else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(what.place.cell(row, column).adjusted(1, 1, -1, -1), 5, 5)


def _draw_runs(painter: QPainter, what: Picture) -> None:
    place, theme = what.place, current_theme()
    foot = AIR + BARS
    painter.setPen(QPen(theme.colour("border"), 1, Qt.PenStyle.DotLine))
    for y in (AIR, AIR + BARS / 2):
        painter.drawLine(QPointF(place.names, y), QPointF(place.width, y))
    for column in place.seen_columns:
        run, left = what.runs[column], place.left(column)
        look = look_of(shown_of_row(run))
        if run.id == what.run or column == what.hovered[1]:
            role = "accent_soft" if run.id == what.run else "raised"
            painter.fillRect(QRectF(left, 0, COLUMN, HEAD), theme.colour(role))
        height = max(2.0, BARS * min(1.0, max(0.0, length_of(run)) / what.most))
        bar = QRectF(left + 5, foot - height, COLUMN - 10, height)
        painter.fillRect(bar, theme.colour(look.role))
        if run.id in what.picked:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 1.5, 2, COLUMN - 3, HEAD - 4), 5, 5)
        icon = QRectF(left + (COLUMN - 12) / 2, foot + (MARK - 12) / 2 + 1, 12, 12)
        draw_icon(painter, look.icon, icon, theme.colour(look.role))
    _draw_numbers(painter, what)


def _draw_numbers(painter: QPainter, what: Picture) -> None:
    """As many numbers as there is room for, from the newest back; that of the shown run in any case."""
    place, theme, metrics = what.place, current_theme(), painter.fontMetrics()
    shown = next((column for column in place.seen_columns if what.runs[column].id == what.run), None)
    taken: list[tuple[float, float]] = []
    columns = [*([shown] if shown is not None else []), *reversed(place.seen_columns)]
    for column in columns:
        text = f"#{what.runs[column].number}"
        half = metrics.horizontalAdvance(text) / 2
        middle = place.left(column) + COLUMN / 2
        begin, end = middle - half - 4, middle + half + 4
        if begin < place.names - 2 * COLUMN or any(begin < right and left < end for left, right in taken):
            continue
        taken.append((begin, end))
        painter.setPen(theme.colour("text" if column == shown else "text_dim"))
        spot = QRectF(middle - half - 1, AIR + BARS + MARK, 2 * half + 2, NUMBER)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)


def _draw_names(painter: QPainter, what: Picture) -> None:
    place, theme = what.place, current_theme()
    strong = painter.font()
    plain = painter.font()
    strong.setWeight(strong.Weight.DemiBold)
    for number in place.seen_rows:
        row = what.rows[number]
        band = QRectF(0, place.top(number), place.names, place.row)
        if row.id == what.task:
            painter.fillRect(band, theme.colour("accent_soft"))
        elif number == what.hovered[0]:
            painter.fillRect(band, theme.colour("raised"))
        elif row.is_group:
            painter.fillRect(band, theme.colour("window"))
        x = 10 + row.depth * INDENT
        if row.is_group:
            _draw_chevron(painter, QPointF(x + 4, band.center().y()), is_folded=row.id in what.folded)
        x += CHEVRON + 2
        painter.setFont(strong if row.is_group else plain)
        painter.setPen(theme.colour("text"))
        spot = QRectF(x, band.top(), place.names - x - 6, place.row)
        metrics, mapped = QFontMetrics(painter.font()), " []" if row.is_mapped else ""
        room = int(spot.width()) - metrics.horizontalAdvance(mapped)
        text = shortened(row.label, row.alike, metrics, room) + mapped
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.setFont(plain)


def _draw_chevron(painter: QPainter, middle: QPointF, *, is_folded: bool) -> None:
    painter.setPen(QPen(current_theme().colour("text_dim"), 1.5))
    ends = ((-2, -4), (2, 0), (-2, 4)) if is_folded else ((-4, -2), (0, 2), (4, -2))
    painter.drawPolyline([middle + QPointF(x, y) for x, y in ends])


def _draw_frame(painter: QPainter, what: Picture) -> None:
    """Draw the lines beside and below what is frozen, and in the corner what the bars are measured by."""
    place, theme = what.place, current_theme()
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.drawLine(0, HEAD - 1, place.width, HEAD - 1)
    painter.drawLine(place.names - 1, 0, place.names - 1, place.height)
    if not what.runs:
        return
    painter.setPen(theme.colour("text_dim"))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for y, seconds in ((AIR, what.most), (AIR + BARS / 2, what.most / 2)):
        painter.drawText(QRectF(10, y - 9, place.names - 18, 18), right, time_text(seconds, what.most))
    draw_icon(painter, Icon.CLOCK, QRectF(10, AIR - 2, 14, 14), theme.colour("text_dim"))


def longest(runs: Sequence[RunRow]) -> float:
    """Seconds that the longest run took, which the bars are measured by."""
    return max((length_of(run) for run in runs), default=0.0) or 1.0
