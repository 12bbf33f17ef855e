"""Numbers as a line of small bars, one character for each."""

from __future__ import annotations

import math
import sys
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TextIO

from flowdesk.cli.terminal import speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

Number = int | float | Decimal | timedelta

BARS = "▁▂▃▄▅▆▇█"
PLAIN_BARS = "_.-~=+*#"
"""The same where a terminal knows ASCII only, by how high they stand and how much ink they have."""

GAP = " "
NOT_A_NUMBER = "?"


def is_number(value: object) -> bool:
    """Whether a value can stand in the line. A bool is a word."""
    return isinstance(value, Number) and not isinstance(value, bool)


def sparkline(values: Sequence[object], stream: TextIO | None = None) -> str:
    """Return a character for each value, higher for a greater one; what is no number is a gap.

    As `stream` (stdout) can show it. The lowest number is the lowest bar, the highest the highest; where all
    are the same, they stand in the middle. Infinities are as the highest or lowest, NaN is a question mark.
    """
    bars = BARS if speaks(stream or sys.stdout, BARS) else PLAIN_BARS
    numbers = [_exact(value) if is_number(value) else None for value in values]
    finite = [number for number in numbers if isinstance(number, Fraction)]
    low, high = (min(finite), max(finite)) if finite else (Fraction(0), Fraction(0))
    return "".join(_bar(number, low, high, bars) for number in numbers)


def _exact(value: object) -> Fraction | float:
    """Return the number without rounding, so that whatever was pushed can be measured by one another."""
    if isinstance(value, timedelta):
        return Fraction(value // timedelta(microseconds=1), 1_000_000)
    if isinstance(value, int) or (isinstance(value, float | Decimal) and math.isfinite(value)):
        return Fraction(value)
    return float(value)  # type: ignore[arg-type]  # a float or Decimal, see `is_number`


def _bar(number: Fraction | float | None, low: Fraction, high: Fraction, bars: str) -> str:
    if number is None:
        return GAP
    if isinstance(number, float):
        return NOT_A_NUMBER if math.isnan(number) else bars[-1 if number > 0 else 0]
    if low == high:
        return bars[len(bars) // 2 - 1]
    return bars[round((number - low) / (high - low) * (len(bars) - 1))]
