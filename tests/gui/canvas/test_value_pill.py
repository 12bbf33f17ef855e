from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import Filling
from flowdesk.gui.canvas.pill_stack import stack_size
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.plan.plan import Push
from flowdesk.plan.run_view import ValueView
from tests.gui.canvas.painted import picture_of

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

VALUE = ValueView("float", "0.8312", 1, 6, 5.0)


def pill_of(ink: Ink, *, secret: bool = False) -> ValuePill:
    return ValuePill(
        "train", "accuracy", ("acc",), ink, declared=Push("accuracy", "float", secret=secret), to="choose"
    )


def test_before_there_is_a_value_the_type_is_told(ink: Ink) -> None:
    pill = pill_of(ink)
    assert (pill.text, pill.filling) == ("accuracy: float", Filling.WAITING)
    assert "declared as float" in pill.told
    assert "no value yet" in pill.told
    assert "pulled by choose as acc" in pill.told


def test_a_pill_is_filled_when_its_value_arrives(ink: Ink) -> None:
    pill = pill_of(ink)
    pill.show_value(VALUE, is_over=False)
    assert (pill.text, pill.filling) == ("accuracy  0.8312", Filling.FILLED)
    for fact in ("float: 0.8312", "try 1", "6 B"):
        assert fact in pill.told


def test_a_value_that_will_not_come_is_absent(ink: Ink) -> None:
    pill = pill_of(ink)
    pill.show_value(None, is_over=True)
    assert (pill.text, pill.filling) == ("accuracy  absent", Filling.ABSENT)
    assert "no value<br>" in pill.told
    pill.show_value(None, is_over=False)
    assert pill.text == "accuracy: float"


def test_an_edited_value_is_told_apart_and_says_what_it_was(ink: Ink) -> None:
    pill = pill_of(ink)
    pill.show_value(VALUE._replace(is_edited=True, original="<0.1>"), is_over=True)
    assert pill.filling is Filling.EDITED
    assert "it was &lt;0.1&gt;" in pill.told


def test_a_secret_value_is_not_shown(ink: Ink) -> None:
    pill = pill_of(ink, secret=True)
    pill.show_value(VALUE._replace(is_secret=True, preview="***"), is_over=False)
    assert pill.filling is Filling.MASKED
    assert "0.8312" not in pill.text + pill.told
    assert "secret" in pill.told


def test_a_pill_stays_within_the_room_laid_out_for_it(ink: Ink) -> None:
    key = "an_extraordinarily_long_key_that_nobody_would_write"
    pill = ValuePill("train", key, (), ink)
    pill.show_value(ValueView("str", "열두 글자보다 긴 값입니다 " * 9, 1, 90, 5.0), is_over=False)
    room = stack_size([key], ink)
    assert pill.boundingRect().width() <= room.width() + 2
    assert pill.boundingRect().height() <= room.height() + 2


def test_from_afar_its_mark_still_tells_how_full_it_is(ink: Ink) -> None:
    pictures = []
    for value, is_over in (
        (None, False),
        (VALUE, False),
        (None, True),
        (VALUE._replace(is_secret=True), False),
    ):
        pill = pill_of(ink)
        pill.show_value(value, is_over=is_over)
        image = picture_of(pill, 0.4)
        middle = [image.pixel(image.width() // 2 + x, image.height() // 2) for x in range(-4, 5)]
        pictures.append(tuple(middle))
    assert len(set(pictures)) == len(pictures)
