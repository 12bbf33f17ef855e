"""Paints the rows of a log that are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QTextCharFormat

from flowdesk.gui.log.gutter import Beside, Gutter
from flowdesk.gui.log.levels import Level
from flowdesk.gui.log.row_layouts import part_of
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextLayout

    from flowdesk.gui.log.log_lines import LogLines
    from flowdesk.gui.log.row_layouts import Row, RowLayouts
    from flowdesk.gui.log.search import LogSearch
    from flowdesk.gui.log.selection import Selection

CARET = 1.5


class Seen(NamedTuple):
    """A row in sight: its number among those that are seen, its line's number, and where it is painted."""

    row: int
    number: int
    top: float
    height: float


class RowPainter:
    """Paints what `layouts` lay out; `hit` is the place in the search's lines that was gone to."""

    def __init__(self, lines: LogLines, layouts: RowLayouts, selection: Selection, search: LogSearch) -> None:
        self.gutter = Gutter()
        self.hit: tuple[int, int] | None = None
        """The line, and which of the finds in it, that was gone to."""
        self._lines = lines
        self._layouts = layouts
        self._selection = selection
        self._search = search

    def paint(self, painter: QPainter, seen: Iterator[Seen], area: QRectF, *, scrolled: int) -> None:
        """Paint rows into `area`, whose text is moved to the left by `scrolled` pixels."""
        theme = current_theme()
        gutter = self.gutter.width(painter.fontMetrics())
        ground = QRectF(area.left(), area.top(), gutter, area.height())
        painter.fillRect(ground, theme.colour("window"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(ground.topRight(), ground.bottomRight())
        before: int | None = None
        for one in seen:
            row = self._layouts.row(one.number)
            begins = before is None or self._lines.line(before).stream != row.line.stream
            self._paint_text(
                painter, one, row, QRectF(gutter, one.top, area.width() - gutter, one.height), scrolled
            )
            beside = Beside(row.line, begins, bool(self._search.is_on and self._search.count_of(one.number)))
            rect = QRectF(area.left(), one.top, gutter, one.height)
            self.gutter.paint_bars(painter, rect, beside)
            rect.setHeight(self._layouts.height)
            self.gutter.paint(painter, rect, beside)
            before = one.number

    def paint_caret(self, painter: QPainter, seen: Iterator[Seen], *, scrolled: int) -> None:
        """Paint where the keys are."""
        number, place = self._selection.caret
        gutter, height = self.gutter.width(painter.fontMetrics()), self._layouts.height
        for one in seen:
            if one.number == number:
                x, line = self._layouts.row(number).x_of(place)
                rect = QRectF(gutter + GAP + x - scrolled, one.top + line * height, CARET, height)
                if x >= scrolled:
                    painter.fillRect(rect, current_theme().colour("text"))

    def _paint_text(self, painter: QPainter, one: Seen, row: Row, rect: QRectF, scrolled: int) -> None:
        theme = current_theme()
        painter.save()
        painter.setClipRect(rect)
        if row.line.level is Level.ERROR:
            painter.fillRect(rect, theme.colour("failed_soft"))
        elif row.line.is_heading:
            painter.fillRect(rect, theme.colour("raised"))
        painter.setPen(theme.colour("text"))
        row.layout.draw(
            painter, QPointF(rect.left() + GAP - scrolled, rect.top()), list(self._marked(one, row))
        )
        painter.restore()

    def _marked(self, one: Seen, row: Row) -> Iterator[QTextLayout.FormatRange]:
        """What stands out: the finds of the search, and above them what is selected."""
        theme, text = current_theme(), row.line.text
        if self._search.is_on and self._search.count_of(one.number):
            for place, (start, end) in enumerate(self._search.matcher.find(text)):
                is_hit = self.hit == (one.number, place)
                yield part_of(
                    text, start, end, _on(theme.colour("accent" if is_hit else "accent_soft"), is_hit)
                )
        if chosen := self._selection.within(one.number, len(text)):
            form = QTextCharFormat()
            form.setBackground(theme.colour("accent_soft"))
            form.setForeground(theme.colour("text"))
            yield part_of(text, chosen[0], min(chosen[1], len(text)), form)


GAP = 6
"""Pixels between the gutter and the text."""


def _on(ground: QColor, is_hit: bool) -> QTextCharFormat:  # noqa: FBT001 - one of two looks
    form = QTextCharFormat()
    form.setBackground(ground)
    form.setForeground(current_theme().colour("on_accent" if is_hit else "text"))
    if not is_hit:
        form.setFontUnderline(True)
        form.setUnderlineColor(current_theme().colour("accent"))
    return form
