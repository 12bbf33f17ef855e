"""The text of a log: a million lines, of which only those in sight are read and painted.

A `QPlainTextEdit` was refused: it holds every line three times over, lays all of them out, and takes
seconds to fill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.language import tr
from flowdesk.gui.log.log_lines import LogLines, Sieve
from flowdesk.gui.log.new_lines import NewLinesButton
from flowdesk.gui.log.overview import WIDTH, Overview
from flowdesk.gui.log.row_layouts import RowLayouts
from flowdesk.gui.log.row_painter import GAP, RowPainter, Seen
from flowdesk.gui.log.scrolling import Scrolling, Top
from flowdesk.gui.log.search import LogSearch
from flowdesk.gui.log.selection import Selection
from flowdesk.gui.override import override
from flowdesk.gui.theme import theme_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flowdesk.gui.log.growth import Growth
    from flowdesk.gui.log.selection import Place


class LogArea(QAbstractScrollArea):
    """Shows `lines`, follows their end unless one scrolled up; says `hint` where there are none."""

    moved = Signal()
    """Other lines are in sight, or the caret is elsewhere."""

    def __init__(self, parent: QWidget | None = None, *, heading: Callable[[int], str] = str) -> None:
        super().__init__(parent)
        self.hint = ""
        self.is_wrapped = False
        self.follows = True
        self.lines = LogLines(heading)
        self.search = LogSearch(self.lines, self)
        self.selection = Selection()
        self.setFont(mono_font())
        self.layouts = RowLayouts(self.lines, self.font())
        self.painter = RowPainter(self.lines, self.layouts, self.selection, self.search)
        self.scrolling = Scrolling(lambda: self.lines.rows, self._count)
        self.overview = Overview(self)
        self.new_lines = NewLinesButton(self)
        self._widest = 0.0
        self._is_placing = False
        self.setAccessibleName(tr("Log"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_vertical_scroll_bar_value_changed)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.search.changed.connect(self._on_search_changed)
        self.new_lines.clicked.connect(self.go_to_end)
        theme_changes().theme_changed.connect(self._on_theme_changed)

    def reset(self) -> None:
        """Begin anew, empty."""
        self.lines.reset()
        self.layouts.forget()
        self.selection.choose((0, 0), (0, 0))
        self.painter.hit = None
        self.painter.gutter.has_marks = False
        self.follows, self._widest = True, 0.0
        self.scrolling.top = Top()
        self.search.restart()
        self.refresh()

    def grow(self, growth: Growth, *, headed: bool = False) -> None:
        """Add lines; the reader's selection and place stay."""
        before = self.lines.rows
        if before:
            self.layouts.forget(self.lines.line_of(before - 1))
        if growth.kept < self.lines.lines and len(self.lines.parts) == 1:
            self.layouts.forget()
        self.lines.take(growth, headed=headed)
        self.painter.gutter.has_marks = self.lines.has_marks
        self.search.go_on()
        if not self.follows:
            self.new_lines.add(self.lines.rows - before)
        self.refresh()

    def sift(self, sieve: Sieve) -> None:
        """See only what this lets through; the line at the top stays where it is seen."""
        top = self.lines.line_of(self.scrolling.top.row) if self.lines.rows else 0
        self.lines.sift(sieve)
        self.scrolling.top = Top(self.lines.row_of(top))
        self.search.restart()
        self.refresh()

    def show_times(self, *, shown: bool) -> None:
        """Whether the gutter says when each line was printed."""
        self.painter.gutter.has_times = shown
        self.refresh()

    def set_wrapped(self, *, wrapped: bool) -> None:
        """Whether long lines go on in the next row."""
        self.is_wrapped = wrapped
        self.horizontalScrollBar().setValue(0)
        self.refresh()

    def go_to_end(self) -> None:
        """Show the last line and follow it from now on."""
        self.follows = True
        self.refresh()

    def go_to_row(self, row: int, place: int = 0) -> None:
        """Put the caret into a row, and have it in sight."""
        if 0 <= row < self.lines.rows:
            self.move_caret((self.lines.line_of(row), place), middle=True)

    def move_caret(self, place: Place, *, keep: bool = False, middle: bool = False) -> None:
        """Put the caret somewhere in sight; with `keep` it is selected up to there."""
        self.selection.go(place, keep=keep)
        row = self.lines.row_of(place[0])
        self.scrolling.reveal(row, middle=middle)
        self.follows = self.scrolling.is_at_end and row >= self.lines.rows - 1
        self.refresh()
        self._reveal_across(place)
        self.setAccessibleDescription(self.lines.line(place[0]).text if self.lines.lines else "")

    def select(self, anchor: Place, caret: Place) -> None:
        """Select from one place to another."""
        self.selection.choose(anchor, caret)
        self.viewport().update()
        self.moved.emit()

    def select_all(self) -> None:
        """Select every line that is seen."""
        if self.lines.rows:
            last = self.lines.line_of(self.lines.rows - 1)
            self.select((self.lines.line_of(0), 0), (last, len(self.lines.line(last).text)))

    def seen(self) -> Iterator[Seen]:
        """The rows in sight, from the top."""
        row, height = self.scrolling.top.row, self.layouts.height
        y = float(-self.scrolling.top.skipped * height)
        while row < self.lines.rows and y < self.viewport().height():
            number = self.lines.line_of(row)
            size = self.layouts.row(number).screen_rows * height
            yield Seen(row, number, y, size)
            y += size
            row += 1

    def place_at(self, point: QPoint) -> Place:
        """The place in the text that is nearest to a point of the viewport."""
        x = point.x() - self._gutter - GAP + self.horizontalScrollBar().value()
        found: Seen | None = None
        for one in self.seen():
            if found is None or one.top <= point.y():
                found = one
        if found is None:
            return 0, 0
        row = self.layouts.row(found.number)
        return found.number, row.place_at(x, int((point.y() - found.top) // self.layouts.height))

    def refresh(self) -> None:
        """Show what is there now."""
        self.layouts.set_wrap(max(200.0, self._text_width) if self.is_wrapped else 0.0)
        self.scrolling.page = max(1, self.viewport().height() // self.layouts.height)
        self.scrolling.go(self.scrolling.end if self.follows else self.scrolling.top)
        if self.follows:
            self.new_lines.clear()
        self._place_bars()
        self.viewport().update()
        self.overview.update()
        self.moved.emit()

    @property
    def has_marks(self) -> bool:
        """Whether a line of standard error, or of flowdesk's own, is among them."""
        return self.lines.has_marks

    @property
    def _gutter(self) -> int:
        return self.painter.gutter.width(QFontMetrics(self.font()))

    @property
    def _text_width(self) -> float:
        return self.viewport().width() - self._gutter - 2 * GAP

    def _count(self, row: int) -> int:
        return self.layouts.row(self.lines.line_of(row)).screen_rows if self.is_wrapped else 1

    def _place_bars(self) -> None:
        self._is_placing = True
        if not self.is_wrapped:
            self._widest = max([self._widest, *(self.layouts.row(one.number).width for one in self.seen())])
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, 0 if self.is_wrapped else max(0, round(self._widest - self._text_width)))
        across.setPageStep(max(1, round(self._text_width)))
        across.setSingleStep(round(4 * self.layouts.character))
        end = self.scrolling.end
        down.setRange(0, end.row + bool(end.skipped))
        down.setPageStep(self.scrolling.page)
        at_end = self.scrolling.top >= end
        down.setValue(down.maximum() if at_end else min(self.scrolling.top.row, down.maximum()))
        self._is_placing = False

    def _reveal_across(self, place: Place) -> None:
        if self.is_wrapped or not self.lines.lines:
            return
        x, _ = self.layouts.row(place[0]).x_of(place[1])
        bar = self.horizontalScrollBar()
        if not bar.value() <= x <= bar.value() + self._text_width:
            bar.setValue(round(max(0.0, x - self._text_width / 2)) if x > self._text_width else 0)

    def scroll_rows(self, rows: int) -> None:
        """Go down by so many rows of the screen, or up."""
        self.scrolling.move(rows)
        self.follows = self.scrolling.is_at_end
        self.refresh()

    def _on_vertical_scroll_bar_value_changed(self, value: int) -> None:
        if not self._is_placing:
            is_end = value >= self.verticalScrollBar().maximum()
            self.scrolling.go(self.scrolling.end if is_end else Top(value))
            self.follows = is_end
            self.refresh()

    def _on_search_changed(self) -> None:
        self.viewport().update()
        self.overview.update()

    def _on_theme_changed(self) -> None:
        self.layouts.forget()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setViewportMargins(0, 0, WIDTH, 0)
        inside = self.viewport().geometry()
        self.overview.setGeometry(inside.right() + 1, inside.top(), WIDTH, inside.height())
        self.new_lines.place(inside)
        self.refresh()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = QRectF(self.viewport().rect())
        if not self.lines.rows:
            painter.setFont(QApplication.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(16, 8, -16, -8), flags, self.hint)
            return
        painter.setFont(self.font())
        scrolled = self.horizontalScrollBar().value()
        self.painter.paint(painter, self.seen(), area, scrolled=scrolled)
        if self.hasFocus():
            self.painter.paint_caret(painter, self.seen(), scrolled=scrolled)
