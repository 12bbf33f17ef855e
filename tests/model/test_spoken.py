"""Durations as people say them are understood where there is one meaning."""

from __future__ import annotations

import pytest

from flowdesk.model.spoken import spoken


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("5 minutes", "5m"),
        ("90 seconds", "90s"),
        ("1 hour and 30 minutes", "1h30m"),
        ("30m1h", "1h30m"),
        ("1.5 Hours", "1.5h"),
        ("timedelta(minutes=5)", "5m"),
        ("datetime.timedelta(hours=1, minutes = 5)", "1h5m"),
    ],
)
def test_what_is_said_is_written_as_a_file_has_it(said: str, written: str) -> None:
    assert spoken(said) == written


@pytest.mark.parametrize(
    "said", ["", "soon", "5", "5 m 5 m", "2 fortnights", "timedelta(weeks=1)", "5 minutes ago"]
)
def test_what_may_mean_anything_is_left_alone(said: str) -> None:
    assert spoken(said) is None
