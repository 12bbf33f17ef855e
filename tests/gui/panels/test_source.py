from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.errors import Place
from flowdesk.gui.checking import look_at
from flowdesk.gui.panels.source import SourcePanel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TEXT = 'include = ["more.toml"]\n\n[tasks.a]\nbash = "true"\nafter = ["nobody"]\n'


@pytest.fixture
def main(tmp_path: Path) -> Path:
    (tmp_path / "more.toml").write_text('[tasks.b]\nbash = "true"\n')
    path = tmp_path / "p.toml"
    path.write_text(TEXT)
    return path


@pytest.fixture
def panel(main: Path, qtbot: QtBot) -> SourcePanel:
    made = SourcePanel()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.show_look(look_at(main))
    return made


def test_the_pipelines_own_file_is_shown_first_with_its_problems(panel: SourcePanel, main: Path) -> None:
    assert panel.file == str(main)
    assert panel.text.toPlainText() == TEXT
    assert [problem.place.line for problem in panel.text.problems] == [5]


def test_a_place_in_another_file_shows_that_file_and_another_look_keeps_it(
    panel: SourcePanel, main: Path
) -> None:
    more = str(main.with_name("more.toml"))
    panel.go_to(Place(more, 2, 1, 2, 5))
    assert panel.file == more
    assert panel.head.files.currentText() == "more.toml"
    assert panel.text.textCursor().blockNumber() == 1
    assert panel.text.problems == []
    panel.show_look(look_at(main))
    assert panel.file == more
    main.write_text('[tasks.a]\nbash = "true"\n')
    panel.show_look(look_at(main))
    assert panel.file == str(main)
    assert not panel.head.files.isVisible()


def test_the_caret_tells_file_and_line(panel: SourcePanel, main: Path, qtbot: QtBot) -> None:
    panel.text.setFocus()
    with qtbot.waitSignal(panel.line_chosen) as chosen:
        QTest.keyClick(panel.text, Qt.Key.Key_Down)
    assert chosen.args == [str(main), 2]


def test_a_line_is_gone_to_by_its_number(panel: SourcePanel, main: Path, qtbot: QtBot) -> None:
    panel.line_bar.open()
    QTest.keyClicks(panel.line_bar.field, "4")
    with qtbot.waitSignal(panel.line_chosen) as chosen:
        QTest.keyClick(panel.line_bar.field, Qt.Key.Key_Return)
    assert chosen.args == [str(main), 4]
    assert not panel.line_bar.isVisible()


def test_past_the_end_the_last_line_is_meant_and_no_number_is_none(panel: SourcePanel, qtbot: QtBot) -> None:
    panel.line_bar.open()
    QTest.keyClick(panel.line_bar.field, Qt.Key.Key_Return)
    assert panel.line_bar.isVisible()
    QTest.keyClicks(panel.line_bar.field, "4711")
    with qtbot.waitSignal(panel.line_chosen) as chosen:
        QTest.keyClick(panel.line_bar.field, Qt.Key.Key_Return)
    assert chosen.args[1] == 6
    panel.line_bar.open()
    QTest.keyClick(panel.line_bar.field, Qt.Key.Key_Escape)
    assert not panel.line_bar.isVisible()


def test_the_editor_is_asked_for_with_file_and_line(panel: SourcePanel, main: Path, qtbot: QtBot) -> None:
    panel.go_to(Place(str(main), 5, 1, 5, 2))
    with qtbot.waitSignal(panel.editor_asked) as asked:
        QTest.mouseClick(panel.head.editor, Qt.MouseButton.LeftButton)
    assert asked.args == [str(main), 5]


def test_before_a_file_was_looked_at_nothing_is_shown(qtbot: QtBot) -> None:
    panel = SourcePanel()
    qtbot.addWidget(panel)
    assert panel.text.toPlainText() == ""
    assert panel.head.isHidden()
