from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import Filling
from flowdesk.gui.canvas.rest_pill import MOST_TOLD, RestPill
from flowdesk.plan.run_view import ValueView

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

VALUE = ValueView("float", "<0.83>", 1, 6, 5.0)


def test_it_counts_the_values_that_are_there(ink: Ink) -> None:
    pill = RestPill("train", ["x", "y"], ink)
    said = [(pill.text, pill.filling)]
    for key, value in (("x", VALUE), ("y", VALUE), ("x", None), ("y", None)):
        pill.show_value(key, value, is_over=False)
        said.append((pill.text, pill.filling))
    assert said == [
        ("+2 more", Filling.WAITING),
        ("+2 more  1/2", Filling.WAITING),
        ("+2 more  2/2", Filling.FILLED),
        ("+2 more  1/2", Filling.WAITING),
        ("+2 more", Filling.WAITING),
    ]


def test_values_that_will_not_come_are_absent(ink: Ink) -> None:
    pill = RestPill("train", ["x", "y"], ink)
    pill.show_value("x", None, is_over=True)
    assert (pill.text, pill.filling) == ("+2 more  0/2", Filling.ABSENT)


def test_an_edited_value_among_them_is_told(ink: Ink) -> None:
    pill = RestPill("train", ["x", "y"], ink)
    fillings = []
    for value in (VALUE._replace(is_edited=True), VALUE):
        pill.show_value("x", value, is_over=False)
        fillings.append(pill.filling)
    assert fillings == [Filling.EDITED, Filling.WAITING]


def test_its_tooltip_names_every_key_with_its_value(ink: Ink) -> None:
    pill = RestPill("train", ["x", "y"], ink)
    pill.show_value("y", VALUE, is_over=False)
    assert "x<br>y: &lt;0.83&gt;" in pill.told


def test_its_tooltip_has_an_end(ink: Ink) -> None:
    pill = RestPill("train", [f"k{number}" for number in range(MOST_TOLD + 7)], ink)
    assert pill.told.count("<br>") == MOST_TOLD + 1
    assert "and 7 more" in pill.told
