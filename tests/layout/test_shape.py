from __future__ import annotations

import json
from dataclasses import replace

import pytest

from flowdesk.layout.graph import GroupBox, LayoutGraph, Line, Size, Spacing
from flowdesk.layout.layout import lay_out
from flowdesk.layout.shape import ShapeMismatch, from_json, shape_of, to_json

GRAPH = LayoutGraph(
    nodes={"a": Size(90, 40), "g.b": Size(90, 40)},
    groups={"g": GroupBox(None, 24, 100)},
    parents={"a": None, "g.b": "g"},
    edges=[Line("a", "g.b", Size(50, 20)), Line("a", "g")],
)


def _named(one: str, other: str) -> LayoutGraph:
    return LayoutGraph({one: Size(1, 1), other: Size(1, 1)}, {}, {}, [Line(one, other)])


def test_a_layout_that_was_kept_comes_back() -> None:
    layout = lay_out(GRAPH)
    again = from_json(to_json(layout), GRAPH)
    assert list(again.nodes) == ["a", "g.b"]
    assert again.nodes["g.b"] == pytest.approx(layout.nodes["g.b"], abs=0.01)
    assert again.groups["g"] == pytest.approx(layout.groups["g"], abs=0.01)
    for one, other in zip(again.edges, layout.edges, strict=True):
        assert one.points[-1] == pytest.approx(other.points[-1], abs=0.01)
        assert (one.label is None) == (other.label is None)


def test_a_shape_is_told_by_sizes_edges_and_direction_and_not_by_names() -> None:
    shape = shape_of(_named("a", "b"), "LR", Spacing())
    assert shape == shape_of(_named("x", "y"), "LR", Spacing())
    assert shape != shape_of(_named("a", "b"), "TB", Spacing())
    assert shape != shape_of(_named("a", "b"), "LR", Spacing(layer=1.0))
    assert shape != shape_of(
        LayoutGraph({"a": Size(1, 1), "b": Size(1, 2)}, {}, {}, [Line("a", "b")]), "LR", Spacing()
    )
    assert shape != shape_of(replace(_named("a", "b"), edges=[Line("b", "a")]), "LR", Spacing())


@pytest.mark.parametrize(
    "damage",
    [
        lambda told: told.clear(),
        lambda told: told.update(form=99),
        lambda told: told["nodes"].pop(),
        lambda told: told["edges"].append([]),
        lambda told: told.update(size=["wide", 1]),
        lambda told: told.update(groups="g"),
        lambda told: told["nodes"][0].__setitem__(0, None),
        lambda told: told["edges"][0].__setitem__(0, [1.0, 2.0]),
        lambda told: told["edges"][0].__setitem__(0, [1.0, 2.0, 3.0]),
        lambda told: told.update(size=[float("nan"), 1]),
    ],
)
def test_what_is_damaged_or_of_another_graph_is_refused(damage) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - a row of the table
    told = json.loads(to_json(lay_out(GRAPH)))
    damage(told)
    with pytest.raises(ShapeMismatch):
        from_json(json.dumps(told), GRAPH)


@pytest.mark.parametrize("text", ["", "[]", "no JSON", "1", "null", "[" * 100_000])
def test_what_is_no_layout_at_all_is_refused(text: str) -> None:
    with pytest.raises(ShapeMismatch):
        from_json(text, GRAPH)
