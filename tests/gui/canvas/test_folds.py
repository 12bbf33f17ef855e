from __future__ import annotations

from flowdesk.gui.canvas.folds import (
    depth_of,
    folded_from,
    folded_less,
    folded_more,
    folds_at_first,
    unfolded_for,
)
from flowdesk.gui.canvas.projection import groups_round
from flowdesk.plan.plan import Group, Kind, Plan, Task


def _plan(*tasks: str) -> Plan:
    groups = sorted(groups_round(tasks))
    return Plan(
        "p", {task: Task(task, Kind.JOINT) for task in tasks}, {group: Group(group) for group in groups}
    )


PLAN = _plan("a", "g.b", "g.h.c", "g.h.d", "i.e")


def test_groups_are_folded_from_a_depth_on() -> None:
    assert depth_of(PLAN) == 2
    assert folded_from(PLAN, 0) == {"g", "g.h", "i"}
    assert folded_from(PLAN, 1) == {"g.h"}
    assert folded_from(PLAN, 2) == set()


def test_a_small_plan_opens_unfolded_and_a_large_one_as_deep_as_can_be_read() -> None:
    assert folds_at_first(PLAN, many=5) == set()
    assert folds_at_first(PLAN, many=4, readable=4) == {"g.h"}
    assert folds_at_first(PLAN, many=4, readable=3) == {"g", "g.h", "i"}


def test_to_see_a_task_what_is_round_it_is_unfolded_and_nothing_else() -> None:
    assert unfolded_for("g.h.c", {"g", "g.h", "i"}) == {"i"}
    assert unfolded_for("g.h", {"g", "g.h", "i"}) == {"g.h", "i"}


def test_one_level_more_is_folded_from_inside_and_unfolded_from_outside() -> None:
    assert folded_more(PLAN, ()) == {"g.h"}
    assert folded_more(PLAN, {"g.h"}) == {"g", "g.h", "i"}
    assert folded_more(PLAN, {"i"}) == {"g.h", "i"}
    assert folded_less({"g", "g.h", "i"}) == {"g.h"}
    assert folded_less({"g.h"}) == set()
