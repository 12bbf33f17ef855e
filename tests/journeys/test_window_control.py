"""Steering runs from the window as a user does: params, questions, pause, retry, clear, mark, cancel."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from flowdesk.gui.dialogs.sure import Sure
from flowdesk.gui.dialogs.values_dialog import ValuesDialog
from flowdesk.gui.task_menu import Picked, TaskMenu
from flowdesk.plan.states import RunState, TaskState
from tests.journeys.test_window import LONG, click, press, table_of, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

Dialog = TypeVar("Dialog", bound=QWidget)

WITH_PARAMS = """
[pipeline.params]
rows = { type = "int", ge = 1, description = "how many rows" }
city = { type = "str", default = "Seoul" }

[tasks.make]
bash = "echo made {{ params.rows }} of {{ params.city }}"
returns = "str"
"""

QUESTION = """
[tasks.agree]
approve = { question = "Publish the report?", choices = ["publish", "reject"] }
push = { return_value = "str" }

[tasks.publish]
bash = "echo they said $answer"
pull.answer = "agree"
"""

FLAKY = """
[tasks.get]
bash = "echo got; echo n=1 >> $FLOWDESK_PUSH"
push = { n = "int" }

[tasks.train]
bash = "[ -e %s ] || exit 3; echo accuracy=0.5 >> $FLOWDESK_PUSH"
after = ["get"]
push = { accuracy = "float" }

[tasks.mail]
bash = "echo mailed"
after = ["train"]
"""

MAPPED = """
[tasks.fit]
bash = 'echo fitting $n; echo oh >&2; [ $n = 2 ] && exit 3; echo accuracy=0.$n >> $FLOWDESK_PUSH'
expand.n = [1, 2, 3]
push = { accuracy = "float" }
"""


@pytest.fixture
def flaky(tmp_path: Path, gate: Path) -> Path:
    """A pipeline whose second task fails until the gate is there."""
    path = tmp_path / "flaky.toml"
    path.write_text(FLAKY % gate)
    return path


def dialog_of(qtbot: QtBot, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind, once it is open."""

    def shown() -> list[Dialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=LONG)
    return shown()[0]


def pick(window: MainWindow, name: str, text: str) -> None:
    """Choose something from the menu of a task."""
    menu = TaskMenu(Picked(window.shown.clerk, name), window)
    actions = [*menu.actions(), *menu.marks.actions()]
    action = next(one for one in actions if one.text().replace("&", "") == text)
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    menu.deleteLater()


def state_of(window: MainWindow, task: str) -> TaskState:
    return window.session.view.task(task).state


def test_a_pipeline_with_params_asks_for_them_first(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "params.toml"
    path.write_text(WITH_PARAMS)
    window = open_window(path)
    press(window, qtbot, "Run")
    dialog = dialog_of(qtbot, ValuesDialog)
    rows, city = (field.input for field in dialog.fields)
    assert isinstance(rows, QLineEdit)
    assert isinstance(city, QLineEdit)
    assert (rows.text(), city.text()) == ("", "Seoul")
    assert not dialog.accept_button.isEnabled()
    rows.setFocus()
    qtbot.keyClicks(rows, "0")  # type: ignore[no-untyped-call]  # pytest-qt's
    assert "at least 1" in dialog.fields[0].fault.text()
    rows.clear()
    qtbot.keyClicks(rows, "12")  # type: ignore[no-untyped-call]  # as above
    city.clear()
    qtbot.keyClicks(city, "-n O'Hara; rm -rf /")  # type: ignore[no-untyped-call]  # as above
    click(dialog.accept_button)
    wait_for(window, qtbot, RunState.SUCCESS)
    assert table_of(window)["make", "return_value"] == "made 12 of -n O'Hara; rm -rf /"


def test_a_question_is_answered_over_the_graph(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "question.toml"
    path.write_text(QUESTION)
    window = open_window(path)
    engine = QProcess()  # somebody else started it
    engine.start(sys.executable, ["-m", "flowdesk", "run", "--quiet", str(path)])
    wait_for(window, qtbot, RunState.RUNNING)
    bar = window.shown.stage.questions
    qtbot.waitUntil(bar.isVisible, timeout=LONG)
    (row,) = bar.rows
    assert (row.text.text(), row.who.text()) == ("Publish the report?", "asked by agree · run #1")
    assert [button.text() for button in row.buttons] == ["Publish", "Reject"]
    with qtbot.waitSignal(window.session.steering.answered, timeout=LONG) as told:
        click(row.buttons[0])
    assert told.args == ["answered 'agree' with publish"]
    wait_for(window, qtbot, RunState.SUCCESS)
    assert bar.isHidden()
    qtbot.waitUntil(lambda: engine.state() is QProcess.ProcessState.NotRunning, timeout=LONG)


def test_a_run_is_paused_and_resumed(open_window: Open, gated: Path, gate: Path, qtbot: QtBot) -> None:
    window = open_window(gated)
    press(window, qtbot, "Run")
    qtbot.waitUntil(lambda: state_of(window, "wait") is TaskState.RUNNING, timeout=LONG)
    press(window, qtbot, "Pause")
    qtbot.waitUntil(window.shown.stage.run_strip.isVisible, timeout=LONG)
    gate.touch()
    qtbot.waitUntil(lambda: state_of(window, "wait") is TaskState.SUCCESS, timeout=LONG)
    assert "Paused" in window.shown.status.standing.text()
    assert state_of(window, "after") is TaskState.WAITING
    press(window, qtbot, "Resume")
    wait_for(window, qtbot, RunState.SUCCESS)
    assert window.shown.stage.run_strip.isHidden()


def test_an_interrupted_run_goes_on_from_where_it_was(
    open_window: Open, gated: Path, gate: Path, qtbot: QtBot
) -> None:
    window = open_window(gated)
    engine = QProcess()
    engine.start(sys.executable, ["-m", "flowdesk", "run", "--quiet", str(gated)])
    qtbot.waitUntil(lambda: state_of(window, "wait") is TaskState.RUNNING, timeout=LONG)
    os.kill(engine.processId(), signal.SIGKILL)
    assert engine.waitForFinished(LONG)
    wait_for(window, qtbot, RunState.INTERRUPTED)
    gate.touch()
    click(window.shown.stage.run_strip.button)
    wait_for(window, qtbot, RunState.SUCCESS)
    window.session.select_task("wait")
    tries = window.shown.log.head.tries
    qtbot.waitUntil(lambda: tries.count() == 3, timeout=LONG)
    assert [tries.itemText(place) for place in range(3)] == ["Try 1 · interrupted", "Try 2", "All tries"]


def test_what_failed_is_retried_in_the_same_run(
    open_window: Open, flaky: Path, gate: Path, qtbot: QtBot
) -> None:
    window = open_window(flaky)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.FAILED)
    gate.touch()
    press(window, qtbot, "Retry failed")
    wait_for(window, qtbot, RunState.SUCCESS)
    view = window.session.view
    assert [view.task(task).tries for task in ("get", "train", "mail")] == [1, 2, 1]


def test_a_task_is_cleared_with_what_comes_after_it(
    open_window: Open, flaky: Path, gate: Path, qtbot: QtBot
) -> None:
    gate.touch()
    window = open_window(flaky)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS)
    pick(window, "train", "Clear with downstream…")
    sure = dialog_of(qtbot, Sure)
    assert sure.text() == "Clear 'train' and 1 task after it?"
    click(sure.verb)
    view = window.session.view
    qtbot.waitUntil(lambda: view.task("mail").tries == 2, timeout=LONG)
    wait_for(window, qtbot, RunState.SUCCESS)
    assert [view.task(task).tries for task in ("get", "train", "mail")] == [1, 2, 2]


