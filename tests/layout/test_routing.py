"""Ways with few points, apart from each other."""

from __future__ import annotations

from flowdesk.layout.items import Spot
from flowdesk.layout.routing import fan_out, simplify


def test_a_level_way_has_two_points() -> None:
    assert simplify([Spot(depth, 5) for depth in (0, 3, 3, 8, 9)]) == [Spot(0, 5), Spot(9, 5)]


def test_both_ends_of_a_swing_are_kept() -> None:
    way = [Spot(0, 0), Spot(2, 0), Spot(4, 0), Spot(6, 9), Spot(8, 9), Spot(9, 9)]
    assert simplify(way) == [Spot(0, 0), Spot(4, 0), Spot(6, 9), Spot(9, 9)]


def test_equal_ways_are_spread_round_the_one_they_share() -> None:
    paths = [[Spot(0, 0), Spot(9, 0)] for _ in range(3)] + [[Spot(0, 5), Spot(9, 5)]]
    fan_out(paths, 12)
    assert [path[0].breadth for path in paths] == [-6, 0, 6, 5]
