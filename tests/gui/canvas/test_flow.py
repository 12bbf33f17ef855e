from __future__ import annotations

import pytest

from flowdesk.gui.canvas.flow import Flow, Reach
from tests.builders import bash, plan_of

PLAN = plan_of(bash("get"), bash("g.a", "get"), bash("g.b", "g.a"), bash("end", "g.b"), bash("alone"))


@pytest.mark.parametrize(
    ("way", "steps", "found"),
    [
        (Reach.UPSTREAM, None, {"get", "g.a", "g.b"}),
        (Reach.DOWNSTREAM, None, {"g.b", "end"}),
        (Reach.BOTH, 1, {"g.a", "g.b", "end"}),
        (Reach.UPSTREAM, 1, {"g.a", "g.b"}),
        (Reach.BOTH, None, {"get", "g.a", "g.b", "end"}),
    ],
)
def test_the_neighbourhood_of_a_task_is_as_wide_as_asked(
    way: Reach, steps: int | None, found: set[str]
) -> None:
    assert Flow(PLAN).reach(["g.b"], way, steps) == found


def test_a_folded_group_has_the_neighbours_of_what_it_hides() -> None:
    shown_by = {"get": "get", "g.a": "g", "g.b": "g", "end": "end"}
    flow = Flow(PLAN, shown_by)
    assert (list(flow.before("g")), list(flow.after("g"))) == (["get"], ["end"])
    assert list(flow.after("alone")) == []
