from __future__ import annotations

import pytest

from flowdesk.cli.times import between, duration


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0.0s"),
        (0.34, "0.3s"),
        (9.94, "9.9s"),
        (9.96, "10s"),
        (59.4, "59s"),
        (59.6, "1m 00s"),
        (185, "3m 05s"),
        (3600, "1h 00m"),
        (7620, "2h 07m"),
        (-1, "0.0s"),
    ],
)
def test_durations_read_well(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_without_an_end_there_is_no_duration() -> None:
    assert between(1.0, None) == ""
