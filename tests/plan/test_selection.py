"""A part of a plan: some tasks alone, from a task on, or up to one."""

from __future__ import annotations

import pytest

from flowdesk.errors import UsageError
from flowdesk.plan.plan import Edge, Expand, Group, Kind, Plan, Pull, Source, Task
from flowdesk.plan.progress import Progress
from flowdesk.plan.selection import Missing, is_part, outside, selected
from flowdesk.plan.states import TryState
from tests.builders import bash, plan_of

LINE = plan_of(bash("a"), bash("b", "a"), bash("c", "b"), bash("d"))


def grouped() -> Plan:
    tasks = (
        bash("load"),
        bash("train.small", "load"),
        bash("train.large", "load"),
        bash("best", "train.small"),
    )
    edges = (Edge("load", "train"), Edge("train.small", "best", "k", "k"), Edge("load", "best"))
    return plan_of(*tasks)._replace(groups={"train": Group("train")}, edges=edges)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"task": ["b"]}, "b"),
        ({"task": ["b", "d"]}, "bd"),
        ({"from_": ["b"]}, "bc"),
        ({"until": ["b"]}, "ab"),
        ({"from_": ["a"], "until": ["b"]}, "ab"),
        ({}, "abcd"),
    ],
)
def test_what_is_asked_for_is_kept_in_the_files_order(asked: dict[str, list[str]], kept: str) -> None:
    assert "".join(selected(LINE, **asked).tasks) == kept


@pytest.mark.parametrize("ref", ["train", "train.*", "train.[sl]*"])
def test_a_group_and_a_glob_stand_for_their_tasks(ref: str) -> None:
    part = selected(grouped(), task=[ref])
    assert list(part.tasks) == ["train.small", "train.large"]
    assert list(part.groups) == ["train"]
    assert part.edges == ()


def test_a_task_of_which_all_upstream_is_left_out_starts_at_once() -> None:
    progress = Progress(selected(LINE, from_=["b"]))
    progress.begin()
    assert progress.ready() == ["b"]


def test_edges_between_what_is_kept_stay() -> None:
    assert selected(grouped(), until=["train.small"]).edges == (Edge("load", "train"),)
    assert selected(grouped(), task=["load", "best"]).edges == (Edge("load", "best"),)


def test_a_wrong_id_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError, match=r"no task or group 'train.smal'; did you mean 'train.small'\?"):
        selected(grouped(), task=["train.smal"])


@pytest.mark.parametrize("asked", [{"task": ["a"], "from_": ["b"]}, {"from_": ["c"], "until": ["a"]}])
def test_parts_that_contradict_each_other_are_refused(asked: dict[str, list[str]]) -> None:
    with pytest.raises(UsageError):
        selected(LINE, **asked)


def test_the_setup_that_a_task_needs_and_its_teardown_come_along() -> None:
    plan = plan_of(
        bash("data"),
        bash("start", "data")._replace(setup=True),
        bash("work", "start"),
        bash("more", "work"),
        bash("stop", "more", "start")._replace(teardown=("start",)),
        bash("report", "stop"),
    )
    assert list(selected(plan, task=["more"]).tasks) == ["start", "more", "stop"]
    assert list(selected(plan, task=["report"]).tasks) == ["report"]
    assert selected(plan, task=["stop"]).tasks["stop"].upstream == ()


def test_what_a_teardown_names_is_a_setup_also_where_nothing_else_says_so() -> None:
    plan = plan_of(
        bash("start"), bash("work", "start"), bash("stop", "work", "start")._replace(teardown=("start",))
    )
    assert list(selected(plan, task=["work"]).tasks) == ["start", "work", "stop"]


def test_what_must_come_from_an_earlier_run_is_known() -> None:
    pulls = (
        Pull("x", (Source("a", "k"), Source("b", "k")), many=True),
        Pull("y", (Source("a", "m"),), required=False),
        Pull("z", (Source("a", "m"),), default="1"),
    )
    task = Task("c", Kind.PYTHON, ("m:f",), upstream=("a", "b"), pulls=pulls)
    mapped = bash("d")._replace(upstream=("a",), expand=(Expand("day", Source("a", "days")),))
    plan = plan_of(bash("a"), bash("b"), task, mapped)
    assert list(outside(plan)) == []
    assert list(outside(selected(plan, task=["b", "c", "d"]))) == [
        Missing("c", "x", Source("a", "k")),
        Missing("d", "day", Source("a", "days")),
    ]


def test_a_branch_of_which_choices_are_left_out_may_still_pick_them() -> None:
    way = Task("way", Kind.BRANCH, ("m:f",), choices=("a", "b"))
    progress = Progress(selected(plan_of(way, bash("a", "way"), bash("b", "way")), task=["way", "a"]))
    progress.begin()
    progress.start("way")
    progress.finish("way", TryState.SUCCESS)
    assert progress.ready() == ["a"]


def test_one_of_a_mapped_task_cannot_be_run_alone_and_that_is_said() -> None:
    plan = plan_of(bash("m"))
    with pytest.raises(UsageError, match=r"'m\[0\]' is made of 'm' in a run, .* flowdesk clear RUN 'm\[0\]'"):
        selected(plan, task=["m[0]"])
    with pytest.raises(UsageError, match=r"there is no task or group 'x\[0\]'"):
        selected(plan, task=["x[0]"])


def test_a_part_is_told_from_another_plan() -> None:
    plan = grouped()
    assert is_part(selected(plan, task=["train.*"]), plan)
    assert is_part(selected(plan, until=["best"]), plan)
    assert not is_part(plan, plan)
    changed = plan._replace(tasks={**plan.tasks, "best": bash("best", "train.small", code="false")})
    assert not is_part(selected(changed, from_=["best"]), plan)
    assert not is_part(plan_of(bash("other")), plan)
