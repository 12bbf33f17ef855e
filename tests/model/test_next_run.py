"""A schedule that never starts a run within its dates is told; one that has ended is a warning."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flowdesk.model.reader import read

NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)


def told(header: str) -> list[str]:
    document = read(Path("p.toml"), text=f"[pipeline]\n{header}\n[tasks.a]", now=NOW)
    return [f"{p.severity} {p.code} {p.place.line}: {p.message}" for p in document.problems]


@pytest.mark.parametrize(
    "header",
    [
        "schedule = '@daily'",
        "schedule = '@daily'\nstart_date = 2020-01-01",
        "schedule = '@daily'\nend_date = 2026-06-16",
        "schedule = '0 18 * * *'\nend_date = 2026-06-15",
        "schedule = '@yearly'\nstart_date = 2026-01-01\nend_date = 2027-01-01",
        "schedule = '@once'\nend_date = 2020-01-01",
        "schedule = 'every 1h'\nstart_date = 2026-06-15\nend_date = 2026-06-15",
        "end_date = 2020-01-01",
    ],
)
def test_a_schedule_with_a_next_run_is_fine(header: str) -> None:
    assert told(header) == []


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        (
            "schedule = '@yearly'\nstart_date = 2026-02-01\nend_date = 2026-12-31",
            (
                "error FD115 4: no run is due from start_date to end_date: "
                "the next one would be at 2027-01-01 00:00"
            ),
        ),
        (
            "schedule = '@daily'\nend_date = 2026-06-14",
            "warning FD115 3: end_date is past: no run starts by the schedule any more",
        ),
        (
            "schedule = '@monthly'\nend_date = 2026-06-30",
            (
                "warning FD115 3: no run is due before end_date any more: "
                "the next one would be at 2026-07-01 00:00"
            ),
        ),
        ("schedule = '0 0 30 2 *'", "error FD115 2: no run would ever start: no such month has such a day"),
        (
            "schedule = '@daily'\nstart_date = 2026-06-15\nend_date = 2026-06-14",
            "error FD113 4: end_date is before start_date",
        ),
    ],
)
def test_a_schedule_without_a_next_run_is_told(header: str, problem: str) -> None:
    assert told(header) == [problem]


def test_the_timezone_says_when_a_day_ends() -> None:
    late = datetime(2026, 6, 15, 16, 0, tzinfo=UTC)
    text = "[pipeline]\nschedule = 'every 1h'\ntimezone = '{}'\nend_date = 2026-06-15\n[tasks.a]"
    for timezone, is_over in (("Asia/Seoul", True), ("UTC", False)):
        document = read(Path("p.toml"), text=text.format(timezone), now=late)
        assert bool(document.problems) is is_over
