"""What a branch leaves out and a short circuit cuts off."""

from __future__ import annotations

import pytest

from flowdesk.plan.branching import LeftOut, Ways
from flowdesk.plan.plan import Kind, Task
from tests.builders import bash, plan_of

CHOOSE = Task("choose", Kind.BRANCH, ("m:f",), choices=("a", "b", "g"))


@pytest.mark.parametrize(
    ("picked", "skipped"),
    [
        (["a"], ["b", "g.c", "g.d"]),
        (["a", "b"], ["g.c", "g.d"]),
        (["g"], ["a", "b"]),
        (["g.c"], ["a", "b", "g.d"]),
        ([], ["a", "b", "joint", "g.c", "g.d"]),
    ],
)
def test_a_branch_skips_what_it_does_not_pick_but_not_what_comes_after_its_pick(
    picked: list[str], skipped: list[str]
) -> None:
    plan = plan_of(
        CHOOSE,
        bash("a", "choose"),
        bash("b", "choose"),
        bash("joint", "a", "b", "choose", "g.later"),
        bash("g.c", "choose"),
        bash("g.d", "choose"),
        bash("g.later", "g.c", "g.d"),
    )
    assert Ways(plan).not_followed("choose", picked) == skipped


def test_a_short_circuit_cuts_off_all_that_comes_after_it_once() -> None:
    plan = plan_of(bash("gate"), bash("a", "gate"), bash("b", "a"), bash("other"), bash("c", "b", "other"))
    plan = plan._replace(tasks={**plan.tasks, "gate": Task("gate", Kind.SHORT_CIRCUIT, ("m:f",))})
    left_out = LeftOut(Ways(plan), plan)
    assert sorted(left_out.leave_out("gate", ())) == ["a", "b", "c"]
    assert left_out.whys("c") == {"gate": "gate ended the way"}
    assert not left_out.whys("other")
    left_out.forget("gate")
    assert not left_out.whys("c")


def test_what_may_be_picked_has_its_followers() -> None:
    plan = plan_of(CHOOSE, bash("a", "choose"), bash("b", "choose"), bash("joint", "a", "choose"))
    assert Ways(plan).followers("choose") == {"a": {"a", "joint"}, "b": {"b"}}
