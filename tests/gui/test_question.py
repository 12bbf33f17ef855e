from __future__ import annotations

from flowdesk.gui.question import Question, question_of


def test_a_question_is_what_the_event_of_its_try_tells() -> None:
    asks = {"question": "Go on?", "choices": ["yes", "no"], "until": 12.5}
    assert question_of(3, "agree", asks, "r3") == Question(3, "agree", "Go on?", ("yes", "no"), 12.5, "r3")
