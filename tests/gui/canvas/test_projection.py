from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from flowdesk.gui.canvas.links import Link, LinkKey, links_of
from flowdesk.gui.canvas.projection import Projection, groups_round, project
from flowdesk.plan.plan import Edge, Group, Kind, Plan, Task


def _plan(tasks: list[str], edges: list[Edge]) -> Plan:
    groups = sorted(groups_round(tasks))
    return Plan(
        "p",
        {task: Task(task, Kind.JOINT) for task in tasks},
        {group: Group(group) for group in groups},
        tuple(edges),
    )


PLAN = _plan(
    ["get", "train.a", "train.deep.b", "choose"],
    [
        Edge("get", "train"),
        Edge("train.a", "train.deep.b"),
        Edge("train.a", "choose", "score", "scores"),
        Edge("train.deep.b", "choose", "score", "scores"),
    ],
)


def _seen(*folded: str, only: set[str] | None = None) -> Projection:
    return project(PLAN, folded, links=links_of(PLAN), only=only)


def test_with_nothing_folded_everything_is_seen() -> None:
    seen = _seen()
    assert seen.tasks == tuple(PLAN.tasks)
    assert seen.groups == ("train", "train.deep")
    assert list(seen.links) == links_of(PLAN)


def test_a_folded_group_is_one_box_with_the_lines_of_what_it_hides() -> None:
    seen = _seen("train")
    assert (seen.tasks, seen.boxes, seen.groups) == (("get", "choose"), ("train",), ())
    assert [(link.source, link.target) for link in seen.links] == [("get", "train"), ("train", "choose")]


def test_lines_that_come_to_have_the_same_ends_are_bundled_with_the_keys_of_all() -> None:
    keys = (LinkKey("train.a", "score", ("scores",)), LinkKey("train.deep.b", "score", ("scores",)))
    assert _seen("train").links[-1] == Link("train", "choose", keys, bundled=2)


def test_an_inner_group_folds_by_itself() -> None:
    seen = _seen("train.deep")
    assert (seen.boxes, seen.groups) == (("train.deep",), ("train",))
    assert ("train.a", "train.deep") in [(link.source, link.target) for link in seen.links]


def test_a_folded_group_in_a_folded_one_is_not_seen() -> None:
    assert _seen("train", "train.deep").boxes == ("train",)
    assert _seen("train", "train.deep").shown_by["train.deep.b"] == "train"


def test_of_a_part_only_its_tasks_and_the_groups_round_them_are_seen() -> None:
    seen = _seen(only={"get", "train.a"})
    assert (seen.tasks, seen.groups) == (("get", "train.a"), ("train",))
    assert [(link.source, link.target) for link in seen.links] == [("get", "train")]


NAMES = st.lists(st.sampled_from("ab"), min_size=1, max_size=4).map(".".join)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, set[str], set[str] | None]:
    """A plan with nested groups, those of them that are folded, and the tasks to which it is narrowed."""
    names = draw(st.lists(NAMES, unique=True, min_size=1, max_size=12))
    groups = groups_round(names)
    tasks = [name for name in names if name not in groups] or ["t"]
    ends = st.sampled_from([*tasks, *sorted(groups_round(tasks))])
    order = draw(st.lists(st.builds(Edge, ends, ends), max_size=12))
    keys = st.builds(
        Edge, st.sampled_from(tasks), st.sampled_from(tasks), st.sampled_from("xyz"), st.just("x")
    )
    plan = _plan(tasks, [*order, *draw(st.lists(keys, max_size=12))])
    folded = draw(st.sets(st.sampled_from([*plan.groups, "none"])))
    return plan, folded, draw(st.none() | st.sets(st.sampled_from(tasks), min_size=1))


@given(plans())
def test_every_line_is_seen_with_its_keys_or_lies_within_one_box(
    given: tuple[Plan, set[str], set[str] | None],
) -> None:
    plan, folded, only = given
    links = links_of(plan)
    seen = project(plan, folded, links=links, only=only)
    crossing = [
        link
        for link in links
        if link.source in seen.shown_by and link.target in seen.shown_by
        if seen.shown_by[link.source] != seen.shown_by[link.target]
        or seen.shown_by[link.source] == link.source == link.target
    ]
    assert sum(link.bundled for link in seen.links) == len(crossing)
    pushed = {(task, key) for link in crossing for task, key, _ in link.keys}
    assert {(task, key) for link in seen.links for task, key, _ in link.keys} == pushed


@given(plans())
def test_all_ends_are_seen_and_no_two_lines_have_the_same(
    given: tuple[Plan, set[str], set[str] | None],
) -> None:
    plan, folded, only = given
    seen = project(plan, folded, links=links_of(plan), only=only)
    ends = [(link.source, link.target) for link in seen.links]
    assert len(ends) == len(set(ends))
    assert {end for pair in ends for end in pair} <= {*seen.tasks, *seen.boxes, *seen.groups}


@given(plans())
def test_every_task_of_the_part_is_shown_by_itself_or_by_the_outermost_folded_group(
    given: tuple[Plan, set[str], set[str] | None],
) -> None:
    plan, folded, only = given
    seen = project(plan, folded, links=links_of(plan), only=only)
    for task in plan.tasks if only is None else only:
        round_it = accumulate(task.split(".")[:-1], lambda outer, name: f"{outer}.{name}")
        assert seen.shown_by[task] == next((group for group in round_it if group in folded), task)
