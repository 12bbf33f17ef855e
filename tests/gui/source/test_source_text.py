from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from flowdesk.errors import Place, Problem, Related, Severity
from flowdesk.gui.source.source_text import SourceText
from flowdesk.gui.theme import LIGHT, Scheme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TEXT = '[tasks.a]\nbash = "tru"\n\n[tasks.b]\nbash = "true"\n'
ERROR = Problem("FD101", "unknown <field>", Place("p.toml", 2, 1, 2, 5), suggestion="did you mean 'x'?")
WARNING = Problem(
    "FD801",
    "nobody pulls it",
    Place("p.toml", 5, 8, 5, 14),
    Severity.WARNING,
    related=(Related("pushed here", Place("q.toml", 7, 1, 7, 2)),),
)


@pytest.fixture
def text(qapp: QApplication, qtbot: QtBot) -> SourceText:
    apply_theme(qapp, Scheme.LIGHT)
    made = SourceText()
    qtbot.addWidget(made)
    made.show_text(TEXT, is_toml=True, is_another=True)
    made.show_problems([WARNING, ERROR])
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def at(text: SourceText, line: int, column: int) -> QPoint:
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(line - 1).position() + column - 1)
    return text.cursorRect(cursor).center()


def test_problems_are_underlined_in_waves_of_their_weights_colour(text: SourceText) -> None:
    selections = text.extraSelections()
    marks = {one.cursor.selectedText(): one.format for one in selections}
    assert set(marks) == {"bash", '"true"'}
    assert marks["bash"].underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert marks["bash"].underlineColor().name() == LIGHT.failed
    assert marks['"true"'].underlineColor().name() == LIGHT.retry


def test_the_mouse_finds_the_problem_on_its_stretch_and_in_the_margin(text: SourceText) -> None:
    assert text.problems_at(at(text, 2, 3)) == [ERROR]
    assert text.problems_at(at(text, 2, 11)) == []
    assert text.problems_at(at(text, 2, 3) + QPoint(300, 0)) == []
    assert text.margin.problems_at(at(text, 5, 1).y()) == [WARNING]
    assert text.margin.problems_at(at(text, 4, 1).y()) == []


def test_the_caret_of_the_user_is_told_and_that_of_others_is_not(text: SourceText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(text.line_chosen) as chosen:
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at(text, 4, 2))
    assert chosen.args == [4]
    with qtbot.assertNotEmitted(text.line_chosen):
        text.go_to(ERROR.place)
        text.show_band(range(4, 6))
    assert text.textCursor().blockNumber() + 1 == 4


def test_going_to_a_place_puts_the_caret_at_its_beginning(text: SourceText) -> None:
    text.go_to(WARNING.place)
    cursor = text.textCursor()
    assert (cursor.blockNumber() + 1, cursor.positionInBlock() + 1) == (5, 8)
    assert not cursor.hasSelection()


def test_a_click_on_a_number_goes_to_its_line(text: SourceText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(text.line_chosen) as chosen:
        QTest.mouseClick(text.margin, Qt.MouseButton.LeftButton, pos=QPoint(10, at(text, 5, 1).y()))
    assert chosen.args == [5]


@pytest.mark.parametrize(
    "after", ["", "# 🙂\n" + TEXT, TEXT.replace('tru"', '🙂"'), TEXT.replace("\n", "\r\n")]
)
def test_an_edit_of_the_file_is_shown(text: SourceText, after: str) -> None:
    text.show_text(after, is_toml=True, is_another=False)
    assert text.toPlainText() == after.replace("\r\n", "\n")
    text.show_text(TEXT, is_toml=True, is_another=False)
    assert text.toPlainText() == TEXT


def test_the_caret_stays_in_its_line_when_one_is_written_above(text: SourceText, qtbot: QtBot) -> None:
    text.go_to(WARNING.place)
    with qtbot.assertNotEmitted(text.line_chosen):
        text.show_text("# new\n" + TEXT, is_toml=True, is_another=False)
    assert text.textCursor().block().text() == 'bash = "true"'


def test_the_margin_grows_with_the_numbers(text: SourceText) -> None:
    narrow = text.margin.width()
    text.show_text("\n" * 123_456, is_toml=True, is_another=True)
    assert text.margin.width() > narrow
    assert text.viewport().x() >= text.margin.width()
