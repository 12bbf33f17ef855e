"""A plan comes back from its text as it was."""

from __future__ import annotations

import pytest

from flowdesk.plan.plan import Edge, Group, Kind, Notify, Plan, Pull, Push, Source, Task
from flowdesk.plan.trigger import TriggerRule
from flowdesk.plan.written import PlanUnreadable, from_json, to_json
from tests.builders import bash, plan_of

FULL = Plan(
    name="모델",
    tasks={
        "z": Task("z", Kind.BASH, ("sleep 3",), retries=2, retry_delay=0.5, env={"B": "1", "A": "2"}),
        "g.a": Task(
            "g.a",
            Kind.PYTHON,
            ("xcom:train",),
            ("z",),
            (Push("k", "float", ge=0, max_bytes=9, secret=True), Push("m", "any", required=False)),
        ),
        "choose": Task(
            "choose",
            Kind.BRANCH,
            ("xcom:choose",),
            trigger_rule=TriggerRule.ONE_SUCCESS,
            choices=("last", "g"),
            skip_on_exit_code=(99,),
            timeout=1.5,
        ),
        "last": Task(
            "last",
            Kind.COMMAND,
            ("echo", "hi"),
            upstream=("g.a",),
            pulls=(Pull("x", (Source("g.a", "k"),), many=True, required=False, default="[1]"),),
            cwd="data",
            label="Last",
            description="the end",
        ),
    },
    groups={"g": Group("g", label="Group", tooltip="tip")},
    edges=(Edge("z", "g"), Edge("g.a", "last", "k", "x")),
    description="all there is",
    notify=Notify(("failed", "success"), command=("tell", "me")),
    store_url="sqlite:///runs.db",
)


def test_a_plan_comes_back_equal() -> None:
    assert from_json(to_json(FULL)) == FULL


def test_tasks_and_environment_keep_their_order() -> None:
    plan = from_json(to_json(FULL))
    assert list(plan.tasks) == ["z", "g.a", "choose", "last"]
    assert list(plan.tasks["z"].env) == ["B", "A"]


def test_defaults_are_left_out() -> None:
    assert to_json(plan_of(bash("a"))) == (
        '{"version":1,"name":"test","tasks":[{"id":"a","kind":"bash","code":["true"]}],"groups":[]}'
    )


def test_a_text_of_before_a_field_was_there_has_its_default() -> None:
    old = (
        '{"version":1,"name":"old","tasks":[{"id":"a","kind":"bash","code":["true"],'
        '"push":[{"key":"k","type":"int"}]}],"groups":[]}'
    )
    plan = from_json(old)
    assert (plan.notify, plan.store_url, plan.tasks["a"].notify) == (None, None, None)
    assert plan.tasks["a"].push == (Push("k", "int"),)


def test_a_plan_of_another_version_is_refused_with_a_way_out() -> None:
    newer = to_json(FULL).replace('"version":1', '"version":7')
    with pytest.raises(
        PlanUnreadable, match="has version 7, and this flowdesk reads version 1: open it with"
    ):
        from_json(newer)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"version":1}', '{"version":1,"tasks":[{"id":3}]}', '{"name":"a","tasks":[]}'],
)
def test_a_damaged_text_is_told_as_such(text: str) -> None:
    with pytest.raises(PlanUnreadable, match="damaged"):
        from_json(text)
