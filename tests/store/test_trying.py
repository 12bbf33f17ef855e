from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import EventKind
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.rows import FinishedTry, Pulled
from flowdesk.store.store import Store
from tests.builders import failed, new_run, start_run, succeeded

if TYPE_CHECKING:
    from pathlib import Path

RETRIED = FinishedTry(TryState.FAILED, TaskState.UP_FOR_RETRY, "exit code 1", 1, delay=30.0, failures=1)


@pytest.fixture
def mapped(store: Store) -> Store:
    """A store of one run, whose task "b" was expanded into three."""
    start_run(store)
    with store.transaction():
        store.expand_task("run_1", "b", 3)
    return store


def standing(store: Store) -> list[tuple[str, str]]:
    return [(row.name, row.state.value) for row in store.tasks("run_1")]


def test_what_is_made_of_a_mapped_task_follows_it_in_order(store: Store) -> None:
    with store.transaction():
        store.create_run(new_run(), ["z", "m", "a"])
        event = store.expand_task("run_1", "m", 11)
    assert (event.kind, event.task, event.map_index, event.data) == ("task_expanded", "m", -1, {"count": 11})
    names = [row.name for row in store.tasks("run_1")]
    assert names == ["z", "m", *(f"m[{index}]" for index in range(11)), "a"]
    assert [(row.state, row.expanded) for row in store.tasks("run_1")][1] == (TaskState.RUNNING, 11)


def test_a_task_expanded_into_none_has_none(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.expand_task("run_1", "b", 0)
        store.move_task("run_1", "b", TaskState.SKIPPED, "nothing to expand")
    assert standing(store) == [("a", "waiting"), ("b", "skipped")]
    assert store.tasks("run_1")[1].expanded == 0


def test_the_verbs_take_the_name_of_a_mapped_task(mapped: Store) -> None:
    with mapped.transaction():
        pulls = [Pulled("x", 0, "a", "k", 1, 2, "run_0")]
        begin = mapped.start_try("run_1", "b[1]", 1, log="b.log", pulls=pulls)
        pushed = mapped.push_value("run_1", "b[1]", 1, key="k", value="1")
        mapped.record_pid("run_1", "b[1]", 1, 12)
        end = mapped.finish_try("run_1", "b[1]", 1, succeeded())
        moved = mapped.move_task("run_1", "b[2]", TaskState.CANCELLED)
    assert [event.name for event in (begin, pushed, end, moved)] == ["b[1]", "b[1]", "b[1]", "b[2]"]
    assert mapped.events("run_1")[2:] == [begin, pushed, end, moved]
    assert standing(mapped)[2:] == [("b[0]", "waiting"), ("b[1]", "success"), ("b[2]", "cancelled")]
    (row,) = mapped.tries("run_1")
    assert (row.name, row.pid, row.state) == ("b[1]", 12, TryState.SUCCESS)
    assert [row.name for row in mapped.values("run_1")] == ["b[1]"]
    (pull,) = mapped.pulls("run_1")
    assert (pull.map_index, pull.source_map_index, pull.source_run) == (1, 2, "run_0")


def test_expanding_anew_removes_what_is_too_many_and_keeps_the_rest(mapped: Store) -> None:
    with mapped.transaction():
        mapped.start_try("run_1", "b[0]", 1, log="b.log")
        mapped.finish_try("run_1", "b[0]", 1, succeeded())
        mapped.expand_task("run_1", "b", 1)
    assert standing(mapped)[2:] == [("b[0]", "success"), ("b[1]", "removed"), ("b[2]", "removed")]
    with mapped.transaction():
        mapped.expand_task("run_1", "b", 4)
    states = ["success", "waiting", "waiting", "waiting"]
    assert standing(mapped)[2:] == [(f"b[{index}]", state) for index, state in enumerate(states)]


def test_a_try_keeps_what_was_carried_out_and_by_what_it_is_known_again(store: Store) -> None:
    start_run(store)
    asks = {"question": "well?", "choices": ["yes", "no"]}
    with store.transaction():
        event = store.start_try(
            "run_1", "a", 1, log="a.log", rendered='{"cwd": "/"}', fingerprint="f", asks=asks
        )
        end = succeeded()._replace(followed=("b",), cached_from="run_0")
        finished = store.finish_try("run_1", "a", 1, end)
    (row,) = store.tries("run_1")
    assert (row.rendered, row.fingerprint, row.cached_from) == ('{"cwd": "/"}', "f", "run_0")
    assert event.data["asks"] == asks
    assert (finished.data["followed"], finished.data["cached_from"]) == (["b"], "run_0")
    assert store.events("run_1")[1:] == [event, finished]


def test_when_the_next_try_is_due_is_known_until_it_begins(home: Path, url: str | None) -> None:
    ticks = count(1)
    with Store.open(home, url=url, clock=lambda: float(next(ticks))) as store:
        start_run(store)
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
            store.finish_try("run_1", "a", 1, RETRIED)
        task = store.tasks("run_1")[0]
        assert (task.failures, task.retry_at) == (1, 4.0 + 30.0)
        with store.transaction():
            store.start_try("run_1", "a", 2, log="a.log")
        task = store.tasks("run_1")[0]
        assert (task.failures, task.retry_at, task.tries) == (1, None, 2)


def test_a_cleared_task_waits_as_if_it_had_never_begun_but_counts_its_tries(mapped: Store) -> None:
    with mapped.transaction():
        mapped.start_try("run_1", "a", 1, log="a.log")
        mapped.finish_try("run_1", "a", 1, failed()._replace(failures=2))
        event = mapped.move_task("run_1", "a", TaskState.WAITING, "cleared", failures=0)
        mapped.move_task("run_1", "b", TaskState.WAITING, "cleared")
    a, b, *_ = mapped.tasks("run_1")
    assert (a.state, a.tries, a.failures, a.started_at, a.finished_at) == (
        TaskState.WAITING,
        1,
        0,
        None,
        None,
    )
    assert (b.state, b.expanded) == (TaskState.WAITING, None)
    assert event.kind is EventKind.TASK_MOVED
    with mapped.transaction():
        mapped.start_try("run_1", "a", 2, log="a.log")
    assert mapped.tasks("run_1")[0].started_at is not None


def test_moving_a_task_leaves_its_failures_unless_told(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        store.finish_try("run_1", "a", 1, failed()._replace(failures=2))
        store.move_task("run_1", "a", TaskState.SUCCESS, "marked")
    assert store.tasks("run_1")[0].failures == 2
