from __future__ import annotations

import pytest

from flowdesk.gui.canvas.walking import Way, first_task, next_task
from flowdesk.layout.graph import Rect
from tests.builders import bash, plan_of

TASKS = plan_of(bash("get"), bash("a", "get"), bash("b", "get"), bash("end", "a", "b")).tasks
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
        ("a", Way.DOWN, "b"),
        ("b", Way.UP, "a"),
        ("a", Way.UP, None),
    ],
)
def test_a_step_goes_to_the_nearest_that_way(current: str, way: Way, found: str | None) -> None:
    assert next_task(current, way, tasks=TASKS, places=PLACES) == found


def test_a_walk_begins_on_the_left() -> None:
    assert first_task(PLACES) == "get"
    assert first_task({}) is None
