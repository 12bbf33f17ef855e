from __future__ import annotations

from itertools import combinations

import pytest

from flowdesk.layout.graph import Direction, GroupBox, LayoutGraph, Line, Rect, Size
from flowdesk.layout.grid import lay_in_grid

NAMES = [f"g{group}.t{number}" for group in range(5) for number in range(7)]
GRAPH = LayoutGraph(
    nodes={name: Size(60 + 7 * len(name), 40) for name in ("alone", *NAMES)},
    groups={
        "all": GroupBox(None),
        **{f"g{group}": GroupBox("all") for group in range(5)},
        "empty": GroupBox(None),
    },
    parents={"alone": None, **{name: name.partition(".")[0] for name in NAMES}},
    edges=[Line("alone", "g1.t1", Size(40, 20)), Line("g1", "g2")],
)


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_nothing_overlaps_and_members_lie_in_their_groups(direction: Direction) -> None:
    layout = lay_in_grid(GRAPH, direction=direction)
    assert not any(_overlap(one, other) for one, other in combinations(layout.nodes.values(), 2))
    for name in NAMES:
        box, card = layout.groups[name.partition(".")[0]], layout.nodes[name]
        assert box.x < card.x
        assert card.right < box.right
        assert box.y < card.y
        assert card.bottom < box.bottom
    assert layout.groups["all"].right <= layout.width
    assert layout.groups["all"].bottom <= layout.height


def test_lines_go_from_side_to_side_with_room_for_their_labels() -> None:
    layout = lay_in_grid(GRAPH)
    first, second = layout.edges
    assert first.points[0].x == layout.nodes["alone"].right
    assert first.points[-1].x == layout.nodes["g1.t1"].x
    assert first.label is not None
    assert second.label is None
