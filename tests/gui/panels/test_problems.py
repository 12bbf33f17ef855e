from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from flowdesk.errors import Place, Problem, Related
from flowdesk.gui.panels.problem_menu import ProblemMenu
from flowdesk.gui.panels.problems import ProblemsPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HERE, THERE = Place("p.toml", 4, 1, 4, 2), Place("p.toml", 9, 5, 9, 7)
PROBLEM = Problem("FD401", "it is no float", HERE, related=(Related("pushed here", THERE),))


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemsPanel:
    made = ProblemsPanel()
    qtbot.addWidget(made)
    made.resize(640, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_long_sentence_gets_the_lines_that_it_takes(panel: ProblemsPanel, qtbot: QtBot) -> None:
    short, long = (Problem("FD101", text, HERE) for text in ("short", "a long sentence " * 12))
    panel.list_problems([long, short], "p.toml")
    one, many = panel.table.rowHeight(1), panel.table.rowHeight(0)
    assert one < 40
    assert many > 1.5 * one  # the padding of a row counts once
    panel.resize(2000, 300)
    qtbot.waitUntil(lambda: panel.table.rowHeight(0) < many)


def test_a_click_and_enter_go_to_the_place_and_to_its_other_end(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.list_problems([PROBLEM], "p.toml")
    for row, place in ((0, HERE), (1, THERE), (1, THERE)):
        at = panel.table.visualRect(panel.table.sorted.index(row, 2)).center()
        with qtbot.waitSignal(panel.place_chosen) as chosen:
            QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert chosen.args == [place]
    with qtbot.waitSignal(panel.place_chosen) as chosen:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert chosen.args == [THERE]


def test_listing_problems_anew_goes_nowhere(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.list_problems([PROBLEM], "p.toml")
    panel.table.selectRow(0)
    with qtbot.assertNotEmitted(panel.place_chosen):
        panel.list_problems([PROBLEM, Problem("FD101", "another", THERE)], "p.toml")


def test_a_problem_that_moved_stays_the_current_one(panel: ProblemsPanel) -> None:
    other = Problem("FD101", "another", HERE)
    panel.list_problems([PROBLEM, other], "p.toml")
    panel.table.selectRow(2)
    moved = Problem("FD401", "it is no float", THERE, related=PROBLEM.related)
    panel.list_problems([other, moved], "p.toml")
    row = panel.table.sorted.row(panel.table.currentIndex())
    assert (row.problem, row.end) == (moved, 0)
    panel.list_problems([other], "p.toml")
    assert not panel.table.currentIndex().isValid()


def test_the_menu_goes_to_both_ends_and_copies(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.list_problems([PROBLEM], "p.toml")
    menu = ProblemMenu(PROBLEM, panel.table)
    qtbot.addWidget(menu)
    assert [action.text() for action in menu.actions()[:2]] == ["Go to line 4", "Go to line 9: pushed here"]
    with qtbot.waitSignal(menu.place_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == [THERE]
    menu.copy_all.trigger()
    assert QGuiApplication.clipboard().text() == "p.toml:4:1: it is no float\np.toml:9:5: ↳ pushed here"
