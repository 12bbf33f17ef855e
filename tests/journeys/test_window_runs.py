"""Looking at many runs in the window, as a user does who asks what has changed since it last went well."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from flowdesk.gui.compare.window import CompareWindow
from flowdesk.gui.deeds import of_runs
from flowdesk.gui.panels.durations import OF_RUN, DurationsPanel
from flowdesk.gui.pointing import Pointer
from flowdesk.plan.states import TaskState
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage

    Open = Callable[[Path], MainWindow]

TWO = 2

STEPS = """
[pipeline]
name = "steps"

[tasks."get.data"]
bash = '''
n=$(($(cat count 2>/dev/null || echo 0) + 1)); echo $n > count
echo "rows=$n" >> $FLOWDESK_PUSH
'''
push = { rows = "int" }

[tasks."get.check"]
bash = "echo checked; [ $(cat count) != 3 ]"
after = ["get.data"]

[tasks.report]
bash = "echo $rows"
pull.rows = "get.data:rows"
after = ["get.check"]
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A file that has run three times; the third time, `get.check` failed."""
    path = tmp_path / "steps.toml"
    path.write_text(STEPS)
    for _ in range(3):
        subprocess.run([sys.executable, "-m", "flowdesk", "run", str(path)], check=False, capture_output=True)
    return path


def opened(open_window: Open, path: Path, qtbot: QtBot) -> PipelinePage:
    """The page of a file whose latest run is shown."""
    page = open_window(path).page
    assert page is not None
    qtbot.waitUntil(lambda: page.session.run is not None and bool(page.runs.pages.runs[0].tasks))
    return page


def shown(page: PipelinePage) -> int:
    """The number of the run that is shown."""
    return page.session.run.number if page.session.run else 0


def test_in_the_grid_a_click_on_what_failed_shows_the_run_and_the_task_and_a_double_click_its_log(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    page = opened(open_window, steps, qtbot)
    page.runs.head.grid_button.click()
    grid = page.runs.grid
    assert [row.id for row in grid.rows] == ["get", "get.data", "get.check", "report"]
    qtbot.waitUntil(lambda: all(grid.cells.knows(run.number) for run in grid.runs))
    first = grid.place.cell(2, 0).center().toPoint()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.waitUntil(lambda: (shown(page), page.session.task) == (1, "get.check"))
    failed = grid.place.cell(2, 2).center().toPoint()
    cell = grid.cells.cell(3, grid.rows[2])
    assert cell is not None
    assert cell.shown is TaskState.FAILED
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=failed)
    qtbot.waitUntil(lambda: (shown(page), page.session.task) == (3, "get.check"))
    assert not page.log.visibleRegion().isEmpty()


def test_two_runs_are_picked_with_ctrl_and_compared(open_window: Open, steps: Path, qtbot: QtBot) -> None:
    page = opened(open_window, steps, qtbot)
    table = page.runs.table
    for row, held in ((0, Qt.KeyboardModifier.NoModifier), (2, Qt.KeyboardModifier.ControlModifier)):
        place = table.visualRect(table.sorted.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)
    page.runs.compare()
    (window,) = page.runs.findChildren(CompareWindow)
    qtbot.waitUntil(lambda: bool(window.pages.task_rows.rows))
    different = {line.task: line.after and line.after.shown for line in window.pages.task_rows.rows}
    assert different["get.check"] is TaskState.FAILED
    values = [(line.key, line.before, line.after, line.moved) for line in window.pages.value_rows.rows]
    assert values == [("rows", "1", "3", "+2 (+200 %)")]
    window.close()


def test_a_run_is_found_and_deleted_once_it_is_agreed_to(
    open_window: Open, steps: Path, qtbot: QtBot, home: Path
) -> None:
    page = opened(open_window, steps, qtbot)
    page.runs.head.field.setText("#2")
    qtbot.waitUntil(lambda: [run.row.number for run in page.runs.pages.runs] == [2])
    page.runs.table.selectRow(0)
    of_runs.DELETE.do(page)
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    (question,) = page.findChildren(QMessageBox)
    assert "#2" in question.text()
    assert "3 tries" in question.informativeText()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert page.runs.pages.runs
    of_runs.DELETE.do(page)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in page.findChildren(QMessageBox)))
    box = next(box for box in page.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.buttons() if button.text() == "Delete").click()
    qtbot.waitUntil(lambda: page.runs.pages.runs == [])
    page.runs.head.show_all()
    qtbot.waitUntil(lambda: [run.row.number for run in page.runs.pages.runs] == [3, 1])
    with Store.open(home) as store:
        assert [run.number for run in store.runs()] == [3, 1]


def test_a_run_is_exported_deleted_and_imported_again(
    open_window: Open, steps: Path, qtbot: QtBot, tmp_path: Path, home: Path
) -> None:
    page = opened(open_window, steps, qtbot)
    archive = tmp_path / "run.flowdesk"
    page.runs.errands.export_to(page.runs.pages.runs[2].row, str(archive))
    qtbot.waitUntil(archive.is_file)
    with Store.open(home) as store:
        store.remove_run(page.runs.pages.runs[2].row.id)
    page.runs.errands.import_from(str(archive))
    qtbot.waitUntil(lambda: any(run.is_imported for run in page.runs.pages.runs))
    qtbot.waitUntil(lambda: shown(page) == 4)


def test_how_long_a_task_took_over_the_runs_leads_to_a_run(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    page = opened(open_window, steps, qtbot)
    dock = page.docks.find("Durations")
    page.docks.bring(dock)
    panel = dock.widget()
    assert isinstance(panel, DurationsPanel)
    page.session.select_task("get.data")
    qtbot.waitUntil(lambda: panel.plot.durations is not None and panel.plot.durations.task == "get.data")
    assert [bar.run.number for bar in panel.plot.points()] == [1, 2, 3]
    QTest.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=panel.plot.place_of(0).toPoint())
    qtbot.waitUntil(lambda: shown(page) == 1)
    panel.switch.button(OF_RUN).click()
    qtbot.waitUntil(lambda: panel.plot.durations is not None and len(panel.plot.durations.longest) == 3)


def test_a_window_is_opened_at_an_older_run_and_its_task(
    open_window: Open, steps: Path, qtbot: QtBot
) -> None:
    page = open_window(steps).page
    assert page is not None
    Pointer(page.session, "2", "report")
    qtbot.waitUntil(lambda: shown(page) == TWO and page.session.task == "report")
