from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.panels.runs import RunsPanel
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def run(number: int) -> RunRow:
    return RunRow(f"r{number}", number, "p", "/p.toml", "d", RunState.SUCCESS, None, 1.0, 2.0)


@pytest.fixture
def panel(qtbot: QtBot) -> RunsPanel:
    made = RunsPanel()
    qtbot.addWidget(made)
    made.list_runs([run(2), run(1)])
    made.show()
    return made


def test_choosing_a_run_tells_its_id(panel: RunsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.run_chosen) as chosen:
        panel.table.selectRow(1)
    assert chosen.args == ["r1"]


def test_the_shown_run_is_selected_without_choosing_it_again(panel: RunsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.run_chosen):
        panel.mark("r1")
    assert panel.table.currentIndex().row() == 1
    panel.mark("")
    assert not panel.table.selectionModel().hasSelection()


def test_a_new_run_leaves_the_shown_one_selected(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.mark("r1")
    with qtbot.assertNotEmitted(panel.run_chosen):
        panel.list_runs([run(3), run(2), run(1)])
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [2]


def test_copied_rows_are_lines_of_cells(panel: RunsPanel) -> None:
    panel.table.selectRow(0)
    assert panel.table.copied_text().split("\t")[:2] == ["#2", "Success"]
