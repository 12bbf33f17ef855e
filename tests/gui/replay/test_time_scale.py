from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.gui.replay.time_scale import TimeScale, breaks_of, elapsed_text
from flowdesk.plan.events import Event, EventKind

NIGHT = (20.0, 30_000.0)


def test_without_breaks_half_of_the_time_is_half_of_the_line() -> None:
    scale = TimeScale(10.0, 20.0)
    assert (scale.share(15.0), scale.moment(0.5), scale.elapsed(15.0)) == (0.5, 15.0, 5.0)


def test_a_night_in_which_nothing_happened_takes_little_of_the_line() -> None:
    scale = TimeScale(10.0, 30_010.0, [NIGHT])
    assert scale.share(NIGHT[0]) == pytest.approx(0.49, abs=0.01)
    assert scale.share(NIGHT[1]) == pytest.approx(0.51, abs=0.01)
    assert scale.elapsed(NIGHT[1] + 3) == pytest.approx(13.0)
    assert scale.elapsed(1000.0) == 10.0


def test_a_short_break_is_drawn_to_scale() -> None:
    assert TimeScale(0.0, 100.0, [(50.0, 50.5)]).breaks == []


@given(st.floats(0.0, 40_000.0), st.booleans())
def test_where_a_moment_lies_that_moment_is_found(at: float, is_broken: bool) -> None:
    scale = TimeScale(0.0, 40_000.0, [NIGHT] if is_broken else [])
    assert scale.share(scale.moment(scale.share(at))) == pytest.approx(scale.share(at), abs=1e-6)


@given(st.floats(0.01, 1e7), st.integers(1, 40))
def test_ticks_are_as_many_as_there_is_room_for(length: float, most: int) -> None:
    scale = TimeScale(5.0, 5.0 + length)
    ticks = list(scale.ticks(scale.step(most)))
    assert 1 <= len(ticks) <= most + 2
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)


def test_ticks_go_on_after_a_break_with_the_time_that_the_run_took() -> None:
    scale = TimeScale(0.0, 30_010.0, [NIGHT])
    assert [(tick.at, tick.elapsed) for tick in scale.ticks(10.0)][-1] == (30_010.0, 30.0)
    assert [tick.elapsed for tick in scale.ticks(10.0, 0.9, 1.0)] == [30.0]


def test_a_run_that_was_taken_up_again_has_a_break() -> None:
    events = [
        Event(1, "r", 1.0, EventKind.RUN_STARTED),
        Event(2, "r", 5.0, EventKind.RUN_FINISHED),
        Event(3, "r", 90.0, EventKind.RUN_RESUMED),
        Event(4, "r", 95.0, EventKind.RUN_FINISHED),
    ]
    assert list(breaks_of(events)) == [(5.0, 90.0)]


def test_moments_are_said_as_precisely_as_they_are_told_apart() -> None:
    said = [elapsed_text(7.25, 0.05), elapsed_text(7.0), elapsed_text(3725.0), elapsed_text(65.0, 0.1)]
    assert said == ["7.25 s", "0:07", "1:02:05", "1:05"]
