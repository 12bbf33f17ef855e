from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocument

from flowdesk.gui.source.highlighter import Highlighter
from flowdesk.gui.theme import DARK, LIGHT, Scheme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def colours(document: QTextDocument, line: int = 0) -> dict[str, str]:
    """The coloured stretches of a line and their colours."""
    block = document.findBlockByNumber(line)
    units = block.text().encode("utf-16-le")
    found = {}
    for one in block.layout().formats():
        word = units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        found[word] = one.format.foreground().color().name()
    return found


def test_words_have_the_colours_of_the_theme_that_is_shown(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    document = QTextDocument('a = "🙂" # 모델\n')
    highlighter = Highlighter(document)
    highlighter.rehighlight()
    assert colours(document) == {"a": LIGHT.running, '"🙂"': LIGHT.success, "# 모델": LIGHT.text_dim}
    apply_theme(qapp, Scheme.DARK)
    assert colours(document)["a"] == DARK.running
    apply_theme(qapp, Scheme.LIGHT)


@pytest.mark.usefixtures("qapp")
def test_what_is_no_toml_is_not_coloured() -> None:
    document = QTextDocument("a = 1\n")
    highlighter = Highlighter(document)
    highlighter.is_toml = False
    highlighter.rehighlight()
    assert colours(document) == {}
