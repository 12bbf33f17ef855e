"""How far things reach."""

from __future__ import annotations

from flowdesk.layout.skyline import Skyline


def test_where_nothing_is_nothing_reaches() -> None:
    assert Skyline().highest(0, 10) is None


def test_the_highest_of_what_is_met_counts() -> None:
    line = Skyline()
    line.raise_to(5, 0, 10)
    line.raise_to(8, 4, 6)
    assert line.highest(0, 4) == 5
    assert line.highest(3, 5) == 8
    assert line.highest(6, 20) == 5
    assert line.highest(10, 20) is None


def test_a_wider_rise_covers_narrow_ones() -> None:
    line = Skyline()
    for place in range(10):
        line.raise_to(place, place, place + 1)
    line.raise_to(20, 2.5, 7.5)
    assert line.highest(3, 7) == 20
    assert line.highest(2, 2.5) == 2
    assert line.highest(7.5, 8) == 7
