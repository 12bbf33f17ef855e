"""Lines laid out to be painted: their text with its colours, broken where it is to be wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from flowdesk.gui.log.code_places import code_places
from flowdesk.gui.log.ink_style import PLAIN
from flowdesk.gui.log.matcher import characters, units
from flowdesk.gui.log.terminal_colours import format_of
from flowdesk.gui.theme import current_theme
from flowdesk.store.log_line import ERR, NOTE

if TYPE_CHECKING:
    from flowdesk.gui.log.code_places import CodePlace
    from flowdesk.gui.log.log_lines import LogLines
    from flowdesk.gui.log.log_part import LogLine

ROLES = {ERR: "retry", NOTE: "text_dim"}
"""The colours of the streams; what a task prints to standard output has the text's own."""

TAB = 8  # characters
_KEPT = 600
_ENDLESS = 1e7


class Row(NamedTuple):
    """A line that is laid out in so many `screen_rows`; `width` is what its longest one takes."""

    line: LogLine
    layout: QTextLayout
    screen_rows: int
    width: float
    links: list[CodePlace]

    def place_at(self, x: float, screen_row: int) -> int:
        """The character at a place of the row."""
        at = self.layout.lineAt(min(max(screen_row, 0), self.screen_rows - 1))
        return characters(self.line.text, at.xToCursor(x))

    def x_of(self, place: int) -> tuple[float, int]:
        """Where a character stands, and in which row of the screen."""
        unit = units(self.line.text, place)
        at = self.layout.lineForTextPosition(unit)
        if not at.isValid():
            return 0.0, 0
        x, _ = cast("tuple[float, int]", at.cursorToX(unit))
        return x, at.lineNumber()


class RowLayouts:
    """Lays out the lines of a log in a font; `wrap` is the width to break them at, 0 for none."""

    def __init__(self, lines: LogLines, font: QFont) -> None:
        self._lines = lines
        self._rows: dict[int, Row] = {}
        self.wrap = 0.0
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Use another font."""
        self.font = font
        metrics = QFontMetricsF(font)
        self.height = round(metrics.height() * 1.1)
        self.character = metrics.horizontalAdvance("0")
        self.forget()

    def set_wrap(self, width: float) -> None:
        """Break lines at this width, in pixels."""
        if width != self.wrap:
            self.wrap = width
            self.forget()

    def forget(self, number: int | None = None) -> None:
        """Lay out one line, or all, anew."""
        if number is None:
            self._rows.clear()
        else:
            self._rows.pop(number, None)

    def row(self, number: int) -> Row:
        """A line laid out."""
        found = self._rows.get(number)
        if found is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            found = self._rows[number] = self._lay_out(self._lines.line(number))
        return found

    def _lay_out(self, line: LogLine) -> Row:
        layout, links = QTextLayout(line.text, self.font), code_places(line.text)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTabStopDistance(TAB * self.character)
        wrapped = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wrapped if self.wrap else QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(_formats(line, links))
        layout.beginLayout()
        count, width = 0, 0.0
        while (one := layout.createLine()).isValid():
            one.setLineWidth(self.wrap or _ENDLESS)
            one.setPosition(QPointF(0, count * self.height + (self.height - one.height()) / 2))
            width = max(width, one.naturalTextWidth())
            count += 1
        layout.endLayout()
        return Row(line, layout, max(count, 1), width, links)


def _formats(line: LogLine, links: list[CodePlace]) -> list[QTextLayout.FormatRange]:
    theme, text = current_theme(), line.text
    role = ROLES.get(line.stream, "text")
    own = format_of(PLAIN._replace(bold=line.is_heading), theme, "text" if line.is_heading else role)
    made = [part_of(text, 0, len(text), own)]
    made += [part_of(text, span.start, span.end, format_of(span.style, theme, role)) for span in line.spans]
    linked = QTextCharFormat()
    linked.setFontUnderline(True)
    made += [part_of(text, link.start, link.end, linked) for link in links]
    return made


def part_of(text: str, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """A part of a text, in characters, and its looks."""
    made = QTextLayout.FormatRange()
    made.start = units(text, start)
    made.length = units(text, end) - made.start
    made.format = form
    return made
