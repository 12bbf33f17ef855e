"""Durations as texts."""

from __future__ import annotations

import pytest

from flowdesk.model.durations import read_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("1h30m", 5400),
        (" 1d 1ms ", 86400.001),
        ("1.5m", 90),
        ("30m1h", None),
        ("", None),
        ("5", None),
    ],
)
def test_a_text_is_so_many_seconds(text: str, seconds: float | None) -> None:
    assert read_duration(text) == seconds
