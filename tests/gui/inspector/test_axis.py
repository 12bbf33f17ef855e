from __future__ import annotations

import pytest

from flowdesk.gui.inspector.axis import tick_text, ticks, widened


@pytest.mark.parametrize(
    ("least", "greatest", "expected"),
    [(0, 1, [0, 0.5, 1]), (0.91, 0.94, [0.92, 0.94]), (-3, 17, [0, 10]), (5, 5, [5])],
)
def test_ticks_are_round_and_within(least: float, greatest: float, expected: list[float]) -> None:
    assert ticks(least, greatest, most=3) == pytest.approx(expected)


def test_ticks_are_told_in_few_characters() -> None:
    assert [tick_text(number) for number in (0, 0.25, 1200, 3e9, -0.0, 1e-9)] == [
        "0", "0.25", "1,200", "3e+09", "0", "1e-09",
    ]  # fmt: skip


def test_equal_bounds_are_drawn_apart() -> None:
    assert widened(5, 5) == (4.5, 5.5)
    assert widened(0, 0) == (-1, 1)
    low, high = widened(-1e308, 1e308)
    assert low < -1e308 < 1e308 < high
