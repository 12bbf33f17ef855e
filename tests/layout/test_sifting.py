"""Rows improved in place."""

from __future__ import annotations

from flowdesk.layout.sifting import sift, swap

_NONE: list[list[float]] = [[] for _ in range(4)]


def test_neighbours_that_cross_are_swapped() -> None:
    row = [0, 1]
    assert swap(row, [[1.0], [0.0]], _NONE, even=False) == (True, True)
    assert row == [1, 0]


def test_neighbours_are_only_swapped_for_nothing_when_asked_to() -> None:
    row = [0, 1]
    assert swap(row, _NONE, _NONE, even=False) == (False, False)
    assert row == [0, 1]
    assert swap(row, _NONE, _NONE, even=True) == (True, False)
    assert row == [1, 0]


def test_a_vertex_is_moved_past_one_that_swapping_cannot_pass() -> None:
    row = [0, 1, 2]
    above: list[list[float]] = [[1.0], [], [0.0]]
    assert swap(row, above, _NONE, even=False) == (False, False)
    assert sift(row, above, _NONE)
    assert row == [1, 2, 0]


def test_a_row_without_crossings_stays() -> None:
    row = [2, 0, 1]
    assert not sift(row, [[1.0], [2.0], [0.0]], _NONE)
    assert row == [2, 0, 1]
