"""What a run takes from the runs before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.past import Past, check_outside
from flowdesk.errors import UsageError
from flowdesk.plan.plan import Kind, Pull, Source, Task
from flowdesk.plan.selection import selected
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.store import Store
from tests.builders import bash, new_run, plan_of
from tests.engine.recorded import record_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "/pipelines/test.toml"
SCORE = Source("a", "score")


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as store:
        yield store


def seen(past: Past, source: Source = SCORE) -> list[tuple[str, str, int]]:
    return [
        (one.held.run or "", one.held.value, one.map_index)
        for one in past.look_back(source)
        if one.held is not None
    ]


def test_a_value_is_of_the_latest_earlier_run_that_has_it(store: Store) -> None:
    record_run(store, "one", {"a": {"score": 1}})
    record_run(store, "two", {"a": {"score": 2}})
    record_run(store, "three", {"a": {"other": 3}})
    record_run(store, "elsewhere", {"a": {"score": 9}}, path="/pipelines/other.toml")
    assert seen(Past(store, PATH)) == [("two", "2", -1)]
    assert seen(Past(store, PATH, before=2)) == [("one", "1", -1)]
    assert seen(Past(store, PATH, before=1)) == []


def test_a_value_of_a_try_that_failed_is_not_taken(store: Store) -> None:
    record_run(store, "one", {"a": {"score": 1}})
    record_run(store, "two", {"a": {"score": 2}}, states={"a": TaskState.FAILED})
    assert seen(Past(store, PATH)) == [("one", "1", -1)]


def test_a_mapped_task_is_looked_up_as_a_whole(store: Store) -> None:
    record_run(store, "one", {f"a[{index}]": {"score": index} for index in range(3)})
    record_run(
        store,
        "two",
        {"a[0]": {"score": 7}, "a[1]": {"score": 8}, "a[2]": {"score": 9}},
        states={"a[0]": TaskState.FAILED},
    )
    record_run(store, "three", {"b": {"score": 1}})
    assert seen(Past(store, PATH)) == [("two", "8", 1), ("two", "9", 2)]
    assert [index for _, _, index in seen(Past(store, PATH, before=2))] == [0, 1, 2]
    found = Past(store, PATH).look_back(Source("a", "score"))
    assert [one.held is None for one in found] == [True, False, False], (
        "as of a run under way, one is missing"
    )


def test_a_secret_is_taken_in_plain(store: Store) -> None:
    record_run(store, "one", {"a": {"score": "t0ken"}}, secret=True)
    assert seen(Past(store, PATH)) == [("one", '"t0ken"', -1)]


@pytest.mark.parametrize("state", [TaskState.SUCCESS, TaskState.SKIPPED])
def test_a_task_may_start_after_it_went_well(store: Store, state: TaskState) -> None:
    record_run(store, "one", {}, states={"a": state})
    assert Past(store, PATH).hinders("a") is None


def test_a_task_may_not_start_after_it_went_badly(store: Store) -> None:
    record_run(store, "one", {}, states={"a": TaskState.SUCCESS})
    record_run(store, "two", {}, states={"a": TaskState.UPSTREAM_FAILED})
    assert Past(store, PATH).hinders("a[3]") == "depends_on_past: 'a' is upstream failed in run #2 (two)"
    assert Past(store, PATH, before=2).hinders("a") is None


def test_a_task_may_start_where_it_never_was(store: Store) -> None:
    record_run(store, "one", {"b": {}})
    assert Past(store, PATH).hinders("a") is None


def test_a_run_without_the_task_says_nothing_about_it(store: Store) -> None:
    record_run(store, "one", {}, states={"a": TaskState.FAILED})
    record_run(store, "two", {"b": {}})
    assert "run #1 (one)" in (Past(store, PATH).hinders("a") or "")


def test_a_task_that_is_still_under_way_hinders_the_next(store: Store) -> None:
    with store.transaction():
        store.create_run(new_run("one"), ["a"])
    assert Past(store, PATH).hinders("a") == "depends_on_past: 'a' is waiting in run #1 (one)"
    with store.transaction():
        store.finish_run("one", RunState.CANCELLED)


def test_what_a_part_needs_and_no_run_has_is_told_before_the_run(store: Store) -> None:
    pulls = tuple(Pull(argument, (Source("a", argument),)) for argument in ("score", "name"))
    task = Task("b", Kind.PYTHON, ("m:f",), upstream=("a",), pulls=pulls)
    part = selected(plan_of(bash("a"), task), task=["b"])
    with pytest.raises(UsageError) as refused:
        check_outside(part, Past(store, PATH))
    assert str(refused.value) == (
        "no earlier run of this file has what is left out and needed: 'b' pulls 'score' of 'a' as 'score'; "
        "'b' pulls 'name' of 'a' as 'name'; run the pipeline up to there first (--until a), or as a whole"
    )
    record_run(store, "one", {"a": {"score": 1, "name": "x"}})
    check_outside(part, Past(store, PATH))
    check_outside(part._replace(tasks={}), Past(store, PATH))
