"""Graphs taken apart into levels."""

from __future__ import annotations

from flowdesk.layout.graph import Line
from flowdesk.layout.nesting import TOP, End, Strand, nest
from tests.layout.graphs import LABEL, graph_of


def test_an_edge_within_a_group_is_one_link_inside_of_it() -> None:
    made = nest(graph_of(["g.a", "g.b"], ["g.a > g.b"]))
    assert made.levels[2].strands == [Strand(End(0, 0), End(1, 1))]
    assert made.levels[TOP].strands == []


def test_an_edge_between_groups_is_a_link_on_each_level_that_it_touches() -> None:
    made = nest(graph_of(["g.a", "h.b"], [Line("g.a", "h.b", LABEL)]))
    assert made.levels[2].strands == [Strand(End(0, 0), End(None, 0))]
    assert made.levels[TOP].strands == [Strand(End(2, 0), End(3, 1), 0)]
    assert made.levels[3].strands == [Strand(End(None, 1), End(1, 1))]
    assert made.trails[0].links == [(2, 0), (TOP, 0), (3, 0)]


def test_edges_that_leave_a_group_from_one_node_leave_it_together() -> None:
    made = nest(graph_of(["g.a", "b", "c"], ["g.a > b", "g.a > c"]))
    assert len(made.levels[3].strands) == 1
    assert len(made.levels[TOP].strands) == 2


def test_a_task_between_two_of_one_group_closes_a_cycle_among_boxes() -> None:
    made = nest(graph_of(["g.a", "b", "g.c"], ["g.a > b > g.c"]))
    assert [trail.is_backward for trail in made.trails] == [False, True]


def test_inner_levels_come_before_outer_ones() -> None:
    made = nest(graph_of(["a", "g.h.b", "g.c"]))
    assert made.inside_out == [4, 3, TOP]


def test_empty_groups_come_last_on_their_level() -> None:
    made = nest(graph_of(["a"], groups=["g"]))
    assert made.levels[TOP].members == [0, 1]
