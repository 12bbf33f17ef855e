from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.answer_label import AnswerLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_an_answer_is_shown_for_a_while_and_the_next_one_for_as_long_again(qtbot: QtBot) -> None:
    label = AnswerLabel()
    qtbot.addWidget(label)
    label._timer.setInterval(50)
    label.say("cancelled")
    assert label.text() == "Answer: cancelled"
    label.say("goes on")
    assert label.toolTip() == "Answer: goes on"
    qtbot.waitUntil(lambda: label.text() == "")
