"""Colours TOML in a text document, in the theme's colours, now and after each change of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat
from typing_extensions import override

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


class Highlighter(QSyntaxHighlighter):
    """Colours `document`, while `is_toml`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.is_toml = True
        self._formats = _formats()
        theme_changes().theme_changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._formats = _formats()
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        if not self.is_toml:
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
