from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.gui.gantt.geometry import AXIS, CLOSEST, LINE, Geometry
from flowdesk.gui.replay.time_scale import TimeScale

WHOLE = Geometry(TimeScale(0.0, 100.0), 800, 400)


@given(st.floats(0.0, 100.0), st.floats(0.2, 6.0), st.floats(1.0, 50.0))
def test_what_lies_under_the_mouse_stays_there(at: float, factor: float, before: float) -> None:
    geometry = WHOLE.zoomed(before, WHOLE.x(at))
    x = geometry.x(at)
    near = geometry.zoomed(factor, x)
    if near.left > 0 and near.left < near.whole - near.room:
        assert near.x(at) == pytest.approx(x, abs=0.5)
    assert 1.0 <= near.zoom <= CLOSEST


def test_the_whole_run_is_as_far_as_it_goes() -> None:
    assert WHOLE.zoomed(8.0, 500).zoomed(0.0, 300) == WHOLE


def test_only_lines_that_are_seen_are_counted() -> None:
    assert WHOLE.seen(1000) == range(16)
    assert WHOLE.seen(3) == range(3)
    assert WHOLE.index(AXIS - 1) == -1
    assert WHOLE.index(WHOLE.y(7) + LINE / 2) == 7
