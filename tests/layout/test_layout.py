"""What holds of every layout, whatever the graph, and what a few graphs must look like."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.layout.graph import Direction, Layout, LayoutGraph, Line, Point, Rect, Size
from flowdesk.layout.layout import lay_out
from tests.layout.graphs import LABEL, around, graph_of, graphs

_directions = st.sampled_from(["LR", "TB"])
_SLACK = 0.01


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right - _SLACK
        and other.x < one.right - _SLACK
        and one.y < other.bottom - _SLACK
        and other.y < one.bottom - _SLACK
    )


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x - _SLACK <= inner.x
        and outer.y - _SLACK <= inner.y
        and inner.right <= outer.right + _SLACK
        and inner.bottom <= outer.bottom + _SLACK
    )


def _curve(points: tuple[Point, ...], direction: Direction) -> list[Point]:
    """Follow the curve that the canvas draws."""
    drawn: list[Point] = []
    for start, end in pairwise(points):
        for step in range(21):
            t = step / 20
            ahead, across = 1.5 * t * (1 - t) + t**3, 3 * t**2 - 2 * t**3
            right, down = (ahead, across) if direction == "LR" else (across, ahead)
            drawn.append(Point(start.x + (end.x - start.x) * right, start.y + (end.y - start.y) * down))
    return drawn


def _inside(rect: Rect, points: list[Point]) -> bool:
    return any(
        rect.x + _SLACK < point.x < rect.right - _SLACK and rect.y + _SLACK < point.y < rect.bottom - _SLACK
        for point in points
    )


@given(graphs(), _directions)
def test_nodes_and_labels_never_overlap(graph: LayoutGraph, direction: Direction) -> None:
    layout = lay_out(graph, direction=direction)
    labels = [route.label for route in layout.edges if route.label]
    for one, other in combinations([*layout.nodes.values(), *labels], 2):
        assert not _overlap(one, other)


@given(graphs(), _directions)
def test_the_line_runs_level_through_its_label(graph: LayoutGraph, direction: Direction) -> None:
    ahead, across = (0, 1) if direction == "LR" else (1, 0)
    for line, route in zip(graph.edges, lay_out(graph, direction=direction).edges, strict=True):
        assert (line.label is None) == (route.label is None)
        if route.label:
            assert route.label[2:] == pytest.approx(line.label)
            middle = route.label.center
            assert any(
                start[across] == pytest.approx(middle[across], abs=0.02) == end[across]
                and min(start[ahead], end[ahead]) <= middle[ahead] <= max(start[ahead], end[ahead])
                for start, end in pairwise(route.points)
            )


@given(graphs(), _directions)
def test_groups_hold_their_members_below_the_header_and_nothing_else(
    graph: LayoutGraph, direction: Direction
) -> None:
    layout = lay_out(graph, direction=direction)
    rects = {**layout.nodes, **layout.groups}
    for group, rect in layout.groups.items():
        header = graph.groups[group].header
        below = Rect(rect.x, rect.y + header, rect.width, rect.height - header)
        for item, inner in rects.items():
            if group in around(graph, item):
                assert _holds(below, inner)
            elif item != group and item not in around(graph, group):
                assert not _overlap(rect, inner)


@given(graphs(), _directions)
def test_no_label_lies_on_a_header(graph: LayoutGraph, direction: Direction) -> None:
    layout = lay_out(graph, direction=direction)
    for group, rect in layout.groups.items():
        header = Rect(rect.x, rect.y, rect.width, graph.groups[group].header)
        for route in layout.edges:
            assert route.label is None or not _overlap(header, route.label)


@given(graphs(), _directions)
def test_everything_lies_on_the_canvas(graph: LayoutGraph, direction: Direction) -> None:
    layout = lay_out(graph, direction=direction)
    canvas = Rect(0, 0, layout.width, layout.height)
    labels = [route.label for route in layout.edges if route.label]
    for rect in (*layout.nodes.values(), *layout.groups.values(), *labels):
        assert _holds(canvas, rect)
    for route in layout.edges:
        assert all(_holds(canvas, Rect(point.x, point.y, 0, 0)) for point in route.points)


@given(graphs(acyclic=True), _directions)
def test_edges_follow_the_flow_from_border_to_border(graph: LayoutGraph, direction: Direction) -> None:
    layout = lay_out(graph, direction=direction)
    axis = 0 if direction == "LR" else 1
    for line, route in zip(graph.edges, layout.edges, strict=True):
        source, target = layout.nodes[line.source], layout.nodes[line.target]
        start, end = route.points[0], route.points[-1]
        assert start[axis] == pytest.approx(source[axis] + source[axis + 2])
        assert end[axis] == pytest.approx(target[axis])
        ways = [point[axis] for point in route.points]
        assert ways == sorted(ways)
        assert ways[0] < ways[-1]


@given(graphs(acyclic=True), _directions)
def test_edges_run_through_nothing_foreign(graph: LayoutGraph, direction: Direction) -> None:
    layout = lay_out(graph, direction=direction)
    for line, route in zip(graph.edges, layout.edges, strict=True):
        curve = _curve(route.points, direction)
        own = {line.source, line.target} | around(graph, line.source) | around(graph, line.target)
        for item, rect in (*layout.nodes.items(), *layout.groups.items()):
            assert item in own or not _inside(rect, curve)


@given(graphs())
def test_a_graph_always_gets_the_same_layout(graph: LayoutGraph) -> None:
    assert lay_out(graph) == lay_out(graph)


def test_the_layout_does_not_depend_on_hashes() -> None:
    code = (
        "from tests.layout.graphs import graph_of\n"
        "from flowdesk.layout.layout import lay_out\n"
        "names = [f'{g}.{n}' for g in 'xyz' for n in 'abcd']\n"
        "edges = [f'{a} > {b}' for i, a in enumerate(names) for b in names[i + 1 :: 3]]\n"
        "print(lay_out(graph_of(names, edges)))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_nothing_is_laid_out_as_nothing() -> None:
    assert lay_out(LayoutGraph()) == Layout({}, {}, (), 0.0, 0.0)


def test_a_single_node_fills_the_canvas() -> None:
    layout = lay_out(graph_of(["a"], sizes={"a": Size(80, 30)}))
    assert layout.nodes == {"a": Rect(0, 0, 80, 30)}
    assert (layout.width, layout.height) == (80, 30)


def test_a_chain_of_thousands_is_one_straight_line() -> None:
    names = [f"n{number}" for number in range(2000)]
    layout = lay_out(graph_of(names, [" > ".join(names)]))
    assert {rect.y for rect in layout.nodes.values()} == {0.0}
    assert all(len(route.points) == 2 for route in layout.edges)


def test_groups_may_be_nested_by_the_hundred() -> None:
    inner = ".".join("g" * 300)
    layout = lay_out(graph_of([f"{inner}.a", "b"], [f"{inner}.a > b"]))
    assert len(layout.groups) == 300


@pytest.mark.parametrize("direction", ["LR", "TB"])
@pytest.mark.parametrize("count", [2, 3, 12])
def test_a_hub_is_in_the_middle_of_its_fan(count: int, direction: Direction) -> None:
    fan = [f"n{number}" for number in range(count)]
    layout = lay_out(graph_of(["a", *fan, "b"], [f"a > {name} > b" for name in fan]), direction=direction)
    axis = 1 if direction == "LR" else 0
    places = [layout.nodes[name].center[axis] for name in fan]
    for hub in "ab":
        assert layout.nodes[hub].center[axis] == pytest.approx(sum(places) / count, abs=0.5)
    steps = [after - before for before, after in pairwise(places)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert steps[0] > 0


def test_labelled_edges_out_of_a_group_start_straight() -> None:
    models = [f"g.{name}" for name in "abc"]
    edges = [Line("load", "g"), *(Line(model, "choose", LABEL) for model in models)]
    layout = lay_out(graph_of(["load", *models, "choose"], edges))
    for model, route in zip(models, layout.edges[1:], strict=True):
        assert route.label is not None
        assert route.label.center.y == pytest.approx(layout.nodes[model].center.y)
    middle = layout.nodes["g.b"].center.y
    assert layout.nodes["load"].center.y == pytest.approx(middle)
    assert layout.nodes["choose"].center.y == pytest.approx(middle)


def test_parallel_edges_do_not_lie_on_each_other() -> None:
    layout = lay_out(graph_of("ab", ["a > b", "a > b", Line("a", "b", LABEL), Line("a", "b", LABEL)]))
    assert len({route.points for route in layout.edges}) == 4


def test_a_chain_stays_straight_beside_a_longer_way() -> None:
    layout = lay_out(graph_of("abcd", ["a > b > c > d", "a > d"]))
    assert len({rect.center.y for rect in layout.nodes.values()}) == 1


def test_the_members_of_a_group_follow_the_order_of_what_leads_to_them() -> None:
    groups = {"a": "1234", "b": "3142", "c": "4321", "d": "2413"}
    names = [f"{group}.{member}" for group, members in groups.items() for member in members]
    layout = lay_out(graph_of(names, [f"a.{n} > b.{n} > c.{n} > d.{n}" for n in "1234"]))
    assert all(len(route.points) == 2 for route in layout.edges)


def test_what_lies_beside_a_long_group_is_not_torn_apart() -> None:
    inner = [f"g.n{number}" for number in range(8)]
    outer = [f"m{number}" for number in range(8)]
    edges = [" > ".join(["a", *inner, "z"]), " > ".join(["a", *outer, "z"])]
    layout = lay_out(graph_of(["a", *inner, *outer, "z"], edges))
    assert layout.nodes["m7"].right == pytest.approx(layout.groups["g"].right, abs=50)


def test_unconnected_tasks_are_a_list() -> None:
    layout = lay_out(graph_of("abc"))
    assert [rect.x for rect in layout.nodes.values()] == [0, 0, 0]
    assert [rect.y for rect in layout.nodes.values()] == [0, 56, 112]


def test_many_unconnected_tasks_do_not_make_an_endless_column() -> None:
    layout = lay_out(graph_of([f"n{number}" for number in range(400)]))
    assert layout.height < 2 * layout.width
    assert layout.width < 2 * layout.height


def test_a_cycle_is_drawn_with_one_edge_against_the_flow() -> None:
    layout = lay_out(graph_of("abc", ["a > b > c > a"]))
    against = [route for route in layout.edges if route.points[0].x > route.points[-1].x]
    assert against == [layout.edges[2]]


def test_edges_of_an_item_to_itself_are_loops_outside_of_it() -> None:
    layout = lay_out(graph_of(["g.a"], ["g.a > g.a", Line("g.a", "g.a", LABEL), "g > g"]))
    for route, rect in zip(layout.edges, [*[layout.nodes["g.a"]] * 2, layout.groups["g"]], strict=True):
        assert route.points[0].x == rect.right
        assert route.points[-1].x == rect.x
        assert min(point.y for point in route.points) < rect.y


def test_an_edge_between_a_group_and_its_member_stays_inside() -> None:
    layout = lay_out(graph_of(["g.a", "g.h.b"], ["g > g.h.b", "g.a > g"]))
    for route in layout.edges:
        assert all(_holds(layout.groups["g"], Rect(*point, 0, 0)) for point in route.points)


def test_an_edge_without_an_end_is_refused() -> None:
    with pytest.raises(KeyError, match="b"):
        lay_out(graph_of("a", ["a > b"]))


@settings(max_examples=20)
@given(graphs())
def test_a_spent_budget_still_gives_a_whole_layout(graph: LayoutGraph) -> None:
    layout = lay_out(graph, budget_seconds=0.0)
    assert layout.nodes.keys() == graph.nodes.keys()
    for one, other in combinations(layout.nodes.values(), 2):
        assert not _overlap(one, other)
