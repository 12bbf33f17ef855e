"""The panel of the source: the files that say what the pipeline is, as they are saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.panels.find_bar import FindBar
from flowdesk.gui.panels.line_bar import LineBar
from flowdesk.gui.panels.past_strip import PastStrip
from flowdesk.gui.panels.source_head import SourceHead
from flowdesk.gui.source.source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.errors import Place
    from flowdesk.gui.checking import Look

NOTHING = range(0)


class SourcePanel(QWidget):
    """One file at a time, found in with Ctrl+F, gone about in with Ctrl+G."""

    line_chosen = Signal(str, int)
    """The file and the line (from 1) to which the user moved the caret."""

    editor_asked = Signal(str, int)
    """The file and the line (from 1) that the user wants to see in an editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = ""
        self._look: Look | None = None
        self._band = ("", NOTHING)
        self.head = SourceHead(self)
        self.past = PastStrip(self)
        self.text = SourceText(self)
        self.find_bar = FindBar(self.text, tr("Find in the file"), self)
        self.line_bar = LineBar(self.text, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, self.past, self.text, self.find_bar, self.line_bar):
            layout.addWidget(widget)
        self._add_action(tr("Find"), QKeySequence.StandardKey.Find, self.find_bar.open)
        self._add_action(tr("Go to line"), "Ctrl+G", self.line_bar.open)
        self.text.line_chosen.connect(self._on_text_line_chosen)
        self.line_bar.line_chosen.connect(self.text.go_to_line)
        self.head.file_chosen.connect(self._show_file)
        self.head.editor_asked.connect(self.ask_for_editor)
        self.show_look(None)

    def show_look(self, look: Look | None) -> None:
        """Show what the last look at the pipeline found; None before there was one."""
        self._look = look
        files = list(look.texts) if look else []
        self._show_file(self.file if self.file in files else next(iter(files), ""))

    def show_lines(self, file: str, lines: range) -> None:
        """Bring these lines (from 1) of `file` out and into view; none lets go of those that were."""
        self._band = (file, lines)
        if lines and file != self.file:
            self._show_file(file)
        self.text.show_band(lines if file == self.file else NOTHING)

    def go_to(self, place: Place) -> None:
        """Put the caret at `place`, in whichever file that is."""
        if place.file != self.file:
            self._show_file(place.file)
        self.text.go_to(place)

    def ask_for_editor(self) -> None:
        """Ask for the user's editor, at the caret's line."""
        if self.file:
            self.editor_asked.emit(self.file, self.text.textCursor().blockNumber() + 1)

    def _show_file(self, file: str) -> None:
        texts = self._look.texts if self._look else {}
        problems = self._look.problems if self._look else []
        is_another, self.file = file != self.file, file
        self.head.list_files(list(texts), file)
        self.text.show_text(texts.get(file, ""), is_toml=file.endswith(".toml"), is_another=is_another)
        self.text.show_problems([problem for problem in problems if problem.place.file == file])
        self.text.show_band(self._band[1] if self._band[0] == file else NOTHING, reveal=False)

    def _add_action(self, text: str, keys: QKeySequence.StandardKey | str, slot: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)

    def _on_text_line_chosen(self, line: int) -> None:
        self.line_chosen.emit(self.file, line)
