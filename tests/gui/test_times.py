from __future__ import annotations

from datetime import datetime

import pytest

from flowdesk.gui.times import ago, clock, duration, exact_duration, moment_text, so_far

NOON = datetime(2026, 3, 4, 12, 0, 0).astimezone().timestamp()
HOUR = 3600


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-1, "0.0 s"),
        (0, "0.0 s"),
        (0.04, "40 ms"),
        (0.0949, "95 ms"),
        (0.095, "0.1 s"),
        (9.94, "9.9 s"),
        (9.96, "10 s"),
        (59.7, "1 min 00 s"),
        (185, "3 min 05 s"),
        (7620, "2 h 07 min"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


@pytest.mark.parametrize(("seconds", "said"), [(-1, "0 s"), (3.9, "3 s"), (59.9, "59 s"), (61, "1 min 01 s")])
def test_a_length_of_time_that_grows_is_said_in_whole_seconds(seconds: float, said: str) -> None:
    assert so_far(seconds) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (-5, "just now"),
        (59, "just now"),
        (61, "1 min ago"),
        (3 * HOUR, "3 h ago"),
        (13 * HOUR, "yesterday"),
        (3 * 24 * HOUR, "3 days ago"),
        (30 * 24 * HOUR, "2026-02-02"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(before: float, said: str) -> None:
    assert ago(NOON - before, NOON) == said


def test_moments_are_local() -> None:
    assert moment_text(NOON) == "2026-03-04 12:00:00"
    assert clock(NOON) == "12:00:00"


def test_exact_durations_tell_milliseconds_below_a_second() -> None:
    assert [exact_duration(seconds) for seconds in (0.0071, 0.9, 3.0)] == ["7 ms", "900 ms", "3.0 s"]