def test_a_failed_task_is_marked_as_success_with_what_it_would_have_pushed(
    open_window: Open, flaky: Path, qtbot: QtBot
) -> None:
    window = open_window(flaky)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.FAILED)
    pick(window, "train", "Mark as success…")
    dialog = dialog_of(qtbot, ValuesDialog)
    (field,) = dialog.fields
    assert (field.param.name, field.kind.text()) == ("accuracy", "float · required")
    qtbot.keyClicks(field.input, "0.75")  # type: ignore[no-untyped-call]  # pytest-qt's
    click(dialog.accept_button)
    wait_for(window, qtbot, RunState.SUCCESS)
    assert table_of(window)["train", "accuracy"] == "0.75"
    assert state_of(window, "mail") is TaskState.SUCCESS


def test_one_task_is_cancelled_and_the_run_goes_on(open_window: Open, gated: Path, qtbot: QtBot) -> None:
    window = open_window(gated)
    press(window, qtbot, "Run")
    qtbot.waitUntil(lambda: state_of(window, "wait") is TaskState.RUNNING, timeout=LONG)
    pick(window, "wait", "Cancel this task…")
    with qtbot.waitSignal(window.session.steering.answered, timeout=LONG) as told:
        click(dialog_of(qtbot, Sure).verb)
    assert told.args == ["cancelled 'wait'"]
    qtbot.waitUntil(lambda: state_of(window, "wait") is TaskState.CANCELLED, timeout=LONG)
    qtbot.waitUntil(lambda: window.session.view.run_state is not RunState.RUNNING, timeout=LONG)


def test_one_task_is_run_alone(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = open_window(train)
    pick(window, "models.b", "Run only this")
    wait_for(window, qtbot, RunState.SUCCESS)
    assert list(window.session.view.plan.tasks) == ["models.b"]
    assert table_of(window) == {("models.b", "accuracy"): "0.75"}


def test_of_a_mapped_task_each_one_can_be_read_and_retried(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mapped.toml"
    path.write_text(MAPPED)
    window = open_window(path)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.FAILED)
    assert window.shown.stage.graph.graph.tasks["fit"].footer == "3 of 3 · 1 failed"
    assert table_of(window) == {("fit[0]", "accuracy"): "0.1", ("fit[2]", "accuracy"): "0.3"}
    # The failed one is shown at once.
    assert window.shown.log.name == "fit[1]"
    qtbot.waitUntil(lambda: "fitting 2" in window.shown.log.text.text(), timeout=LONG)
    assert window.shown.log.text.has_marks  # of what came from standard error
    # A row of the table leads to the log of its own.
    window.shown.xcoms.table.selectRow(1)
    qtbot.waitUntil(lambda: "fitting 3" in window.shown.log.text.text(), timeout=LONG)
    pick(window, "fit[1]", "Retry")
    qtbot.waitUntil(lambda: window.session.view.task("fit[1]").tries == 2, timeout=LONG)
    wait_for(window, qtbot, RunState.FAILED)
    assert [window.session.view.task(f"fit[{index}]").tries for index in range(3)] == [1, 2, 1]
    assert not window.shown.stage.notice.isVisible(), window.shown.stage.notice.text.text()
