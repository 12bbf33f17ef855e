from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.question import Question
from flowdesk.gui.question_bar import QuestionBar
from flowdesk.gui.question_row import QuestionRow
from flowdesk.gui.wishes import Wish
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, open_run, over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(*(bash(f"ask{number}") for number in range(5)))


def asked(number: int, question: str = "Go on?", choices: tuple[str, ...] = ("yes", "no")) -> Event:
    """Task number so and so begins to ask."""
    asks = {"question": question, "choices": list(choices), "until": None}
    return Event(2 + number, "r1", 5.0, EventKind.TRY_STARTED, f"ask{number}", 1, {"pid": None, "asks": asks})


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> QuestionBar:
    made = QuestionBar(session)
    made.answered.connect(session.steering.answer)
    qtbot.addWidget(made)
    return made


def shown(bar: QuestionBar) -> list[str]:
    return [row.question.text for row in bar.rows]


def test_what_a_run_asks_is_shown_until_it_is_answered_or_over(bar: QuestionBar, session: Session) -> None:
    open_run(session, PLAN, begun())
    assert bar.isHidden()
    session.feed.events_arrived.emit("r1", [asked(0, "Publish?")])
    assert not bar.isHidden()
    assert shown(bar) == ["Publish?"]
    assert bar.rows[0].who.text() == "asked by ask0 · run #1"
    session.feed.events_arrived.emit("r1", [over(3)])
    assert bar.isHidden()


def test_a_click_answers_and_turns_the_buttons_off(bar: QuestionBar, session: Session, qtbot: QtBot) -> None:
    open_run(session, PLAN, [*begun(), asked(0)])
    (row,) = bar.rows
    assert [button.text() for button in row.buttons] == ["Yes", "No"]
    with qtbot.waitSignal(session.feed._wish_made) as made:
        QTest.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    assert made.args == ["r1", Wish("approve", "ask0", {"answer": "no"})]
    assert not row.buttons[0].isEnabled()
    assert row.who.text() == "Answering…"


def test_a_question_that_stays_keeps_its_buttons_when_another_is_answered(
    bar: QuestionBar, session: Session
) -> None:
    open_run(session, PLAN, [*begun(), asked(0), asked(1, "Sure?")])
    second = bar.rows[1]
    done = {"task_state": "success", "reason": None}
    session.feed.events_arrived.emit("r1", [Event(9, "r1", 6.0, EventKind.TRY_FINISHED, "ask0", 1, done)])
    assert bar.rows == [second]


def test_of_many_questions_the_oldest_are_shown_and_the_others_counted(
    bar: QuestionBar, session: Session
) -> None:
    open_run(session, PLAN, [*begun(), *(asked(number) for number in range(5))])
    assert len(bar.rows) == 3
    assert bar.more.text() == "… and 2 more after these"


def test_a_run_that_is_not_shown_asks_too(bar: QuestionBar, session: Session, qtbot: QtBot) -> None:
    session.file.path = None
    open_run(session, PLAN, begun())
    question = Question(7, "agree", "Publish?", ("yes", "no"), run_id="r7")
    session.feed.questions_asked.emit(str(session.path), [question])
    assert bar.rows[0].who.text() == "asked by agree · run #7"
    with qtbot.waitSignal(session.feed._wish_made) as made:
        QTest.mouseClick(bar.rows[0].buttons[0], Qt.MouseButton.LeftButton)
    assert made.args == ["r7", Wish("approve", "agree", {"answer": "yes"})]


def test_many_or_long_choices_are_a_list(qtbot: QtBot) -> None:
    choices = tuple(f"choice number {number}" for number in range(6))
    row = QuestionRow(Question(1, "ask", "Which?", choices))
    qtbot.addWidget(row)
    assert row.list is not None
    row.list.setCurrentIndex(4)
    with qtbot.waitSignal(row.answered) as answered:
        QTest.mouseClick(row.buttons[0], Qt.MouseButton.LeftButton)
    assert answered.args[1] == "choice number 4"


def test_the_time_that_is_left_is_told(qtbot: QtBot) -> None:
    row = QuestionRow(Question(1, "ask", "Which?", ("yes", "no"), until=100.0))
    qtbot.addWidget(row)
    row.show_asked(is_asked=False, now=70.0)
    assert row.who.text() == "asked by ask · run #1 · 30 s left to answer"
