from __future__ import annotations

from flowdesk.gui.shown_run import ShownRun, as_it_was
from flowdesk.plan.rewindable import Rewindable
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.rows import Edit, ValueRow
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, over, run_row

PLAN = plan_of(bash("get"), bash("train"))
EVENTS = [*begun(), *ended("get", "success", seq=2)]


def test_a_time_between_events_is_shown_as_after_the_last_one_before_it() -> None:
    shown = ShownRun(PLAN, run_row(), events=EVENTS)
    shown.show_time(5.5)
    assert (shown.moment, shown.time(99.0)) == (2, 5.5)
    assert shown.view.task("get").state is TaskState.RUNNING


def test_a_time_after_the_last_event_is_now_and_one_before_the_first_the_begin() -> None:
    shown = ShownRun(PLAN, run_row(), events=EVENTS)
    moments = []
    for at in (1.0, 50.0):
        shown.show_time(at)
        moments.append((shown.moment, shown.time(99.0)))
    assert moments == [(1, 4.0), (None, 99.0)]


def test_what_happens_while_the_past_is_shown_is_known_when_one_comes_back() -> None:
    shown = ShownRun(PLAN, run_row(), events=EVENTS)
    shown.show(1)
    assert shown.take([*ended("train", "success", seq=4), over(6)]).run
    assert shown.view.task("train").state is TaskState.WAITING
    assert shown.show(None).tasks == {"get", "train"}
    assert shown.view.run_state is RunState.SUCCESS


def test_an_engine_that_died_died_now_and_not_in_the_past() -> None:
    shown = ShownRun(PLAN, run_row(), events=EVENTS)
    shown.interrupt()
    states = []
    for seq in (1, None):
        shown.show(seq)
        states.append(shown.view.run_state)
    assert states == [RunState.RUNNING, RunState.INTERRUPTED]


def test_a_view_that_has_taken_the_events_up_already_is_taken_as_it_is() -> None:
    view = Rewindable(PLAN, "r1")
    view.apply(EVENTS)
    shown = ShownRun(PLAN, run_row(), events=EVENTS, now=view)
    assert shown.now is view
    assert shown.view.task("get") == view.task("get")


def test_a_value_is_what_was_pushed_until_it_was_edited() -> None:
    value = ValueRow("r1", "get", 1, "rows", "int", "2", 5.0, 3, edit=Edit("int", "1", 9.0, "ann"))
    assert [as_it_was(value, at).value for at in (8.9, 9.0)] == ["1", "2"]
