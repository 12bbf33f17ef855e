"""Both that draw the graphs of the benchmark are measured in the same way."""

from __future__ import annotations

from random import Random

import pytest

from flowdesk.layout.graph import Rect
from tests.benchmarks.bench_layout import by_flowdesk, cells, goal
from tests.benchmarks.dot import PROGRAM, by_dot, drawn_of, text_of
from tests.benchmarks.drawings import Looks, looks
from tests.benchmarks.made_graphs import SHAPES, courses

SMALL = 50


@pytest.mark.parametrize("shape", SHAPES)
def test_a_made_graph_is_drawn_with_no_edge_through_a_node(shape: str) -> None:
    graph = SHAPES[shape](SMALL, Random(0))  # noqa: S311 - made up
    found = looks(graph, by_flowdesk(graph))
    assert len(graph.nodes) > SMALL / 2
    assert found.length > 0
    assert found.through == 0


def test_the_pipelines_that_come_along_are_graphs() -> None:
    assert sum(len(graph.nodes) for graph in courses()) > SMALL


@pytest.mark.skipif(PROGRAM is None, reason="dot is not installed")
def test_dot_draws_the_same_nodes_and_edges() -> None:
    graph = SHAPES["grouped"](SMALL, Random(0))  # noqa: S311 - made up
    theirs = by_dot(graph, 60)
    assert theirs is not None
    assert theirs.seconds > 0
    assert len(theirs.curves) == len(graph.edges)
    ours = by_flowdesk(graph)
    for name, rect in theirs.nodes.items():
        assert rect.width == pytest.approx(ours.nodes[name].width, abs=1)


def test_dot_is_told_sizes_in_inches_and_groups_as_clusters() -> None:
    graph = SHAPES["grouped"](10, Random(0))  # noqa: S311 - made up
    assert 'subgraph "cluster_s0.g0" {' in text_of(graph)
    node = next(name for name, size in graph.nodes.items() if size.height == 36)
    assert f'"{node}" [width={graph.nodes[node].width / 72}, height=0.5, label=""];' in text_of(graph)


def test_what_dot_answers_is_read_in_pixels() -> None:
    graph = SHAPES["wide"](5, Random(0))  # noqa: S311 - made up
    edges = "\n".join(
        f"edge {line.source} {line.target} 4 0 0 1 0 2 0 3 0 solid black" for line in graph.edges
    )
    drawn = drawn_of(graph, f'graph 1 10 5\nnode n0 1 1 2 1 "" solid box black white\n{edges}\nstop\n', 0.5)
    assert drawn.nodes["n0"] == Rect(0, 36, 144, 72)
    assert drawn.area == 10 * 5 * 72 * 72
    assert drawn.curves[0][-1] == pytest.approx((3 * 72, 0))


def test_being_worse_in_one_figure_misses_the_goal() -> None:
    theirs = Looks(crossings=4, length=2, seconds=1)
    assert goal(Looks(crossings=4, length=2, seconds=0.5), theirs).is_met
    missed = goal(Looks(crossings=5, length=2, seconds=0.5), theirs)
    assert missed.found == "worse in crossings"
    assert not missed.is_met
    assert cells(theirs, None)[0] == "4 / -      "
