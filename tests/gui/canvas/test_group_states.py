from __future__ import annotations

from flowdesk.gui.canvas.group_states import GroupStates
from flowdesk.plan.plan import Group, Kind, Plan, Task
from flowdesk.plan.states import TaskState

RUNS, DONE = TaskState.RUNNING, TaskState.SUCCESS


def _states() -> GroupStates:
    names = ("a", "g.b", "g.h.c")
    return GroupStates(
        Plan("p", {name: Task(name, Kind.JOINT) for name in names}, {"g": Group("g"), "g.h": Group("g.h")})
    )


def test_members_are_counted_at_any_depth() -> None:
    states = _states()
    assert [states.members(group) for group in ("g", "g.h")] == [2, 1]
    assert states.round("g.h.c") == ("g", "g.h")


def test_a_change_is_counted_in_all_groups_round_the_task() -> None:
    states = _states()
    assert [states.take("g.b", RUNS), states.take("g.h.c", RUNS), states.take("a", RUNS)] == [True] * 3
    assert states.take("g.h.c", DONE)
    assert not states.take("g.h.c", DONE)
    assert states.counts("g") == {RUNS: 1, DONE: 1}
    assert states.counts("g.h") == {DONE: 1}
    states.clear()
    assert states.counts("g") == {}
