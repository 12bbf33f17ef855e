from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from flowdesk.gui.source.highlighter import Highlighter
from flowdesk.gui.theme import DARK, LIGHT, Scheme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


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
    highlighter.go_on()
    assert colours(document) == {"a": LIGHT.running, '"🙂"': LIGHT.success, "# 모델": LIGHT.text_dim}
    apply_theme(qapp, Scheme.DARK)
    assert colours(document)["a"] == DARK.running
    apply_theme(qapp, Scheme.LIGHT)


@pytest.mark.usefixtures("qapp")
def test_what_is_no_toml_is_not_coloured() -> None:
    document = QTextDocument("a = 1\n")
    highlighter = Highlighter(document)
    highlighter.begin(is_toml=False)
    highlighter.go_on()
    assert colours(document) == {}


def test_a_long_text_is_coloured_bit_by_bit(qtbot: QtBot) -> None:
    document = QTextDocument("a = 1\n" * 5_000 + "b = 2")
    highlighter = Highlighter(document)
    assert colours(document) == {}
    highlighter.go_on()
    assert "a" in colours(document)
    assert colours(document, 5_000) == {}
    qtbot.waitUntil(lambda: "b" in colours(document, 5_000))


def test_what_moves_up_before_it_was_reached_is_coloured_too(qtbot: QtBot) -> None:
    document = QTextDocument("a = 1\n" * 5_000 + "b = 2")
    highlighter = Highlighter(document)
    highlighter.go_on()
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor, 100)
    cursor.removeSelectedText()
    last = document.blockCount() - 1
    qtbot.waitUntil(lambda: "b" in colours(document, last))
    assert all("a" in colours(document, line) for line in range(last))
