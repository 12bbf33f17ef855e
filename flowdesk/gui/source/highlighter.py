"""Colours TOML in a text document, in the theme's colours, now and after each change of the theme.

A text of 40,000 lines takes a second, so it is coloured from its beginning on in slices, once it is painted.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from flowdesk.gui.override import override
from flowdesk.gui.source.positions import units
from flowdesk.gui.source.toml_words import BEGINNING, Word, words_of
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

ROLES: dict[Word, str] = {
    Word.TABLE: "accent",
    Word.KEY: "running",
    Word.STRING: "success",
    Word.NUMBER: "skipped",
    Word.DATE: "skipped",
    Word.BOOLEAN: "skipped",
    Word.COMMENT: "text_dim",
}
"""Each kind of word and its colour in the theme."""


SLICE = 0.008
"""Seconds in which lines are coloured before the window goes on with something else."""


class Highlighter(QSyntaxHighlighter):
    """Colours `document`, while `is_toml`, as far as it was asked to `go_on`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.is_toml = True
        self._reached = 0  # so many lines from the first one have their colours
        self._lines = document.blockCount()
        self._formats = _formats()
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._on_slices_timeout)
        document.blockCountChanged.connect(self._on_document_block_count_changed)
        theme_changes().theme_changed.connect(self._on_theme_changed)

    def begin(self, *, is_toml: bool) -> None:
        """Another text comes: take back what was coloured."""
        self.is_toml = is_toml
        self._reached = 0
        self._slices.stop()

    def go_on(self) -> None:
        """Colour what is not coloured yet: the first lines now, the rest bit by bit."""
        if self.is_toml and self._reached < self._lines and not self._slices.isActive():
            self._slices.start()
            self._on_slices_timeout()

    def _on_slices_timeout(self) -> None:
        until = time.perf_counter() + SLICE
        block = self.document().findBlockByNumber(self._reached)
        while block.isValid() and time.perf_counter() < until:
            self._reached += 1
            self.rehighlightBlock(block)
            block = block.next()
        if not block.isValid():
            self._slices.stop()

    def _on_document_block_count_changed(self, count: int) -> None:
        """Where lines went, what follows them has moved up, coloured or not."""
        self._reached = max(0, self._reached - max(0, self._lines - count))
        self._lines = count

    def _on_theme_changed(self) -> None:
        self._formats = _formats()
        self._reached = 0
        self.go_on()

    @override
    def highlightBlock(self, text: str) -> None:
        if not self.is_toml or self.currentBlock().blockNumber() >= self._reached:
            return
        words, state = words_of(text, max(BEGINNING, self.previousBlockState()))
        for word in words:
            start = units(text[: word.start])
            self.setFormat(start, units(text[: word.end]) - start, self._formats[word.word])
        self.setCurrentBlockState(state)


def _formats() -> dict[Word, QTextCharFormat]:
    theme, made = current_theme(), {}
    for word, role in ROLES.items():
        made[word] = QTextCharFormat()
        made[word].setForeground(theme.colour(role))
    made[Word.TABLE].setFontWeight(QFont.Weight.Bold)
    made[Word.COMMENT].setFontItalic(True)
    return made
