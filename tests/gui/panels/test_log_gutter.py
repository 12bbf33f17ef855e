from __future__ import annotations

from datetime import datetime

from flowdesk.gui.panels.log_gutter import time_of_day


def test_a_moment_is_told_in_local_time_to_the_millisecond() -> None:
    at = datetime(2026, 11, 24, 12, 47, 39, 123000).astimezone()
    assert time_of_day(at.isoformat()) == "12:47:39.123"
