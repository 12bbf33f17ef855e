from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.gui.replay.pace import SILENCE, advanced


def test_a_run_goes_by_as_many_times_as_fast_as_is_asked_for() -> None:
    assert advanced([0.0, 1.0, 2.0], 0.0, speed=2.0, passed=0.25) == 0.5


def test_a_long_silence_is_over_soon() -> None:
    assert advanced([0.0, 3600.0], 0.0, speed=1.0, passed=SILENCE) == 3600.0


def test_after_the_last_event_nothing_goes_on() -> None:
    assert advanced([0.0, 1.0], 0.5, speed=1.0, passed=99.0) == 1.0


@given(st.lists(st.floats(0.0, 1e5), min_size=1, max_size=20), st.floats(0.0, 5.0), st.floats(0.5, 60.0))
def test_time_never_goes_back(times: list[float], passed: float, speed: float) -> None:
    times.sort()
    at = advanced(times, times[0], speed=speed, passed=passed)
    assert times[0] <= at <= times[-1]
    assert advanced(times, at, speed=speed, passed=passed) >= at == pytest.approx(at)
