from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from flowdesk.gui.followed import LogHead
from flowdesk.gui.panels import log as log_panel
from flowdesk.gui.panels.log import LogPanel
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.plan import Expand, Kind, Task
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import TryState
from flowdesk.store.log_line import ERR, NOTE, OUT, Line
from flowdesk.store.rows import TryRow
from tests.builders import bash, plan_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MAPPED = Task("fit", Kind.BASH, ("true",), expand=(Expand("n", items="[1, 2, 3]"),))
PLAN = plan_of(bash("train"), bash("get"), MAPPED)


def run_of(*events: tuple[EventKind, str, dict[str, object]]) -> RunView:
    """A run that began at second 10; what is told of a task is of its first try, each a second later."""
    view = RunView(PLAN, "r1")
    told = [Event(1, "r1", 10.0, EventKind.RUN_STARTED)]
    for kind, name, data in events:
        task, index = split(name)
        told.append(Event(len(told) + 1, "r1", 9.0 + len(told), kind, task, 1, data, index))
    view.apply(told)
    return view


def started(name: str) -> tuple[EventKind, str, dict[str, object]]:
    return EventKind.TRY_STARTED, name, {"pid": 1}


def ended(name: str, state: str, reason: str | None = None) -> tuple[EventKind, str, dict[str, object]]:
    return EventKind.TRY_FINISHED, name, {"task_state": state, "reason": reason}


def expanded(count: int) -> tuple[EventKind, str, dict[str, object]]:
    return EventKind.TASK_EXPANDED, "fit", {"count": count}


def tries_of(*states: TryState) -> list[TryRow]:
    return [
        TryRow("r1", "train", number, state, None, None, None, None, f"/{number}.log", 0.0, None)
        for number, state in enumerate(states, 1)
    ]


FAILED = run_of(started("train"), ended("train", "failed", "exit code 3"))


@pytest.fixture
def panel(qtbot: QtBot) -> LogPanel:
    made = LogPanel()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def lines_of(text: str, stream: str = OUT) -> list[Line]:
    return [Line(stream, one, "2026-11-24T11:47:39.123Z") for one in text.splitlines()]


def many_lines(count: int = 100) -> list[Line]:
    return lines_of("".join(f"line {number}\n" for number in range(count)))


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
    assert panel.head.standing.text() == "Failed · 1.0 s"
    assert panel.head.reason.text() == "exit code 3"


def test_a_task_whose_engine_died_runs_no_more(panel: LogPanel) -> None:
    view = run_of(started("train"))
    view.interrupt()
    panel.show_task("train", view)
    assert panel.head.standing.text() == "Interrupted"
    assert not panel.head._timer.isActive()


def test_an_earlier_try_can_be_chosen_and_each_says_how_it_ended(panel: LogPanel, qtbot: QtBot) -> None:
    panel.show_task("train", FAILED)
    panel.list_tries("train", tries_of(TryState.INTERRUPTED, TryState.SUCCESS))
    panel.reset(LogHead("train", 2, "/2.log"))
    assert [panel.head.tries.itemText(place) for place in range(2)] == ["Try 1 · interrupted", "Try 2"]
    assert panel.head.tries.currentIndex() == 1
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.tries.activated.emit(0)
    assert asked.args == ["train", 1]
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.tries.activated.emit(1)
    assert asked.args == ["train", 0]


def test_a_task_with_one_try_has_nothing_to_choose(panel: LogPanel) -> None:
    panel.show_task("train", FAILED)
    panel.list_tries("train", tries_of(TryState.FAILED))
    assert not panel.head.tries.isVisible()
    assert not panel.head.instances.isVisible()


def test_a_try_that_begins_is_gone_to_unless_an_earlier_one_is_read(panel: LogPanel) -> None:
    panel.show_task("train", FAILED)
    one, two, three = tries_of(TryState.FAILED, TryState.FAILED, TryState.RUNNING)
    panel.list_tries("train", [one, two])
    panel.list_tries("train", [one, two, three])
    assert panel.head.tries.currentIndex() == 2
    panel.head.tries.setCurrentIndex(0)
    panel.list_tries("train", [one, two, three, three._replace(number=4)])
    assert panel.head.tries.currentIndex() == 0


def test_of_a_mapped_task_the_one_that_failed_is_shown(panel: LogPanel, qtbot: QtBot) -> None:
    view = run_of(expanded(3), started("fit[0]"), started("fit[1]"), ended("fit[1]", "failed", "exit code 1"))
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.show_task("fit", view)
    assert asked.args == ["fit[1]", 0]
    assert panel.head.task.text() == "fit"
    box = panel.head.instances
    assert [box.itemText(place) for place in range(3)] == ["[0] Running", "[1] Failed", "[2] Waiting"]
    assert box.currentIndex() == 1
    assert panel.head.reason.text() == "exit code 1"


