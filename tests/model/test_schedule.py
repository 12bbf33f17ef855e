"""Schedules are cron's fields, presets and intervals; they know the moment after a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from flowdesk.model.schedule import ScheduleError, moment_of, parse_schedule

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("@hourly", "2026-01-31 13:00"),
        ("@daily", "2026-02-01 00:00"),
        ("@weekly", "2026-02-01 00:00"),
        ("@monthly", "2026-02-01 00:00"),
        ("@quarterly", "2026-04-01 00:00"),
        ("@yearly", "2027-01-01 00:00"),
        ("0 6 * * MON-FRI", "2026-02-02 06:00"),
        (" 0  6 * * 1 ", "2026-02-02 06:00"),
        ("0 0 29 2 *", "2028-02-29 00:00"),
        ("every 15m", "2026-01-31 12:15"),
        ("every 1h30m", "2026-01-31 13:30"),
    ],
)
def test_a_schedule_knows_the_moment_after_a_moment(text: str, following: str) -> None:
    schedule = parse_schedule(text)
    assert schedule.is_timed
    moment = schedule.after(NOON)
    assert moment is not None
    assert f"{moment:%Y-%m-%d %H:%M}" == following


@pytest.mark.parametrize("text", ["@once", "@continuous"])
def test_some_presets_are_not_counted_by_a_clock(text: str) -> None:
    schedule = parse_schedule(text)
    assert not schedule.is_timed
    assert schedule.after(NOON) is None


def test_a_day_of_daylight_saving_has_its_run_at_the_written_hour() -> None:
    evening = datetime(2026, 3, 28, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    moment = parse_schedule("0 6 * * *").after(evening)
    assert moment is not None
    assert moment.isoformat() == "2026-03-29T06:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "sentence", "suggestion"),
    [
        ("@dayly", "unknown preset '@dayly'", "did you mean '@daily'?"),
        ("@midnight", "unknown preset '@midnight'", "it is @daily"),
        ("@x", "unknown preset '@x'", "known: @hourly, @daily"),
        ("daily", "cron has 5 fields, this has 1", "did you mean '@daily'?"),
        ("* * * * * *", "cron has 5 fields, this has 6", "its fields: minute, hour"),
        ("", "cron has 5 fields, this has 0", "its fields: minute"),
        ("0 25 * * *", "cron's field for the hour cannot be '25'", "0 to 23"),
        ("60 0 * * *", "cron's field for the minute cannot be '60'", "0 to 59"),
        ("0 0 32 * *", "cron's field for the day of month cannot be '32'", "1 to 31, L for the last one"),
        ("0 0 31 2 *", "no run would ever start: no such month has such a day", None),
        ("every day", "'day' is no duration", 'write "every 15m"'),
        ("every 0s", "runs are at least a second and at most a year apart", None),
        ("every 400d", "runs are at least a second and at most a year apart", None),
    ],
)
def test_what_is_no_schedule_is_refused_with_a_way_out(
    text: str, sentence: str, suggestion: str | None
) -> None:
    with pytest.raises(ScheduleError) as refused:
        parse_schedule(text)
    assert str(refused.value) == sentence
    assert (refused.value.suggestion or "").startswith(suggestion or "")


def test_a_bare_day_begins_in_the_pipelines_timezone() -> None:
    assert moment_of(date(2026, 1, 31), "Asia/Seoul").isoformat() == "2026-01-31T00:00:00+09:00"
    assert (
        moment_of(datetime.fromisoformat("2026-01-31T06:00"), "Asia/Seoul").isoformat()
        == "2026-01-31T06:00:00+09:00"
    )
    assert moment_of(NOON, "Asia/Seoul") == NOON
