"""In which rank things stand."""

from __future__ import annotations

from flowdesk.layout.ranks import ranks


def test_an_item_stands_behind_all_it_depends_on() -> None:
    assert ranks(4, [(0, 1), (1, 2), (0, 3), (2, 3)]) == [0, 1, 2, 3]


def test_a_source_stands_right_before_what_needs_it() -> None:
    assert ranks(4, [(0, 1), (1, 2), (3, 2)]) == [0, 1, 2, 1]


def test_an_item_between_two_stays_early() -> None:
    assert ranks(4, [(0, 1), (1, 2), (0, 3), (3, 2), (3, 2)]) == [0, 1, 2, 1]


def test_nothing_has_no_ranks() -> None:
    assert ranks(0, []) == []