def test_the_one_that_is_shown_stays_until_another_fails_or_is_chosen(panel: LogPanel, qtbot: QtBot) -> None:
    events = [expanded(3), started("fit[0]"), started("fit[1]")]
    panel.show_task("fit", run_of(*events))
    assert panel.name == "fit[0]"
    events.append(ended("fit[0]", "success"))
    panel.show_task("fit", run_of(*events))
    assert panel.name == "fit[0]"
    events.append(ended("fit[1]", "failed"))
    panel.show_task("fit", run_of(*events))
    assert panel.name == "fit[1]"
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.instances.activated.emit(2)
    assert asked.args == ["fit[2]", 0]
    panel.show_task("fit", run_of(*events))
    assert panel.name == "fit[2]"


def test_a_name_goes_straight_to_one_of_a_mapped_task(panel: LogPanel) -> None:
    panel.show_task("fit", run_of(expanded(3), started("fit[0]")), "fit[2]")
    assert panel.name == "fit[2]"


def test_a_mapped_task_that_is_not_made_into_others_yet_says_so(panel: LogPanel) -> None:
    panel.show_task("fit", run_of())
    assert panel.text.hint == log_panel.NOT_EXPANDED


def test_times_are_beside_the_text_and_not_in_it(panel: LogPanel) -> None:
    panel.grow(lines_of("one\ntwo\n"))
    assert panel.text.gutter.width() == 0 or not panel.text.gutter.isVisible()
    panel.head.times.click()
    assert panel.text.gutter.isVisible()
    assert [mark.at for mark, _, _ in panel.text.marks_on_show()] == ["2026-11-24T11:47:39.123Z"] * 2
    assert panel.text.toPlainText() == "one\ntwo\n"


def test_standard_error_is_told_by_colour_and_by_a_mark(panel: LogPanel) -> None:
    panel.grow([*lines_of("one"), *lines_of("oh", ERR), *lines_of("exit code 1", NOTE)])
    assert panel.text.gutter.isVisible()
    assert [mark.stream for mark, _, _ in panel.text.marks_on_show()] == [OUT, ERR, NOTE]
    assert panel.text.toPlainText() == "one\noh\nflowdesk: exit code 1\n"
    colours = []
    for number in range(3):
        cursor = QTextCursor(panel.text.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        colours.append(cursor.charFormat().foreground().color().name())
    assert len(set(colours)) == 3


def test_a_line_goes_on_where_it_was_left_unless_the_other_stream_comes_between(panel: LogPanel) -> None:
    half = Line(OUT, "10%", is_whole=False)
    panel.grow([half])
    panel.grow([half, Line(ERR, "oh"), Line(OUT, "done")])
    assert panel.text.toPlainText() == "10%10%\noh\ndone\n"
    assert [mark.stream for mark, _, _ in panel.text.marks_on_show()] == [OUT, ERR, OUT]


def test_marks_stay_beside_their_lines_when_the_oldest_are_dropped(panel: LogPanel) -> None:
    panel.text.setMaximumBlockCount(4)
    panel.grow([*many_lines(10), *lines_of("oh", ERR)])
    assert panel.text.toPlainText() == "line 8\nline 9\noh\n"
    assert [mark.stream for mark in panel.text._marks] == [OUT, OUT, ERR]


def test_the_end_is_followed_unless_the_reader_scrolled_up(panel: LogPanel) -> None:
    bar = panel.text.verticalScrollBar()
    panel.grow(many_lines())
    assert bar.value() == bar.maximum()
    bar.setValue(3)
    panel.grow(many_lines())
    assert bar.value() == 3


def test_growing_leaves_a_selection_alone(panel: LogPanel) -> None:
    panel.grow(lines_of("first\n"))
    panel.text.selectAll()
    panel.grow(lines_of("second\n"))
    assert panel.text.textCursor().selectedText().strip("\u2029") == "first"


def test_another_log_begins_empty(panel: LogPanel) -> None:
    panel.grow(lines_of("old\n"))
    panel.reset(None)
    assert panel.text.toPlainText() == ""


def test_text_is_found_round_the_end_and_what_is_not_there_is_said(panel: LogPanel, qtbot: QtBot) -> None:
    panel.grow(lines_of("apple\npear\napple tart\n"))
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
