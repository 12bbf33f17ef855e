from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from flowdesk.errors import Place
from flowdesk.gui.source.positions import showable, stretch_of

pytestmark = pytest.mark.usefixtures("qapp")


def selected(text: str, line: int, column: int, end_line: int, end_column: int) -> str:
    document = QTextDocument(showable(text))
    return stretch_of(document, Place("p", line, column, end_line, end_column)).selectedText()


def test_columns_count_characters_wherever_they_lie_in_unicode() -> None:
    assert selected('a = "🙂모델"\nb', 1, 6, 1, 9) == "🙂모델"


def test_a_place_without_width_gets_the_word_there() -> None:
    assert selected("bash = true", 1, 8, 1, 8) == "true"


def test_at_the_end_of_a_line_the_word_before_is_meant() -> None:
    assert selected("bash =\nx", 1, 7, 1, 7) == "="
    assert selected("\nx", 1, 1, 1, 1) == ""


def test_what_lies_beyond_the_text_is_its_end() -> None:
    assert selected("one two", 9, 1, 9, 4) == "one"
    assert selected("one two", 1, 5, 1, 99) == "two"


@pytest.mark.parametrize("breaking", ["\r", "\u2028", "\u2029", "\x00", "\ufdd0"])
def test_lines_are_those_of_toml(breaking: str) -> None:
    document = QTextDocument(showable(f"a{breaking}b\r\nsecond"))
    assert document.blockCount() == 2
    assert len(document.findBlockByNumber(0).text()) == 3
