from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import TaskState
from tests.builders import failed, finish_run, start_run, succeeded

if TYPE_CHECKING:
    from flowdesk.store.rows import FinishedTry
    from flowdesk.store.store import Store

PATH = "/pipelines/test.toml"


def carry_out(store: Store, run: str, name: str, value: str, end: FinishedTry | None = None) -> None:
    """A try that pushed `k`, and ended well unless told otherwise."""
    number = len(store.tries(run, name)) + 1
    with store.transaction():
        store.start_try(run, name, number, log="x.log", fingerprint="same")
        store.push_value(run, name, number, key="k", value=value)
        store.finish_try(run, name, number, end or succeeded())


def test_the_values_to_use_are_those_of_each_tasks_last_try(store: Store) -> None:
    start_run(store)
    carry_out(store, "run_1", "a", "1", failed())
    carry_out(store, "run_1", "a", "2")
    with store.transaction():
        store.expand_task("run_1", "b", 3)
    for index in range(3):
        carry_out(store, "run_1", f"b[{index}]", str(index))
    with store.transaction():
        store.expand_task("run_1", "b", 2)  # the third is removed
    values = store.values_to_use("run_1")
    assert [(row.name, row.try_number, row.value) for row in values] == [
        ("a", 2, "2"),
        ("b[0]", 1, "0"),
        ("b[1]", 1, "1"),
    ]


def test_the_latest_value_is_that_of_the_newest_run_in_which_the_try_succeeded(store: Store) -> None:
    for number, end in enumerate([succeeded(), succeeded(), failed()], 1):
        start_run(store, f"run_{number}")
        carry_out(store, f"run_{number}", "a", str(number), end)
    start_run(store, "other", path="/other.toml")
    carry_out(store, "other", "a", "4")
    latest = store.latest_value(PATH, "a", "k", before=4)
    assert latest is not None
    assert (latest.run_id, latest.value) == ("run_2", "2")
    first = store.latest_value(PATH, "a", "k", before=2)
    assert first is not None
    assert first.run_id == "run_1"
    assert store.latest_value(PATH, "a", "k", before=1) is None
    assert store.latest_value(PATH, "a", "other", before=9) is None


def test_the_latest_value_of_a_mapped_task_is_asked_for_by_its_name(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.expand_task("run_1", "a", 2)
    for index in range(2):
        carry_out(store, "run_1", f"a[{index}]", str(index))
    latest = store.latest_value(PATH, "a[1]", "k", before=2)
    assert latest is not None
    assert (latest.name, latest.value) == ("a[1]", "1")
    assert store.latest_value(PATH, "a", "k", before=2) is None


def test_the_try_to_use_again_is_the_newest_that_succeeded_and_still_stands(store: Store) -> None:
    assert store.find_cached(PATH, "a", "same") is None
    for number, end in enumerate([succeeded(), succeeded(), failed()], 1):
        start_run(store, f"run_{number}")
        carry_out(store, f"run_{number}", "a", "1", end)
    found = store.find_cached(PATH, "a", "same")
    assert found is not None
    assert (found.run_id, found.number, found.fingerprint) == ("run_2", 1, "same")
    for other in (("/other.toml", "a", "same"), (PATH, "b", "same"), (PATH, "a", "other")):
        assert store.find_cached(*other) is None


@pytest.mark.parametrize("state", [TaskState.FAILED, TaskState.WAITING])
def test_a_task_that_was_marked_failed_or_cleared_is_not_used_again(store: Store, state: TaskState) -> None:
    start_run(store)
    carry_out(store, "run_1", "a", "1")
    with store.transaction():
        store.move_task("run_1", "a", state)
    assert store.find_cached(PATH, "a", "same") is None


def test_a_key_is_followed_over_the_runs_of_a_file(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2", path="/pipelines/other.toml")
    finish_run(store, "run_3")
    history = store.history(PATH, "a", "score")
    assert [(row.run_id, row.value) for row in history] == [("run_3", "0.5"), ("run_1", "0.5")]
    assert len(store.history(PATH, "a", "score", limit=1)) == 1
