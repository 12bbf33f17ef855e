"""The times of schedules, as a run asks for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flowdesk.model.schedule import parse_schedule
from flowdesk.model.timetable import read_schedule

SEOUL = ZoneInfo("Asia/Seoul")
MOMENT = datetime(2026, 1, 2, 3, 4, tzinfo=SEOUL)


@pytest.mark.parametrize("text", ["@daily", "every 1h30m", "@once", " 5  4 * * 1 ", "Every 10s"])
def test_a_checked_text_is_read_as_it_was_checked(text: str) -> None:
    assert read_schedule(text) == parse_schedule(text)


def test_a_run_by_hand_is_of_the_last_day_that_is_over() -> None:
    start, end = read_schedule("@daily").latest_interval(MOMENT)
    assert (start.isoformat(), end.isoformat()) == ("2026-01-01T00:00:00+09:00", "2026-01-02T00:00:00+09:00")


def test_a_day_is_over_in_its_last_moment() -> None:
    midnight = datetime(2026, 1, 2, tzinfo=SEOUL)
    assert read_schedule("@daily").latest_interval(midnight)[1] == midnight


def test_an_interval_without_cron_ends_at_the_moment() -> None:
    assert read_schedule("every 15m").latest_interval(MOMENT) == (MOMENT - timedelta(minutes=15), MOMENT)


def test_without_a_clock_the_interval_is_the_moment() -> None:
    assert read_schedule("@once").latest_interval(MOMENT) == (MOMENT, MOMENT)
