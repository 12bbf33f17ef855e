from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import Filling
from flowdesk.gui.canvas.pill_stack import stack_size
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.plan.run_view import ValueView

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

VALUE = ValueView("float", "0.8312", 1, 6, 5.0)


def test_a_pill_is_filled_when_its_value_arrives(ink: Ink) -> None:
    pill = ValuePill("train", "accuracy", ("accuracies",), ink)
    assert (pill.text, pill.filling) == ("accuracy", Filling.WAITING)
    pill.show_value(VALUE, is_over=False)
    assert (pill.text, pill.filling) == ("accuracy  0.8312", Filling.FILLED)
    assert "float: 0.8312" in pill.toolTip()
    assert "accuracies" in pill.toolTip()


def test_a_value_that_will_not_come_is_absent(ink: Ink) -> None:
    pill = ValuePill("train", "accuracy", (), ink)
    pill.show_value(None, is_over=True)
    assert (pill.text, pill.filling) == ("accuracy  absent", Filling.ABSENT)
    pill.show_value(None, is_over=False)
    assert pill.text == "accuracy"
    assert "no value yet" in pill.toolTip()


def test_a_pill_stays_within_the_room_laid_out_for_it(ink: Ink) -> None:
    key = "an_extraordinarily_long_key_that_nobody_would_write"
    pill = ValuePill("train", key, (), ink)
    pill.show_value(ValueView("str", "열두 글자보다 긴 값입니다 " * 9, 1, 90, 5.0), is_over=False)
    room = stack_size([key], ink)
    assert pill.boundingRect().width() <= room.width() + 2
    assert pill.boundingRect().height() <= room.height() + 2
