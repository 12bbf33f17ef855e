"""The window as a user has it: real runs of real files, seen in the graph, the table and the log."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolBar, QWidget

from flowdesk.gui.dialogs.sure import Sure
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

LONG = 30_000  # milliseconds; a whole run, on a busy machine


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Click a button of the tool bar, once it can be clicked."""
    (bar,) = window.findChildren(QToolBar)
    action = next(action for action in bar.actions() if action.text().replace("&", "") == text)
    button = bar.widgetForAction(action)
    qtbot.waitUntil(button.isEnabled, timeout=LONG)
    assert isinstance(button, QAbstractButton)
    click(button)


def sure_of(qtbot: QtBot) -> Sure:
    """The question whether something is to be done, once it is asked."""

    def asked() -> list[Sure]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, Sure) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()), timeout=LONG)
    return asked()[0]


def wait_for(window: MainWindow, qtbot: QtBot, state: RunState, number: int = 1) -> None:
    def reached() -> bool:
        run = window.session.run
        return run is not None and run.number == number and window.session.view.run_state is state

    qtbot.waitUntil(reached, timeout=LONG)


def is_in_front(panel: QWidget) -> bool:
    """Whether a panel is the one of its tabs that is seen; Qt has the others lie off the screen."""
    return not panel.visibleRegion().isEmpty()


def table_of(window: MainWindow) -> dict[tuple[str, str], str]:
    """What the table of values shows, by task and key."""
    rows = window.shown.xcoms.table.sorted
    cells = [[str(rows.index(row, column).data()) for column in range(4)] for row in range(rows.rowCount())]
    return {(task, key): value for task, key, _, value in cells}


def runs_of(window: MainWindow) -> list[str]:
    rows = window.shown.runs.table.sorted
    return [f"{rows.index(row, 0).data()} {rows.index(row, 1).data()}" for row in range(rows.rowCount())]


def test_a_run_is_started_followed_and_read(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = open_window(train)
    assert window.windowTitle() == "train — train.toml"
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS)
    view = window.session.view
    assert {view.task(task).state for task in view.plan.tasks} == {TaskState.SUCCESS}
    assert table_of(window) == {("models.a", "accuracy"): "0.25", ("models.b", "accuracy"): "0.75"}
    assert runs_of(window) == ["#1 Success"]
    window.shown.stage.graph.select_task("choose")
    qtbot.waitUntil(lambda: "chosen among [0.25, 0.75]" in window.shown.log.text.text())
    assert window.shown.log.head.task.text() == "choose"


def test_a_row_of_the_table_selects_its_task_in_the_graph_and_the_other_way_round(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    window = open_window(train)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS)
    rows = window.shown.xcoms.table.sorted
    place = next(row for row in range(rows.rowCount()) if rows.index(row, 0).data() == "models.b")
    window.shown.xcoms.table.selectRow(place)
    assert window.shown.stage.graph.graph.selected == "models.b"
    qtbot.waitUntil(lambda: "training b" in window.shown.log.text.text())
    window.shown.stage.graph.select_task("models.a")
    assert window.shown.xcoms.table.sorted.row(window.shown.xcoms.table.currentIndex()).row.task == "models.a"


def test_stop_cancels_the_run(open_window: Open, gated: Path, qtbot: QtBot) -> None:
    window = open_window(gated)
    press(window, qtbot, "Run")
    qtbot.waitUntil(lambda: window.session.view.task("wait").state is TaskState.RUNNING, timeout=LONG)
    press(window, qtbot, "Stop…")
    click(sure_of(qtbot).verb)
    wait_for(window, qtbot, RunState.CANCELLED)
    assert window.session.view.task("after").state is TaskState.CANCELLED


def test_what_a_task_prints_is_shown_while_it_runs(
    open_window: Open, gated: Path, gate: Path, qtbot: QtBot
) -> None:
    window = open_window(gated)
    window.session.select_task("wait")
    press(window, qtbot, "Run")
    qtbot.waitUntil(lambda: window.shown.log.text.text() == "waiting\n", timeout=LONG)
    assert window.session.view.run_state is RunState.RUNNING
    assert not window.actions_of_run[0].isEnabled()
    assert "still running" in window.actions_of_run[0].toolTip()
    gate.touch()
    wait_for(window, qtbot, RunState.SUCCESS)
    qtbot.waitUntil(lambda: window.shown.log.text.text() == "waiting\nopened\n")


