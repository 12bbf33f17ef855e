"""The text itself: read-only, coloured, problems underlined in waves, the selected task's lines on a band.

Edits are made in the user's own editor; what is saved there replaces only the lines that differ, so the
caret, the view and the colours of all else stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.source.difference import difference
from flowdesk.gui.source.highlighter import Highlighter
from flowdesk.gui.source.margin import Margin
from flowdesk.gui.source.positions import showable, stretch_of, units
from flowdesk.gui.source.problem_tip import tip_of
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.gui.weight_look import by_weight, look_of_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.errors import Place, Problem

MOST_MARKED = 1000
"""So many problems are underlined; Qt looks at each of them for every line that it draws."""


class SourceText(QPlainTextEdit):
    """Shows one file's text and what is wrong with it."""

    line_chosen = Signal(int)
    """The line (from 1) to which the user, and nobody else, moved the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems: list[Problem] = []
        self.band = range(0)
        self._line = 0
        self._is_led = False
        self._highlighter = Highlighter(self.document())
        self._colouring = QTimer(self)  # no colour may change while it is painted
        self._colouring.setSingleShot(True)
        self._colouring.timeout.connect(self._highlighter.go_on)
        self.setReadOnly(True)
        self.setFont(mono_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Source"))
        self.margin = Margin(self)
        self.margin.width_changed.connect(self._make_room)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        theme_changes().theme_changed.connect(self._underline)
        self._make_room()

    def show_text(self, text: str, *, is_toml: bool, is_another: bool) -> None:
        """Show this text, as another state of what is shown already or as another file."""
        self._is_led = True
        if is_another:
            self._highlighter.begin(is_toml=is_toml)
            self.setPlainText(showable(text))
        else:
            self._replace(showable(text).replace("\r\n", "\n"))
        self._is_led = False

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Underline these problems, which are all of this file, and mark their lines."""
        self.problems = by_weight(problems)
        self.margin.mark(self.problems)
        self._underline()

    def show_band(self, lines: range, *, reveal: bool = True) -> None:
        """Bring these lines (from 1) out, and into view; none if it is empty."""
        if lines == self.band:
            return
        self.band = lines
        self.viewport().update()
        if lines and reveal and self.textCursor().blockNumber() + 1 not in lines:
            self._lead_to(self._start_of(lines.start))

    def go_to(self, place: Place) -> None:
        """Put the caret at the beginning of `place` and bring it into view."""
        cursor = stretch_of(self.document(), place)
        cursor.setPosition(cursor.selectionStart())
        self._lead_to(cursor)

    def go_to_line(self, line: int, *, centred: bool = True) -> None:
        """Put the caret at the beginning of a line (from 1), as the user does."""
        self.setTextCursor(self._start_of(line))
        if centred:
            self.centerCursor()

    def problems_at(self, at: QPoint) -> list[Problem]:
        """The problems whose underlined stretch lies at `at`, in pixels of the viewport."""
        cursor = self.cursorForPosition(at)
        if abs(self.cursorRect(cursor).center().x() - at.x()) > 2 * self.fontMetrics().averageCharWidth():
            return []
        position = cursor.position()
        stretches = ((problem, stretch_of(self.document(), problem.place)) for problem in self.problems)
        return [p for p, here in stretches if here.selectionStart() <= position <= here.selectionEnd()]

    def _start_of(self, line: int) -> QTextCursor:
        return QTextCursor(self.document().findBlockByNumber(min(line, self.blockCount()) - 1))

    def _lead_to(self, cursor: QTextCursor) -> None:
        """Move the caret without telling that the user did, and without taking the focus."""
        self._is_led = True
        self.setTextCursor(cursor)
        self._is_led = False
        if (
            not self.viewport()
            .rect()
            .adjusted(0, 0, 0, -self.fontMetrics().height())
            .contains(self.cursorRect())
        ):
            self.centerCursor()
        self.ensureCursorVisible()

    def _replace(self, text: str) -> None:
        old = self.toPlainText()
        start, end, instead = difference(old, text)
        if (start, end, instead) != (len(old), len(old), ""):
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(old[:start]))
            cursor.setPosition(units(old[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(instead)

    def _underline(self) -> None:
        selections = []
        # The heaviest last: it is drawn over the others.
        for problem in reversed(self.problems[:MOST_MARKED]):
            selection = QTextEdit.ExtraSelection()
            made = QTextCharFormat()
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            made.setUnderlineColor(current_theme().colour(look_of_weight(problem.severity).role))
            selection.format = made
            selection.cursor = stretch_of(self.document(), problem.place)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _make_room(self) -> None:
        self.setViewportMargins(self.margin.wanted_width(), 0, 0, 0)
        inside = self.contentsRect()
        inside.setWidth(self.margin.wanted_width())
        self.margin.setGeometry(inside)

    def lines_on_show(self) -> list[tuple[int, QRectF]]:
        """The lines that can be seen, with where they lie in the viewport."""
        found, block = [], self.firstVisibleBlock()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > self.viewport().height():
                break
            found.append((block.blockNumber() + 1, rect))
            block = block.next()
        return found

    def _on_cursor_position_changed(self) -> None:
        self.viewport().update()
        self.margin.update()
        line = self.textCursor().blockNumber() + 1
        if line != self._line:
            self._line = line
            if not self._is_led:
                self.line_chosen.emit(line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip_of(self.problems_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme, width = current_theme(), self.viewport().width()
        for line, rect in self.lines_on_show():
            if line in self.band:
                painter.fillRect(QRectF(0, rect.top(), width, rect.height()), theme.colour("accent_soft"))
            elif line == self._line:
                painter.fillRect(QRectF(0, rect.top(), width, rect.height()), theme.colour("window"))
        painter.end()
        super().paintEvent(event)
        self._colouring.start()
