from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from io import BytesIO, TextIOWrapper

from flowdesk.cli.sparkline import is_number, sparkline

UTF8 = TextIOWrapper(BytesIO(), "utf-8")
ASCII = TextIOWrapper(BytesIO(), "ascii")


def test_a_greater_number_is_a_higher_bar() -> None:
    assert sparkline([0, 1, 2, 3, 4, 5, 6, 7], UTF8) == "▁▂▃▄▅▆▇█"
    assert sparkline([0.5, 1.0, 0.75], UTF8) == "▁█▅"


def test_numbers_of_all_kinds_are_measured_by_one_another() -> None:
    assert sparkline([1, Decimal("1.5"), 2.0, 10**400], UTF8) == "▁▁▁█"
    assert sparkline([timedelta(hours=1), timedelta(hours=2)], UTF8) == "▁█"


def test_equal_numbers_stand_in_the_middle() -> None:
    assert sparkline([3, 3], UTF8) == "▄▄"


def test_what_is_no_number_is_a_gap() -> None:
    assert sparkline([1, None, "x", True, 2], UTF8) == "▁   █"
    assert not is_number(False)  # noqa: FBT003 - the value that is asked about


def test_infinities_are_the_outermost_and_nan_is_a_question() -> None:
    assert sparkline([1, float("inf"), float("-inf"), float("nan"), Decimal("NaN")], UTF8) == "▄█▁??"


def test_a_terminal_without_bars_gets_plain_signs() -> None:
    assert sparkline([0, 7], ASCII) == "_#"
