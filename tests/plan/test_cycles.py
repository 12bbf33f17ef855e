"""Circles are found, told once each, and short."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.plan.cycles import cycles


def graph(text: str) -> dict[str, list[str]]:
    """The graph of `a>b b>c`: edges lead to what comes next."""
    edges = [edge.split(">") for edge in text.split()]
    found: dict[str, list[str]] = {node: [] for edge in edges for node in edge}
    for source, target in edges:
        found[source].append(target)
    return found


def test_a_graph_without_circles_has_none() -> None:
    assert cycles(graph("a>b a>c b>d c>d")) == []


def test_a_circle_starts_at_its_first_node() -> None:
    assert cycles(graph("x>a a>b b>c c>a c>y")) == [["a", "b", "c"]]


def test_each_knot_gives_one_circle() -> None:
    assert cycles(graph("a>b b>a b>c c>d d>c")) == [["a", "b"], ["c", "d"]]


def test_the_shortest_circle_of_a_knot_is_told() -> None:
    assert cycles(graph("a>b b>c c>d d>a c>b")) == [["b", "c"]]


def test_a_long_ring_is_found_in_reasonable_time() -> None:
    ring = {str(n): [str((n + 1) % 20_000)] for n in range(20_000)}
    assert len(cycles(ring)[0]) == 20_000


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=24))
def test_there_is_a_circle_exactly_where_nodes_reach_themselves(edges: list[tuple[int, int]]) -> None:
    nodes = {str(node): sorted({str(b) for a, b in edges if a == node != b}) for node in range(9)}
    reached = {node: set(targets) for node, targets in nodes.items()}
    for _ in nodes:
        for targets in reached.values():
            targets.update(*(reached[target] for target in set(targets)))
    on_circles = {node for node in nodes if node in reached[node]}
    found = cycles(nodes)
    assert bool(found) == bool(on_circles)
    for way in found:
        assert all(after in nodes[before] for before, after in zip(way, way[1:] + way[:1], strict=True))
    knots = {frozenset(n for n in on_circles if n in reached[m] and m in reached[n]) for m in on_circles}
    assert len(found) == len(knots)
