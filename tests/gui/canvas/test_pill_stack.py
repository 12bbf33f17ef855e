from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF

from flowdesk.gui.canvas.pill_stack import MOST, split, stack_places, stack_size
from flowdesk.gui.canvas.value_pill import ValuePill

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def test_pills_of_one_line_stand_below_each_other(ink: Ink) -> None:
    places = stack_places(QPointF(50, 100), 3)
    assert [place.x() for place in places] == [50, 50, 50]
    assert places[1].y() == 100
    one = ValuePill("t", "k", (), ink).boundingRect().height()
    assert places[1].y() - places[0].y() >= one


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (MOST, MOST), (MOST + 1, MOST - 1), (900, MOST - 1)])
def test_a_stack_has_an_end_and_never_hides_a_single_key(count: int, shown: int) -> None:
    keys = [f"k{number}" for number in range(count)]
    own, rest = split(keys)
    assert len(own) == shown
    assert [*own, *rest] == keys


def test_many_keys_take_no_more_room_than_a_few(ink: Ink) -> None:
    few, many = ([f"k{number}" for number in range(count)] for count in (MOST, MOST * 30))
    assert stack_size(many, ink).height() == stack_size(few, ink).height()
