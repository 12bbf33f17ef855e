"""What the window asks of a run, and how it takes the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from flowdesk.gui.question import Question
from flowdesk.gui.steering import Steering
from flowdesk.gui.wishes import Wish
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run, over, run_row

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.runner import Runner
    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train"))


def answered(kind: str, answer: str, *, seq: int = 2, task: str | None = None) -> Event:
    data = {"request": 1, "kind": kind, "answer": answer}
    return Event(seq, "r1", 5.0, EventKind.REQUEST_ANSWERED, task, data=data)


@pytest.fixture
def running(session: Session) -> Session:
    """A session that shows a run under way."""
    open_run(session, PLAN, begun())
    return session


def test_what_is_asked_of_a_run_under_way_is_left_for_its_engine(running: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.feed._wish_made) as made:
        running.steering.ask(Wish("pause"))
    assert made.args == ["r1", Wish("pause")]
    assert running.steering.is_asked("pause")


def test_the_same_is_not_asked_twice(running: Session, qtbot: QtBot) -> None:
    running.steering.ask(Wish("pause"))
    with qtbot.assertNotEmitted(running.feed._wish_made):
        running.steering.ask(Wish("pause"))


def test_an_answer_is_told_and_ends_the_waiting(running: Session, qtbot: QtBot) -> None:
    running.steering.ask(Wish("cancel", "train"))
    with qtbot.waitSignal(running.steering.answered) as told, qtbot.assertNotEmitted(running.told):
        running.feed.events_arrived.emit("r1", [answered("cancel", "cancelled 'train'", task="train")])
    assert told.args == ["cancelled 'train'"]
    assert not running.steering.is_asked("cancel", "train")


def test_a_refusal_must_not_be_missed(running: Session, qtbot: QtBot) -> None:
    running.steering.ask(Wish("pause"))
    with qtbot.waitSignal(running.told) as told:
        running.feed.events_arrived.emit("r1", [answered("pause", "refused: no")])
    assert told.args == ["Refused: no."]


def test_what_somebody_else_asked_is_told_too_and_nothing_is_waited_for(
    running: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(running.steering.answered):
        running.feed.events_arrived.emit("r1", [answered("pause", "refused: no")])


def test_a_run_that_ends_first_leaves_what_was_asked_undone(running: Session, qtbot: QtBot) -> None:
    running.steering.ask(Wish("pause"))
    with qtbot.waitSignal(running.told) as told:
        running.feed.events_arrived.emit("r1", [over(2)])
    assert "ended before" in told.args[0]


def test_a_run_is_being_stopped_until_it_has_ended(running: Session) -> None:
    running.steering.ask(Wish("cancel"))
    running.feed.events_arrived.emit("r1", [answered("cancel", "cancelled")])
    assert running.steering.is_stopping
    running.feed.events_arrived.emit("r1", [over(3)])
    assert not running.steering.is_stopping


class Started:
    """A runner that starts nothing."""

    def __init__(self) -> None:
        self.arguments: list[list[str]] = []

    def start(self, _run_id: str, arguments: list[str], _folder: Path, *, given: str) -> bool:
        self.given = given
        self.arguments.append(arguments)
        return True


def steering_of(session: Session, runner: Started, state: RunState) -> Steering:
    """Ask things of a run that nobody works on."""
    view = RunView(PLAN, "r1")
    view.apply([*begun(), over(2)] if state is RunState.SUCCESS else begun())
    view.interrupt()
    steering = Steering(session.feed, cast("Runner", runner), session)
    steering.show(run_row(state=state), view)
    return steering


def test_a_process_that_ends_without_an_answer_is_told_with_what_it_said(
    session: Session, qtbot: QtBot
) -> None:
    runner = Started()
    steering = steering_of(session, runner, RunState.SUCCESS)
    steering.ask(Wish("retry"))
    assert runner.arguments == [["retry", "r1", "--quiet"]]
    with qtbot.waitSignal(steering.refused) as told:
        steering.take_end("the store is full")
    assert told.args == ["the store is full"]
    with qtbot.assertNotEmitted(steering.refused):
        steering.take_end("a task failed")


def test_an_interrupted_run_is_taken_up_once_its_first_event_says_so(session: Session) -> None:
    steering = steering_of(session, Started(), RunState.INTERRUPTED)
    steering.ask(Wish("resume"))
    assert steering.is_asked("resume")
    steering.take([Event(2, "r1", 6.0, EventKind.RUN_RESUMED)])
    assert not steering.is_asked("resume")


def test_a_question_of_another_run_is_answered_there(running: Session, qtbot: QtBot) -> None:
    question = Question(7, "agree", "Publish?", ("yes", "no"), run_id="r7")
    with qtbot.waitSignal(running.feed._wish_made) as made:
        running.steering.answer(question, "yes")
    assert made.args == ["r7", Wish("approve", "agree", {"answer": "yes"})]
    assert running.steering.is_answering(question)
    assert not running.steering.is_asked("approve", "agree")
