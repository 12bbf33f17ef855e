"""Looking at values in the window, as a user does after a few runs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

LONG = 30_000  # milliseconds

STEPS = """
[pipeline]
name = "steps"

[tasks.make]
bash = '''
n=$(($(cat count 2>/dev/null || echo 0) + 1)); echo $n > count
echo "score=0.$n" >> $FLOWDESK_PUSH
[ $n != 3 ]
'''
push = { score = "float" }
retries = 1
retry_delay = 0

[tasks."group.use"]
bash = "echo $s"
pull.s = "make:score"

[tasks.pair]
bash = "echo left=1 >> $FLOWDESK_PUSH; echo right=2 >> $FLOWDESK_PUSH"
push = { left = "int", right = "int" }

[tasks.token]
bash = "echo token=hunter2 >> $FLOWDESK_PUSH"
push = { token = { type = "str", secret = true } }
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A file that has run three times; in the third run, `make` needed two tries."""
    path = tmp_path / "steps.toml"
    path.write_text(STEPS)
    for _ in range(3):
        subprocess.run([sys.executable, "-m", "flowdesk", "run", str(path)], check=True, capture_output=True)
    return path


def rows_of(window: MainWindow, key: str) -> list[int]:
    """The rows of the table of values that have this key."""
    table = window.shown.xcoms.table.sorted
    return [row for row in range(table.rowCount()) if table.index(row, 1).data() == key]


def enter(window: MainWindow, qtbot: QtBot, key: str) -> None:
    """Go to the last value of a key and press Enter."""
    qtbot.waitUntil(lambda: bool(rows_of(window, key)), timeout=LONG)
    window.shown.xcoms.table.selectRow(rows_of(window, key)[-1])
    QTest.keyClick(window.shown.xcoms.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shown.value.history.plot.past is not None, timeout=LONG)


def test_a_value_is_opened_with_enter_and_its_past_leads_to_another_run(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    window = open_window(steps)
    enter(window, qtbot, "score")
    qtbot.waitUntil(lambda: window.shown.value.value.scalar.toPlainText() == "0.4")
    assert not window.shown.value.visibleRegion().isEmpty()
    window.shown.value.tabs.setCurrentWidget(window.shown.value.history)
    plot = window.shown.value.history.plot
    assert plot.past is not None
    assert [point.text for point in plot.past.points] == ["0.1", "0.2", "0.4"]
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(0).toPoint())
    qtbot.waitUntil(lambda: window.session.run is not None and window.session.run.number == 1, timeout=LONG)
    qtbot.waitUntil(lambda: window.shown.value.value.scalar.toPlainText() == "0.1", timeout=LONG)
    assert window.shown.value.tabs.currentWidget() is window.shown.value.history


def test_tries_are_compared_and_then_the_run_before(open_window: Open, steps: Path, qtbot: QtBot) -> None:
    window = open_window(steps)
    enter(window, qtbot, "score")
    window.shown.value.tabs.setCurrentWidget(window.shown.value.tries)
    tries = window.shown.value.tries
    offered = [tries.before.itemText(index) for index in range(tries.before.count())]
    assert offered == ["run #1, try 1", "run #2, try 1", "try 1", "try 2"]
    assert (tries.before.currentText(), tries.after.currentText()) == ("try 1", "try 2")
    qtbot.waitUntil(lambda: tries.model.rowCount() == 1, timeout=LONG)
    assert [tries.model.index(0, column).data() for column in (1, 2)] == ["0.3", "0.4"]
    tries.before.setCurrentIndex(0)
    tries.before.activated.emit(0)
    qtbot.waitUntil(lambda: tries.model.rowCount() == 1 and tries.model.index(0, 1).data() == "0.1")


def test_the_lineage_is_listed_and_shown_in_the_graph(open_window: Open, steps: Path, qtbot: QtBot) -> None:
    window = open_window(steps)
    enter(window, qtbot, "score")
    window.shown.value.tabs.setCurrentWidget(window.shown.value.lineage)
    model = window.shown.value.lineage.model
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=LONG)
    assert [[model.index(row, column).data() for column in (0, 1, 2)] for row in range(2)] == [
        ["pushed by", "make", ""],
        ["pulled by", "group.use", "s"],
    ]
    items = window.shown.stage.graph.graph.tasks
    assert [task for task, item in items.items() if item._is_traced] == ["make", "group.use"]
    window.shown.value.lineage.table.selectRow(1)
    assert window.session.task == "group.use"
    window.shown.docks.bring(window.shown.log_dock)
    qtbot.waitUntil(lambda: not any(item._is_traced for item in items.values()))


def test_while_values_are_in_front_the_selected_task_shows_its_own(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    window = open_window(steps)
    qtbot.waitUntil(lambda: bool(rows_of(window, "right")), timeout=LONG)
    window.session.select_task("make")
    panel = window.shown.value
    assert panel.row is None

    window.shown.docks.bring(window.shown.value_dock)
    qtbot.waitUntil(lambda: panel.value.scalar.toPlainText() == "0.4", timeout=LONG)

    window.session.select_task("pair")
    assert panel.row is None
    assert "'left', 'right'" in panel.value.outline.sentence.text()

    window.shown.xcoms.table.selectRow(rows_of(window, "right")[-1])
    qtbot.waitUntil(lambda: panel.value.scalar.toPlainText() == "2", timeout=LONG)


def test_a_double_click_on_a_pill_opens_its_value(open_window: Open, steps: Path, qtbot: QtBot) -> None:
    window = open_window(steps)
    qtbot.waitUntil(lambda: bool(rows_of(window, "score")), timeout=LONG)
    graph = window.shown.stage.graph
    (pill,) = graph.graph.pills["make", "score"]
    at = graph.mapFromScene(pill.sceneBoundingRect().center())
    QTest.mouseDClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: window.shown.value.value.scalar.toPlainText() == "0.4", timeout=LONG)
    assert not window.shown.value.visibleRegion().isEmpty()


def test_a_secret_is_masked_in_every_part_of_the_inspector(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    window = open_window(steps)
    enter(window, qtbot, "token")
    panel = window.shown.value
    assert "secret" in panel.value.outline.sentence.text()
    assert panel.history.plot.past is not None
    assert {point.text for point in panel.history.plot.past.points} == {"***"}
    panel.tabs.setCurrentWidget(panel.tries)
    assert "secret" in panel.tries.table.hint
    assert not panel.head.copy.isVisible()


def test_a_key_without_a_value_is_waited_for(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = open_window(train)
    graph = window.shown.stage.graph
    (pill,) = graph.graph.pills["models.a", "accuracy"]
    at = graph.mapFromScene(pill.sceneBoundingRect().center())
    QTest.mouseDClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "has not pushed" in window.shown.value.value.outline.sentence.text()
    window.session.start_run()
    qtbot.waitUntil(lambda: window.shown.value.value.scalar.toPlainText() == "0.25", timeout=LONG)
    window.shown.value.tabs.setCurrentWidget(window.shown.value.lineage)
    qtbot.waitUntil(lambda: window.shown.value.lineage.model.rowCount() == 2, timeout=LONG)


def test_choosing_another_row_is_followed_while_the_value_is_in_front(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    window = open_window(steps)
    enter(window, qtbot, "score")
    window.shown.xcoms.table.selectRow(rows_of(window, "score")[0])
    qtbot.waitUntil(lambda: window.shown.value.value.scalar.toPlainText() == "0.3", timeout=LONG)
    window.shown.docks.bring(window.shown.log_dock)
    window.shown.xcoms.table.selectRow(rows_of(window, "score")[-1])
    assert window.shown.value.row is not None
    assert window.shown.value.row.try_number == 1
