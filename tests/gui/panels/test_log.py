from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from flowdesk.gui.followed import LogHead
from flowdesk.gui.panels import log as log_panel
from flowdesk.gui.panels.log import LogPanel
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FAILED = TaskView(TaskState.FAILED, 2, 10.0, 12.5, "exit code 3")


@pytest.fixture
def panel(qtbot: QtBot) -> LogPanel:
    made = LogPanel()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def many_lines(count: int = 100) -> str:
    return "".join(f"line {number}\n" for number in range(count))


def test_without_a_task_it_says_what_to_do(panel: LogPanel) -> None:
    assert panel.text.hint == log_panel.NO_TASK
    assert not panel.head.isVisible()


def test_choosing_a_task_asks_for_the_log_of_its_last_try(panel: LogPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.show_task("train", FAILED)
    assert asked.args == ["train", 0]
    with qtbot.assertNotEmitted(panel.log_chosen):
        panel.show_task("train", FAILED)


def test_the_head_tells_state_length_and_reason(panel: LogPanel) -> None:
    panel.show_task("train", FAILED)
    assert panel.head.task.text() == "train"
    assert panel.head.standing.text() == "Failed · 2.5 s"
    assert panel.head.reason.text() == "exit code 3"


def test_a_task_whose_engine_died_runs_no_more(panel: LogPanel) -> None:
    running = TaskView(TaskState.RUNNING, 1, 10.0)
    panel.show_task("train", running, RunState.INTERRUPTED)
    assert panel.head.standing.text() == "Interrupted"
    assert not panel.head._timer.isActive()


def test_an_earlier_try_can_be_chosen(panel: LogPanel, qtbot: QtBot) -> None:
    panel.show_task("train", FAILED)
    panel.reset(LogHead("train", 2, "/2.log"))
    assert [panel.head.tries.itemText(place) for place in range(2)] == ["Try 1", "Try 2"]
    assert panel.head.tries.currentIndex() == 1
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.tries.activated.emit(0)
    assert asked.args == ["train", 1]


def test_a_task_with_one_try_has_nothing_to_choose(panel: LogPanel) -> None:
    panel.show_task("get", TaskView(TaskState.SUCCESS, 1, 1.0, 2.0))
    assert not panel.head.tries.isVisible()


def test_the_end_is_followed_unless_the_reader_scrolled_up(panel: LogPanel) -> None:
    bar = panel.text.verticalScrollBar()
    panel.grow(many_lines())
    assert bar.value() == bar.maximum()
    bar.setValue(3)
    panel.grow(many_lines())
    assert bar.value() == 3


def test_growing_leaves_a_selection_alone(panel: LogPanel) -> None:
    panel.grow("first\n")
    panel.text.selectAll()
    panel.grow("second\n")
    assert panel.text.textCursor().selectedText().strip("\u2029") == "first"


def test_another_log_begins_empty(panel: LogPanel) -> None:
    panel.grow("old\n")
    panel.reset(None)
    assert panel.text.toPlainText() == ""


def test_text_is_found_round_the_end_and_what_is_not_there_is_said(panel: LogPanel, qtbot: QtBot) -> None:
    panel.grow("apple\npear\napple tart\n")
    panel.find_bar.open()
    qtbot.keyClicks(panel.find_bar.field, "apple")  # type: ignore[no-untyped-call]  # pytest-qt's
    places = [panel.text.textCursor().blockNumber()]
    for _ in range(2):
        qtbot.keyClick(panel.find_bar.field, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]  # as above
        places.append(panel.text.textCursor().blockNumber())
    assert sorted(set(places)) == [0, 2]
    panel.find_bar.field.setText("cherry")
    assert panel.find_bar.answer.text() == "Not found"
    qtbot.keyClick(panel.find_bar.field, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]  # as above
    assert not panel.find_bar.isVisible()
