"""The moment that a wait is until."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from flowdesk.engine.moments import moment_of

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "timezone", "expected"),
    [
        ("2026-01-31T09:00:00", "UTC", "2026-01-31T09:00:00+00:00"),
        ("2026-01-31T09:00:00", "Asia/Seoul", "2026-01-31T00:00:00+00:00"),
        ("2026-01-31T09:00:00+02:00", "Asia/Seoul", "2026-01-31T07:00:00+00:00"),
        (" 2026-01-31 09:00 ", "UTC", "2026-01-31T09:00:00+00:00"),
        ("13:00:00", "UTC", "2026-03-10T13:00:00+00:00"),
        ("12:00:00", "UTC", "2026-03-10T12:00:00+00:00"),
        ("11:00:00", "UTC", "2026-03-11T11:00:00+00:00"),
        ("09:00", "Asia/Seoul", "2026-03-11T00:00:00+00:00"),
        ("22:00", "Asia/Seoul", "2026-03-10T13:00:00+00:00"),
    ],
)
def test_a_time_is_of_the_pipelines_timezone_and_a_time_of_day_the_next_one(
    text: str, timezone: str, expected: str
) -> None:
    assert moment_of(text, timezone, now=NOON) == datetime.fromisoformat(expected)


def test_a_time_of_day_is_the_clocks_time_where_summer_time_begins() -> None:
    before = datetime(2026, 3, 28, 22, tzinfo=UTC)  # the night in which Berlin's clocks skip an hour
    assert moment_of("08:00", "Europe/Berlin", now=before) == datetime(2026, 3, 29, 6, tzinfo=UTC)


@pytest.mark.parametrize("text", ["soon", "", "25:00", "2026-13-01T00:00:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        moment_of(text, "UTC", now=NOON)
