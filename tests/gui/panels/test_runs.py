from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from flowdesk.gui.panels.runs import RunsPanel
from flowdesk.gui.panels.runs_head import GRID, LIST
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session


def run(number: int, state: RunState = RunState.SUCCESS) -> RunRow:
    started = time() - 100
    return RunRow(f"r{number}", number, "p", "/p.toml", "d", state, None, started, started + number)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def panel(session: Session, settings: QSettings, qtbot: QtBot) -> Iterator[RunsPanel]:
    made = RunsPanel(session, settings)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    session.runs_listed.emit([run(3), run(2), run(1)])
    yield made
    made.close_down()


def show(panel: RunsPanel, number: int) -> None:
    open_run(panel.session, plan_of(bash("a"), bash("b", "a")), begun(f"r{number}"), run(number))


def test_a_chosen_row_shows_its_run(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.table.selectRow(1)
    qtbot.waitUntil(lambda: panel.session._wanted == "r2")


def test_the_run_that_is_shown_is_selected_and_stays_so_when_another_begins(panel: RunsPanel) -> None:
    show(panel, 1)
    assert panel.table.currentIndex().row() == 2
    panel.session.runs_listed.emit([run(4), run(3), run(2), run(1)])
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [3]


def test_a_chosen_row_stays_the_current_one_until_its_run_is_shown(panel: RunsPanel, qtbot: QtBot) -> None:
    show(panel, 3)
    panel.table.selectRow(1)
    qtbot.waitUntil(lambda: panel.session._wanted == "r2")
    panel.session.runs_listed.emit([run(4), run(3), run(2), run(1)])
    assert panel.current is not None
    assert panel.current.number == 2
    show(panel, 2)
    panel.session.runs_listed.emit([run(5), run(4), run(3), run(2), run(1)])
    assert panel.current.number == 2
    show(panel, 1)
    assert panel.current.number == 1


def test_copied_rows_are_lines_of_cells(panel: RunsPanel) -> None:
    panel.table.selectRow(0)
    assert panel.table.copied_text().split("\t")[:2] == ["#3", "Success"]


def test_the_view_is_remembered(
    panel: RunsPanel, session: Session, settings: QSettings, qtbot: QtBot
) -> None:
    panel.head.grid_button.click()
    assert panel.is_grid
    other = RunsPanel(session, settings)
    qtbot.addWidget(other)
    assert other.is_grid


def test_runs_are_found_by_what_is_typed_and_by_state(panel: RunsPanel) -> None:
    panel.session.runs = [run(3, RunState.FAILED), run(2), run(1)]
    panel.head.field.setText("#2")
    assert [one.row.number for one in panel.pages.runs] == [2]
    panel.head.field.clear()
    panel.head.state_actions[RunState.FAILED].setChecked(True)
    assert [one.row.number for one in panel.pages.runs] == [3]
    assert "Failed" in panel.head.filter.toolTip()
    panel.head.show_all()
    assert len(panel.pages.runs) == 3


def test_two_runs_are_picked_in_the_list_with_ctrl(panel: RunsPanel) -> None:
    panel.table.selectRow(0)
    place = panel.table.visualRect(panel.table.sorted.index(2, 0)).center()
    QTest.mouseClick(
        panel.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
    )
    assert panel.pair is not None
    assert [one.number for one in panel.pair] == [1, 3]
    assert "Two runs" in panel.foot.text()


def test_without_picks_the_current_run_is_compared_with_the_shown_one_or_the_one_before(
    panel: RunsPanel,
) -> None:
    show(panel, 3)
    assert panel.pair is not None
    assert [one.number for one in panel.pair] == [2, 3]
    panel.table.selectRow(2)
    assert [one.number for one in panel.pair] == [1, 3]


def test_a_run_is_picked_in_the_grid_and_put_back(panel: RunsPanel) -> None:
    panel.show_view(GRID)
    panel.grid.pick_asked.emit("r1")
    assert panel.grid.picked == {"r1"}
    panel.grid.pick_asked.emit("r2")
    panel.grid.pick_asked.emit("r3")
    assert panel.grid.picked == {"r2", "r3"}
    panel.grid.pick_asked.emit("r2")
    assert panel.grid.picked == {"r3"}
    show(panel, 1)
    assert panel.grid.picked == {"r3"}, "a look at another run lets go of nothing"
    panel.show_view(LIST)


def test_the_id_of_a_run_is_copied(panel: RunsPanel) -> None:
    panel.table.selectRow(1)
    panel.copy_id()
    assert QGuiApplication.clipboard().text() == "r2"
