"""The numbers beside a plot: round ones, at equal distances, without Qt."""

from __future__ import annotations

import math


def ticks(least: float, greatest: float, most: int = 5) -> list[float]:
    """Round numbers from `least` to `greatest`, at most so many; one where both are the same."""
    span = greatest - least
    if not math.isfinite(span) or span <= 0 or most < 2:  # noqa: PLR2004 - a distance needs two
        return [least]
    rough = span / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((power * nice for nice in (1, 2, 5, 10) if power * nice >= rough), power * 10)
    first, last = math.ceil(least / step - 1e-9), math.floor(greatest / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def tick_text(number: float) -> str:
    """A number of `ticks` in few characters: "0.25", "1,200", "3e+09"."""
    if number and not 1e-4 <= abs(number) < 1e7:  # noqa: PLR2004 - beyond, zeros would have to be counted
        return f"{number:.3g}"
    text = f"{number:,.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def widened(least: float, greatest: float) -> tuple[float, float]:
    """The two with a little air, so that a line does not run along the edge; apart, if they are the same."""
    if least == greatest:
        air = abs(least) * 0.1 or 1.0
        return least - air, greatest + air
    air = greatest / 20 - least / 20
    return least - air, greatest + air
