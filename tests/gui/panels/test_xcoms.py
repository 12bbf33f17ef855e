from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from flowdesk.gui.panels.xcoms import XComsPanel
from flowdesk.store.rows import ValueRow
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def value(task: str, key: str, value: object, seq: int) -> ValueRow:
    return ValueRow("r", task, 1, key, type(value).__name__, encode(value), 0.0, seq)


@pytest.fixture
def panel(qtbot: QtBot) -> XComsPanel:
    made = XComsPanel()
    qtbot.addWidget(made)
    made.model.reset_values(
        [value("a", "score", 0.5, 1), value("b", "names", ["x", "y"], 2), value("b", "한글", "값", 3)]
    )
    made.show()
    return made


def test_choosing_a_row_tells_its_task(panel: XComsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.task_chosen) as chosen:
        panel.table.selectRow(1)
    assert chosen.args == ["b"]


def test_a_task_selected_elsewhere_marks_a_row_without_telling_so(panel: XComsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.task_chosen):
        panel.select_task("b")
    assert panel.table.currentIndex().row() == 1
    panel.select_task("nobody")
    assert not panel.table.selectionModel().hasSelection()


def test_a_filter_matches_values_and_says_when_nothing_does(panel: XComsPanel) -> None:
    panel.filter.setText("값")
    assert panel.table.sorted.rowCount() == 1
    panel.filter.setText("nothing like it")
    assert panel.table.sorted.rowCount() == 0
    assert "filter" in panel.table.hint


def test_copying_a_row_copies_its_whole_value(panel: XComsPanel) -> None:
    panel.table.selectRow(1)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == encode(["x", "y"])


def test_the_chosen_row_is_kept_at_other_moments_of_the_run(panel: XComsPanel) -> None:
    rows = [xcom.row for xcom in panel.model.rows]
    panel.table.selectRow(2)

    panel.model.reset_values(rows[:1])
    assert panel.current is None
    panel.model.reset_values(rows)

    assert panel.current == rows[2]


def test_the_row_of_a_task_that_was_left_does_not_come_back(panel: XComsPanel) -> None:
    panel.table.selectRow(2)
    panel.select_task("nobody")

    panel.model.reset_values([xcom.row for xcom in panel.model.rows])

    assert panel.current is None
