from __future__ import annotations

from flowdesk.gui.history.time_scale import time_text


def test_short_times_are_told_in_milliseconds_where_all_are_short() -> None:
    assert time_text(0.05, 0.2) == "50 ms"
    assert time_text(0.1, 90) == "0.1 s"
