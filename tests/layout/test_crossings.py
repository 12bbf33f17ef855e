"""Counting crossings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flowdesk.layout.crossings import crossings

_segments = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


@given(_segments)
def test_every_crossing_is_counted_once(segments: list[tuple[int, int]]) -> None:
    slow = sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for number, one in enumerate(segments)
        for other in segments[:number]
    )
    assert crossings(segments, range(8)) == slow


def test_segments_that_share_an_end_do_not_cross() -> None:
    assert crossings([(0, 0), (0, 1), (1, 1)], [0, 1]) == 0
