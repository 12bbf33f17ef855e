from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.gui.followed import RunSnapshot
from flowdesk.gui.possible import why_not_stop
from flowdesk.plan.states import RunState
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
