from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.followed import ALL, LogHead
from flowdesk.gui.log.levels import Level
from flowdesk.gui.panels import log as log_panel
from flowdesk.gui.panels.log import LogPanel
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.plan import Expand, Kind, Task
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import TryState
from flowdesk.store.log_line import ERR, NOTE, OUT
from flowdesk.store.rows import TryRow
from tests.builders import bash, plan_of
from tests.gui.log.printed import Printed

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    return Printed(tmp_path / "1.log")


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


def test_an_empty_log_says_whether_more_may_come(panel: LogPanel) -> None:
    panel.show_task("train", run_of(started("train")))
    assert panel.text.hint == log_panel.NOTHING_YET
    panel.show_task("train", FAILED)
    assert panel.text.hint == log_panel.NOTHING


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
    texts = [panel.head.tries.itemText(place) for place in range(3)]
    assert texts == ["Try 1 · interrupted", "Try 2", "All tries"]
    assert panel.head.tries.currentIndex() == 1
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.tries.setCurrentIndex(0)
        panel.head.tries.activated.emit(0)
    assert asked.args == ["train", 1]
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.tries.setCurrentIndex(1)
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


def test_times_are_beside_the_text_and_not_in_it(panel: LogPanel, printed: Printed) -> None:
    panel.grow(printed.more("one", "two"))
    before = panel.text.painter.gutter.width(panel.text.fontMetrics())
    panel.head.times.click()
    assert panel.text.painter.gutter.width(panel.text.fontMetrics()) > before
    assert panel.text.text() == "one\ntwo\n"


def test_standard_error_is_told_by_a_mark_and_not_by_colour_alone(panel: LogPanel, printed: Printed) -> None:
    panel.grow(printed.more("one"))
    assert [panel.text.has_marks] == [False]
    panel.grow(printed.more("oh", stream=ERR))
    panel.grow(printed.more("exit code 1", stream=NOTE))
    assert panel.text.has_marks
    assert [panel.text.lines.line(number).stream for number in range(3)] == [OUT, ERR, NOTE]
    assert panel.text.text() == "one\noh\nflowdesk: exit code 1\n"


def test_another_log_begins_empty(panel: LogPanel, printed: Printed) -> None:
    panel.grow(printed.more("old"))
    panel.reset(None)
    assert panel.text.text() == ""


def test_all_tries_can_be_read_one_after_the_other_under_headings(panel: LogPanel, tmp_path: Path) -> None:
    panel.show_task("train", FAILED)
    panel.list_tries("train", tries_of(TryState.FAILED, TryState.SUCCESS))
    panel.head.tries.setCurrentIndex(panel.head.tries.findText("All tries"))
    panel.reset(LogHead("train", ALL, ""))
    panel.grow(Printed(tmp_path / "1.log", 1).more("first"))
    panel.grow(Printed(tmp_path / "2.log", 2).more("second"))
    assert panel.text.text() == "Try 1 · failed\nfirst\nTry 2\nsecond\n"
    assert panel.text.lines.line(0).is_heading


def test_all_tries_are_asked_for_by_their_entry(panel: LogPanel, qtbot: QtBot) -> None:
    panel.show_task("train", FAILED)
    panel.list_tries("train", tries_of(TryState.FAILED, TryState.SUCCESS))
    panel.head.tries.setCurrentIndex(2)
    with qtbot.waitSignal(panel.log_chosen) as asked:
        panel.head.tries.activated.emit(2)
    assert asked.args == ["train", ALL]
    panel.list_tries("train", tries_of(TryState.FAILED, TryState.FAILED, TryState.SUCCESS))
    assert panel.head.tries.currentText() == "All tries"


def test_errors_are_counted_and_gone_to_one_after_the_other(panel: LogPanel, printed: Printed) -> None:
    assert not panel.head.errors.isVisible()
    panel.show_task("train", FAILED)
    panel.grow(printed.more("INFO begin", "ERROR one", "INFO on", "ERROR two"))
    assert panel.head.errors.text() == "2 errors"
    gone: list[int] = []
    for _ in range(3):
        panel.head.errors.click()
        gone.append(panel.text.selection.caret[0])
    assert gone == [1, 3, 1]
    panel.go_to_error_before()
    assert panel.text.selection.caret[0] == 3


def test_an_error_that_is_not_found_yet_is_gone_to_once_it_is(panel: LogPanel, printed: Printed) -> None:
    panel.grow(printed.more("INFO begin"))
    panel.go_to_first_error()
    panel.grow(printed.more("INFO on", "ERROR it broke"))
    assert panel.text.selection.caret[0] == 2


def test_what_a_filter_leaves_out_is_told_where_nothing_passes_it(panel: LogPanel, printed: Printed) -> None:
    panel.grow(printed.more("INFO begin", "WARNING careful", "ERROR it broke"))
    panel.filter.levels[Level.WARNING].trigger()
    assert panel.text.text() == "WARNING careful\nERROR it broke\n"
    assert panel.head.filter.text() == "Warnings and errors"
    panel.filter.sources[frozenset({ERR, NOTE})].trigger()
    assert panel.text.text() == ""
    assert panel.text.hint == "No line passes the filter: Warnings and errors, Error output only."
    panel.filter.show_all()
    assert panel.text.lines.rows == 3


def test_at_a_past_moment_only_what_had_been_printed_is_seen(panel: LogPanel, printed: Printed) -> None:
    panel.grow(printed.more("one", "two", "three"))
    panel.show_until(printed.moment_of(1))
    assert panel.text.text() == "one\ntwo\n"
    panel.grow(printed.more("four"))
    assert panel.text.text() == "one\ntwo\n"
    panel.show_until(None)
    assert panel.text.text() == "one\ntwo\nthree\nfour\n"


def test_what_can_be_done_is_told_when_it_changes_and_only_then(
    panel: LogPanel, printed: Printed, qtbot: QtBot
) -> None:
    assert panel.why_no_text() == "There is no log"
    with qtbot.waitSignal(panel.shown_changed):
        panel.grow(printed.more("one"))
    assert panel.why_no_text() == ""
    with qtbot.assertNotEmitted(panel.shown_changed):
        panel.grow(printed.more("two"))
    with qtbot.waitSignal(panel.shown_changed):
        panel.grow(printed.more("ERROR three"))
