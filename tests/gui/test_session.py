from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.gui.followed import RunSnapshot
from flowdesk.gui.possible import why_not_stop
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.rows import Edit, ValueRow
from tests.builders import bash, plan_of
from tests.gui.sessions import PATH, begun, ended, open_run, over, run_row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train"), bash("mail", "train"))


def test_without_a_file_nothing_can_be_run_stopped_or_shown(session: Session) -> None:
    refused = (session.why_not_run(), why_not_stop(session), session.why_not_file())
    assert refused == ("No file is open", "No run is shown", "No run is shown")


def test_a_run_that_was_not_asked_for_is_not_shown(session: Session) -> None:
    open_run(session, PLAN, begun())
    session.show_file()
    session.feed.events_arrived.emit("r1", ended("get", "success", seq=2))
    assert (session.run, session.view.run_id) == (None, None)


def test_the_first_task_that_fails_is_selected_where_none_is(session: Session) -> None:
    open_run(session, PLAN, begun())
    assert session.task == ""
    session.feed.events_arrived.emit("r1", ended("train", "failed", seq=2))
    assert session.task == "train"
    session.feed.events_arrived.emit("r1", ended("get", "failed", seq=4))
    assert session.task == "train"


def test_a_task_that_is_retried_has_not_failed_yet(session: Session) -> None:
    open_run(session, PLAN, [*begun(), *ended("train", "up_for_retry", seq=2)])
    assert session.task == ""


def test_a_selected_task_stays_selected_when_another_fails(session: Session) -> None:
    open_run(session, PLAN, begun())
    session.select_task("mail")
    session.feed.events_arrived.emit("r1", ended("train", "failed", seq=2))
    assert session.task == "mail"


def test_who_lets_go_of_the_failed_task_is_left_in_peace_until_another_run_is_shown(session: Session) -> None:
    open_run(session, PLAN, [*begun(), *ended("train", "failed", seq=2)])
    session.select_task("")
    session.feed.events_arrived.emit("r1", ended("get", "failed", seq=4))
    assert session.task == ""
    events = [*begun("r2"), *ended("get", "failed", seq=2, run_id="r2")]
    open_run(session, PLAN, events, run_row("r2", 2, RunState.FAILED))
    assert session.task == "get"


def test_a_new_run_of_the_file_is_shown_only_while_runs_are_followed(session: Session) -> None:
    session.open(Path(PATH))
    first, second = run_row(state=RunState.SUCCESS), run_row("r2", 2, RunState.SUCCESS)
    session.set_live(live=False)
    session.feed.runs_listed.emit(PATH, [first])
    assert not session.starting
    session.set_live(live=True)
    session.feed.run_opened.emit(RunSnapshot(first, PLAN, [*begun(), over(2)], []))
    assert session.run == first
    session.feed.runs_listed.emit(PATH, [second, first])
    assert session.starting


def test_a_dead_engine_is_noted_on_its_run_alone(session: Session, qtbot: QtBot) -> None:
    open_run(session, PLAN, begun())
    with qtbot.assertNotEmitted(session.view_changed):
        session.feed.run_interrupted.emit("another")
    with qtbot.waitSignal(session.view_changed):
        session.feed.run_interrupted.emit("r1")
    assert session.view.run_state is RunState.INTERRUPTED
    assert why_not_stop(session) == "Run #1 is not running"


def test_tasks_of_a_dead_engine_are_told_to_have_changed(session: Session, qtbot: QtBot) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), *ended("train", "failed", seq=4)[:1]])
    with qtbot.waitSignal(session.view_changed) as changed:
        session.feed.run_interrupted.emit("r1")
    assert changed.args[0].tasks == {"train"}


def test_a_run_can_be_shown_as_it_was_after_any_of_its_events(session: Session, qtbot: QtBot) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), *ended("train", "success", seq=4)])
    with qtbot.waitSignal(session.moment_changed), qtbot.waitSignal(session.view_changed) as changed:
        session.show_moment(2)
    assert changed.args[0].tasks == {"get", "train"}
    states = [session.view.task(task).state for task in PLAN.tasks]
    assert states == [TaskState.RUNNING, TaskState.WAITING, TaskState.WAITING]
    assert (session.moment, session.time()) == (2, 4.0)


def test_what_happens_meanwhile_does_not_change_the_moment_that_is_shown(
    session: Session, qtbot: QtBot
) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2)])
    session.show_moment(1)
    with qtbot.assertNotEmitted(session.view_changed), qtbot.waitSignal(session.events_grew):
        session.feed.events_arrived.emit("r1", ended("train", "failed", seq=4))
    assert session.view.task("train").state is TaskState.WAITING
    assert session.now.task("train").state is TaskState.FAILED
    session.show_moment(None)
    assert (session.view.task("train").state, session.task) == (TaskState.FAILED, "train")


def test_the_last_event_is_now_and_before_the_first_is_nothing(session: Session) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2)])
    session.show_moment(0)
    assert session.moment == 1
    session.show_moment(3)
    assert session.moment is None


def test_values_are_those_of_the_moment_and_edited_ones_as_they_were(session: Session) -> None:
    edit = Edit("int", "1", 9.0, "ann")
    rows = [
        ValueRow("r1", "get", 1, "rows", "int", "2", 5.0, 3, edit=edit),
        ValueRow("r1", "get", 1, "late", "int", "3", 6.0, 4),
    ]
    pushed = {"type": "int", "preview": "1", "size": 1}
    events = [
        *begun(),
        *ended("get", "success", seq=2)[:1],
        Event(3, "r1", 5.0, EventKind.VALUE_PUSHED, "get", 1, {"key": "rows", **pushed}),
        Event(4, "r1", 6.0, EventKind.VALUE_PUSHED, "get", 1, {"key": "late", **pushed}),
        Event(5, "r1", 9.0, EventKind.VALUE_EDITED, "get", 1, {"key": "rows", **pushed, "original": "1"}),
    ]
    session.show_run("r1")
    session.feed.run_opened.emit(RunSnapshot(run_row(), PLAN, events, rows))
    assert [(row.key, row.value) for row in session.values] == [("rows", "2"), ("late", "3")]
    session.show_moment(3)
    assert [(row.key, row.value, row.is_edited) for row in session.values] == [("rows", "1", False)]


def test_whether_a_run_can_be_started_is_decided_by_now(session: Session) -> None:
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), over(4)])
    session.show_moment(1)
    assert session.view.run_state is RunState.RUNNING
    assert "running" not in session.why_not_run()