def test_an_older_run_is_shown_with_what_it_ran(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = open_window(train)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS)
    train.write_text(train.read_text().replace("accuracy=0.75", "accuracy=0.5"))
    qtbot.waitUntil(lambda: window.session.run is None, timeout=LONG)  # an edit shows the file
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS, number=2)
    assert table_of(window)["models.b", "accuracy"] == "0.5"
    assert not window.shown.stage.banner.isVisible()
    window.shown.runs.table.selectRow(1)
    wait_for(window, qtbot, RunState.SUCCESS, number=1)
    assert table_of(window)["models.b", "accuracy"] == "0.75"
    assert window.shown.stage.banner.isVisible()
    assert "run #1" in window.shown.stage.banner.text.text()
    click(window.shown.stage.banner.button)
    assert window.session.run is None
    assert not window.shown.stage.banner.isVisible()


def test_opening_shows_the_latest_run_whoever_started_it(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    ran = QProcess()
    ran.start(sys.executable, ["-m", "flowdesk", "run", "--quiet", str(train)])
    assert ran.waitForFinished(LONG)
    window = open_window(train)
    wait_for(window, qtbot, RunState.SUCCESS)
    assert table_of(window)["models.a", "accuracy"] == "0.25"


def test_a_run_started_in_a_terminal_appears_by_itself(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = open_window(train)
    ran = QProcess()
    ran.start(sys.executable, ["-m", "flowdesk", "run", "--quiet", str(train)])
    wait_for(window, qtbot, RunState.SUCCESS)
    qtbot.waitUntil(lambda: ran.state() is QProcess.ProcessState.NotRunning, timeout=LONG)


def test_a_killed_window_leaves_its_run_going_and_the_next_one_shows_it(
    open_window: Open, gated: Path, gate: Path, home: Path, qtbot: QtBot
) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QSettings;"
        "from flowdesk.gui.app import _application, make_window; app = _application();"
        "settings = QSettings(sys.argv[2], QSettings.Format.IniFormat);"
        "window = make_window(Path(sys.argv[3]), settings); window.open_file(sys.argv[1]);"
        "session = window.session; session.possibilities_changed.connect(session.start_run); app.exec()"
    )
    killed = QProcess()
    settings = str(home.parent / "killed.ini")
    killed.start(sys.executable, ["-c", code, str(gated), settings, str(home)])
    assert killed.waitForStarted(LONG)
    qtbot.waitUntil(lambda: (home / "flowdesk.db").exists() and bool(runs_in(home)), timeout=LONG)
    os.kill(killed.processId(), signal.SIGKILL)
    assert killed.waitForFinished(LONG)
    window = open_window(gated)
    wait_for(window, qtbot, RunState.RUNNING)
    gate.touch()
    wait_for(window, qtbot, RunState.SUCCESS)


def runs_in(home: Path) -> list[str]:
    with Store.open(home) as store:
        return [row.id for row in store.runs()]


def test_a_run_whose_engine_was_killed_shows_as_interrupted(
    open_window: Open, gated: Path, qtbot: QtBot
) -> None:
    window = open_window(gated)
    engine = QProcess()
    engine.start(sys.executable, ["-m", "flowdesk", "run", "--quiet", str(gated)])
    wait_for(window, qtbot, RunState.RUNNING)
    os.kill(engine.processId(), signal.SIGKILL)
    assert engine.waitForFinished(LONG)
    wait_for(window, qtbot, RunState.INTERRUPTED)
    qtbot.waitUntil(lambda: runs_of(window) == ["#1 Interrupted"])


def test_a_file_with_problems_opens_with_their_list_and_cannot_be_run(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    train.write_text(train.read_text().replace('key = "accuracy"', 'key = "acuracy"'))
    window = open_window(train)
    qtbot.waitUntil(lambda: bool(window.shown.problems.model.rows))
    qtbot.waitUntil(lambda: is_in_front(window.shown.problems))
    run = window.actions_of_run[0]
    assert not run.isEnabled()
    assert run.toolTip() == "The file has 1 error"
    # Mended in an editor that writes a new file over the old one.
    mended = train.with_suffix(".new")
    mended.write_text(train.read_text().replace("acuracy", "accuracy"))
    mended.replace(train)
    qtbot.waitUntil(run.isEnabled, timeout=LONG)
    qtbot.waitUntil(lambda: not is_in_front(window.shown.problems))


def test_a_run_that_cannot_begin_says_why(open_window: Open, train: Path, home: Path, qtbot: QtBot) -> None:
    home.write_text("a file where the store's folder should be")  # before the window keeps a plan there
    window = open_window(train)
    press(window, qtbot, "Run")
    qtbot.waitUntil(window.shown.stage.notice.isVisible, timeout=LONG)
    assert "home" in window.shown.stage.notice.text.text()
    assert window.actions_of_run[0].isEnabled()
