"""What a group is told before it is placed."""

from __future__ import annotations

from flowdesk.layout.boxes import Manner
from flowdesk.layout.graph import Spacing
from flowdesk.layout.nesting import nest
from flowdesk.layout.outlook import outlook
from tests.layout.graphs import graph_of

_MANNER = Manner("LR", Spacing(), lambda _=1.0: False)


def test_members_are_ordered_by_what_is_far_outside_of_the_group() -> None:
    names = ["a", "b", "g.x", "g.y", "h.x", "h.y"]
    graph = graph_of(names, ["a > g.y > h.x", "b > g.x > h.y"])
    told = outlook(nest(graph), _MANNER)
    g, h = len(names), len(names) + 1
    a_is_first = told[g][names.index("g.y")] < told[g][names.index("g.x")]
    assert a_is_first == (told[h][names.index("h.x")] < told[h][names.index("h.y")])


def test_a_graph_without_groups_or_edges_needs_none() -> None:
    assert outlook(nest(graph_of("ab", ["a > b"])), _MANNER) == {}
    assert outlook(nest(graph_of(["g.a"])), _MANNER) == {}
