from __future__ import annotations

import pytest

from flowdesk.gui.canvas.flow import Flow
from flowdesk.gui.canvas.walking import Way, first_node, next_node, sibling
from flowdesk.layout.graph import Rect
from tests.builders import bash, plan_of

FLOW = Flow(plan_of(bash("get"), bash("a", "get"), bash("b", "get"), bash("end", "a", "b")))
PLACES = {
    "get": Rect(0, 40, 10, 10),
    "a": Rect(50, 0, 10, 10),
    "b": Rect(50, 60, 10, 10),
    "end": Rect(100, 35, 10, 10),
}


@pytest.mark.parametrize(
    ("current", "way", "found"),
    [
        ("get", Way.DOWNSTREAM, "b"),
        ("a", Way.DOWNSTREAM, "end"),
        ("end", Way.DOWNSTREAM, None),
        ("end", Way.UPSTREAM, "b"),
        ("b", Way.UPSTREAM, "get"),
        ("get", Way.UPSTREAM, None),
        ("a", Way.ON, "b"),
        ("b", Way.BACK, "a"),
        ("a", Way.BACK, None),
    ],
)
def test_a_step_goes_to_the_nearest_that_way(current: str, way: Way, found: str | None) -> None:
    assert next_node(current, way, flow=FLOW, places=PLACES) == found


def test_a_walk_begins_on_the_left() -> None:
    assert first_node(PLACES) == "get"
    assert first_node({}) is None


def test_from_top_to_bottom_neighbours_lie_left_and_right() -> None:
    turned = {name: Rect(rect.y, rect.x, rect.height, rect.width) for name, rect in PLACES.items()}
    assert next_node("a", Way.ON, flow=FLOW, places=turned, direction="TB") == "b"
    assert next_node("a", Way.DOWNSTREAM, flow=FLOW, places=turned, direction="TB") == "end"
    assert first_node(turned, "TB") == "get"


def test_siblings_are_gone_through_in_their_order_round_and_round() -> None:
    names = ["a", "g.x", "g.y", "b", "g.z"]
    assert [sibling("g.x", 1, names), sibling("g.z", 1, names), sibling("g.x", -1, names)] == [
        "g.y",
        "g.x",
        "g.z",
    ]
