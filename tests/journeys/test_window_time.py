"""Going through the time of a run, as a user does who wants to know what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.details.panel import DetailsPanel
from flowdesk.gui.gantt.panel import GanttPanel
from flowdesk.gui.panels.events import EventsPanel
from flowdesk.gui.possible import why_not_retry
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

Panel = TypeVar("Panel", bound="QWidget")
LONG = 30_000  # milliseconds

STEPS = """
[pipeline]
name = "steps"

[tasks.get]
bash = "echo first; sleep 0.4; echo second; echo rows=12 >> $FLOWDESK_PUSH"
push = { rows = "int" }

[tasks."model.train"]
bash = "echo training on $rows; sleep 0.2; exit 3"
pull.rows = "get:rows"
"""

AGAIN = """
[pipeline]
name = "again"

[tasks.get]
bash = "echo this is try $FLOWDESK_TRY; [ $FLOWDESK_TRY = 2 ]"
retries = 1
retry_delay = 0.1
"""


@pytest.fixture
def window(open_window: Open, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """On a run that is over, whose second task failed."""
    path = tmp_path / "steps.toml"
    path.write_text(STEPS)
    made = open_window(path)
    qtbot.waitUntil(lambda: not made.session.why_not_run(), timeout=LONG)
    made.session.start_run()
    qtbot.waitUntil(lambda: made.session.view.run_state is RunState.FAILED, timeout=LONG)
    return made


def panel(window: MainWindow, title: str, kind: type[Panel]) -> Panel:
    """The panel of this title, brought to the front."""
    docks = window.shown.docks
    docks.bring(docks.find(title))
    found = docks.find(title).widget()
    assert isinstance(found, kind)
    return found


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.shown, key, modifier)


def test_the_user_goes_back_to_before_the_failure_and_everything_follows(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, page = window.session, window.shown
    finished = next(event for event in session.events if event.kind is EventKind.TRY_FINISHED)
    session.show_moment(finished.seq - 1)
    assert session.view.task("get").state is TaskState.RUNNING
    assert session.view.task("model.train").state is TaskState.WAITING
    assert not page.stage.moment.isHidden()
    assert page.status.standing.text().endswith("Running")
    session.select_task("get")
    qtbot.waitUntil(lambda: "second" in page.log.text.text(), timeout=LONG)
    begun = session.view.task("get").started_at
    assert begun is not None
    session.show_time(begun + 0.2)
    qtbot.waitUntil(lambda: "second" not in page.log.text.text(), timeout=LONG)
    assert page.xcoms.model.rowCount() == 0
    page.stage.moment.button.click()
    assert session.moment is None
    assert page.xcoms.model.rowCount() == 1
    qtbot.waitUntil(lambda: "second" in page.log.text.text(), timeout=LONG)


def test_keys_go_from_event_to_event_and_from_failure_to_failure(window: MainWindow) -> None:
    session = window.session
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.moment == session.events[-2].seq
    press(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert session.moment == session.events[0].seq
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (session.view.failed, session.task) == (("model.train",), "model.train")
    press(window, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert session.moment is None


def test_a_run_is_replayed_from_its_begin_to_its_end(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.shown.stage.replay
    bar.speed.setCurrentIndex(bar.speed.count() - 1)
    bar.speed.activated.emit(bar.speed.count() - 1)
    bar.play.click()
    assert bar.player.is_playing
    qtbot.waitUntil(lambda: window.session.moment is None, timeout=LONG)
    assert not bar.player.is_playing


def test_while_the_past_is_shown_what_can_be_done_says_to_go_back(window: MainWindow) -> None:
    assert why_not_retry(window.session) == ""
    window.session.show_moment(window.session.events[0].seq)
    assert "go back to now" in why_not_retry(window.session)


def test_the_chart_of_times_says_what_the_run_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    chart = panel(window, "Gantt", GanttPanel).chart
    qtbot.waitUntil(chart.isVisible)
    assert chart.run.path.tasks == ("get", "model.train")
    geometry = chart.geometry_of()
    QTest.mouseClick(
        chart.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(geometry.names / 2), round(geometry.y(0)) + 8),
    )
    assert window.session.task == "get"


def test_a_bar_is_entered_to_read_what_its_try_printed(window: MainWindow, qtbot: QtBot) -> None:
    chart = panel(window, "Gantt", GanttPanel).chart
    window.session.select_task("get")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "second" in window.shown.log.text.text(), timeout=LONG)
    assert not window.shown.log.visibleRegion().isEmpty()


def test_a_run_that_goes_on_is_looked_back_upon(
    open_window: Open, gated: Path, gate: Path, qtbot: QtBot
) -> None:
    window = open_window(gated)
    session = window.session
    qtbot.waitUntil(lambda: not session.why_not_run(), timeout=LONG)
    session.start_run()
    qtbot.waitUntil(lambda: session.view.task("wait").state is TaskState.RUNNING, timeout=LONG)
    player = window.shown.stage.replay.player
    player.first()
    before = player.scale().end
    qtbot.waitUntil(lambda: player.scale().end > before + 0.3, timeout=LONG)
    gate.touch()
    qtbot.waitUntil(lambda: session.now.run_state is RunState.SUCCESS, timeout=LONG)
    assert session.view.task("wait").state is TaskState.WAITING
    player.now()
    assert session.view.task("after").state is TaskState.SUCCESS


def test_the_details_of_a_failed_task_lead_to_the_value_that_it_took(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.shown
    window.session.select_task("model.train")
    details = panel(window, "Details", DetailsPanel)
    qtbot.waitUntil(lambda: "exit code 3" in details.page.toPlainText(), timeout=LONG)
    assert "Exit code\n3" in details.page.toPlainText()
    details.value_wanted.emit("get", "rows")
    qtbot.waitUntil(lambda: page.value.row is not None and page.value.row.key == "rows", timeout=LONG)


def test_an_event_in_the_list_leads_to_its_moment(window: MainWindow) -> None:
    events = panel(window, "Events", EventsPanel)
    assert events.model.rowCount() == len(window.session.events)
    events.filter.setText("value pushed")
    assert events.model.rowCount() == 1
    events.table.selectRow(0)
    events.moment.click()
    assert window.session.moment == events.model.rows[0].seq


def test_the_log_is_that_of_the_try_of_then(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "again.toml"
    path.write_text(AGAIN)
    window = open_window(path)
    qtbot.waitUntil(lambda: not window.session.why_not_run(), timeout=LONG)
    window.session.start_run()
    session, log = window.session, window.shown.log
    qtbot.waitUntil(lambda: session.now.run_state is RunState.SUCCESS, timeout=LONG)
    session.select_task("get")
    qtbot.waitUntil(lambda: "this is try 2" in log.text.text(), timeout=LONG)
    first = next(event for event in session.events if event.kind is EventKind.TRY_FINISHED)
    session.show_moment(first.seq)
    qtbot.waitUntil(lambda: "this is try 1" in log.text.text(), timeout=LONG)
    session.show_moment(None)
    qtbot.waitUntil(lambda: "this is try 2" in log.text.text(), timeout=LONG)
