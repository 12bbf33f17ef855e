from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.grid.cells import GridCells
from flowdesk.gui.grid.geometry import COLUMN, HEAD
from flowdesk.gui.grid.tree import Tree
from flowdesk.gui.grid.view import GridView
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.surveying import Cell, Cells
from tests.builders import bash, plan_of
from tests.gui.sessions import run_row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RUNS = [run_row(f"r{number}", number, RunState.SUCCESS)._replace(finished_at=9.0) for number in range(1, 5)]
TASKS = ("g.a", "g.b", "c")
G, A, B, C = range(4)


@pytest.fixture
def view(qtbot: QtBot) -> GridView:
    cells = GridCells()
    told = [Cell(run.number, task, TaskState.SUCCESS, 1) for run in RUNS for task in TASKS]
    cells.put(RUNS, Cells(told, {}, frozenset()))
    made = GridView(cells)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_tree(Tree(plan_of(*map(bash, TASKS))))
    made.show_runs(RUNS)
    made.show()
    return made


def spot(view: GridView, row: int, column: int) -> QPoint:
    return view.place.cell(row, column).center().toPoint()


def test_a_click_on_a_cell_chooses_its_run_and_task(view: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.cell_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, B, 2))
    assert chosen.args == ["r3", "g.b"]


def test_a_click_on_a_run_chooses_it_alone(view: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.cell_chosen) as chosen:
        place = QPoint(view.place.left(1) + 5, 20)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["r2", ""]


def test_a_double_click_asks_for_the_log(view: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.log_wanted) as wanted:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, C, 0))
    assert wanted.args == ["r1", "c"]


def test_with_ctrl_a_click_picks_a_run(view: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pick_asked) as picked, qtbot.assertNotEmitted(view.cell_chosen):
        ctrl = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, ctrl, spot(view, A, 3))
    assert picked.args == ["r4"]


def test_a_group_folds_by_its_name_and_by_keys(view: GridView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, spot(view, G, 0).y()))
    assert [row.id for row in view.rows] == ["g", "c"]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Plus):
        QTest.keyClick(view, key)
    assert [row.id for row in view.rows] == ["g", "g.a", "g.b", "c"]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [row.id for row in view.rows] == ["g", "c"]


def test_the_arrows_walk_and_what_is_rested_at_is_chosen(view: GridView, qtbot: QtBot) -> None:
    view.mark("r4", "c")
    with qtbot.waitSignal(view.cell_chosen) as chosen:
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
            QTest.keyClick(view, key)
    assert chosen.args == ["r2", "g.b"]
    assert "g.b" in view.accessibleDescription()
    with qtbot.waitSignal(view.log_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == ["r2", "g.b"]


def test_home_and_end_lead_to_the_oldest_and_the_newest_run(view: GridView) -> None:
    view.mark("r2", "c")
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == ("r1", "c")
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.current == ("r4", "")


def test_a_cell_is_told_in_words(view: GridView) -> None:
    assert view.words_at(A, 0)[:3] == ["g.a", "Run #1", "Success"]
    assert view.words_at(G, 0)[2] == "2 success"
    assert view.words_at(-1, 0)[0] == "Run #1"


def test_the_newest_run_stays_in_sight_when_older_ones_come(view: GridView) -> None:
    many = [run_row(f"x{number}", number, RunState.SUCCESS) for number in range(60)]
    view.show_runs([*many, *RUNS])
    bar = view.horizontalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() - 5 * COLUMN)
    seen = [run.id for run in view.seen_runs]
    view.show_runs([*many, *many, *RUNS])
    assert [run.id for run in view.seen_runs] == seen


@pytest.mark.parametrize("size", [(30, 20), (120, HEAD), (400, 300), (2000, 900)])
@pytest.mark.parametrize("count", [0, 1, 4])
def test_it_is_drawn_at_any_size(view: GridView, size: tuple[int, int], count: int) -> None:
    view.show_runs(RUNS[:count])
    view.resize(*size)
    assert not view.grab().isNull()
