"""How drawings are measured."""

from __future__ import annotations

from flowdesk.layout.graph import LayoutGraph, Line, Rect, Size
from tests.benchmarks.drawings import Drawn, bezier, looks

NODES = {
    "a": Rect(0, 0, 10, 10),
    "b": Rect(0, 40, 10, 10),
    "c": Rect(100, 0, 10, 10),
    "d": Rect(100, 40, 10, 10),
}


def graph(*edges: str) -> LayoutGraph:
    return LayoutGraph({name: Size(10, 10) for name in NODES}, edges=[Line(*edge) for edge in edges])


def test_edges_that_meet_are_counted_once_however_often_they_do() -> None:
    one = [(10.0, 5.0), (40.0, 45.0), (70.0, 5.0), (100.0, 45.0)]
    other = [(10.0, 45.0), (40.0, 5.0), (70.0, 45.0), (100.0, 5.0)]
    assert looks(graph("ad", "bc"), Drawn(0, NODES, [one, other])).crossings == 1


def test_edges_with_a_common_end_do_not_cross() -> None:
    one, other = [(10.0, 5.0), (100.0, 45.0)], [(10.0, 45.0), (60.0, 5.0), (100.0, 45.0)]
    assert looks(graph("ad", "bd"), Drawn(0, NODES, [one, other])).crossings == 0


def test_an_edge_through_a_node_counts_unless_it_ends_there() -> None:
    through_b = [(5.0, 10.0), (5.0, 45.0), (100.0, 45.0)]
    assert looks(graph("ad"), Drawn(0, NODES, [through_b])).through == 1
    assert looks(graph("bd"), Drawn(0, NODES, [through_b])).through == 0


def test_length_is_told_in_thousands_of_pixels() -> None:
    straight = bezier([(10, 5), (40, 5), (70, 5), (1010, 5)])
    assert round(looks(graph("ac"), Drawn(0, NODES, [straight])).length, 6) == 1
