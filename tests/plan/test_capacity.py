"""Who may start first, and for how many there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Task
from tests.builders import bash
from tests.plan.driving import F, S, begun, end, mapped

if TYPE_CHECKING:
    from flowdesk.plan.progress import Progress


def pooled(task: str, pool: str = "db", slots: int = 1, priority: int = 0) -> Task:
    return bash(task)._replace(pool=pool, pool_slots=slots, priority=priority)


def start(progress: Progress, *names: str) -> None:
    for name in names:
        progress.start(name)


def test_the_higher_priority_goes_first_then_the_files_order() -> None:
    progress = begun(bash("a"), bash("b")._replace(priority=5), bash("c"), bash("d")._replace(priority=5))
    assert progress.ready() == ["b", "d", "a", "c"]
    assert progress.ready(3) == ["b", "d", "a"]


def test_a_pool_gives_no_more_slots_than_it_has() -> None:
    progress = begun(pooled("a"), pooled("b"), pooled("c"), bash("d"), pools={"db": 2})
    assert progress.ready() == ["a", "b", "d"]
    start(progress, "a", "b")
    assert progress.ready() == ["d"]
    progress.finish("a", S)
    assert progress.ready() == ["c", "d"]


def test_a_task_that_takes_fewer_slots_overtakes_one_that_there_is_no_room_for() -> None:
    tasks = pooled("a", slots=2), pooled("wide", slots=3), pooled("b")
    progress = begun(*tasks, pools={"db": 3})
    assert progress.ready() == ["a", "b"]
    start(progress, "a", "b")
    progress.finish("b", S)
    assert progress.ready() == []
    progress.finish("a", S)
    assert progress.ready() == ["wide"]


def test_a_task_up_for_retry_holds_no_slot() -> None:
    progress = begun(pooled("a")._replace(retries=1), pooled("b"), pools={"db": 1})
    progress.start("a")
    progress.finish("a", F)
    assert progress.ready() == ["b"]
    progress.retry("a")
    assert progress.ready() == ["a"]


def test_no_more_tasks_run_than_the_pipeline_allows() -> None:
    progress = begun(bash("a"), bash("b"), bash("c"), max_active_tasks=2)
    assert progress.ready() == ["a", "b"]
    start(progress, "a")
    assert progress.ready() == ["b"]
    start(progress, "b")
    assert progress.ready() == []


def test_no_more_of_a_mapped_task_run_than_it_allows_and_others_pass_it() -> None:
    progress = begun(mapped("m", limit=2), bash("z"))
    progress.expand("m", 4)
    assert progress.ready() == ["m[0]", "m[1]", "z"]
    start(progress, "m[0]", "m[1]")
    assert progress.ready() == ["z"]
    progress.finish("m[1]", S)
    assert progress.ready() == ["m[2]", "z"]


def test_what_the_engine_holds_comes_beyond_the_limit_and_takes_no_slots() -> None:
    wait, ask = Task("wait", Kind.WAIT), pooled("ask")._replace(kind=Kind.APPROVE)
    progress = begun(bash("a"), bash("b"), wait, ask, pools={"db": 1}, max_active_tasks=1)
    assert progress.ready(0) == ["wait", "ask"]
    assert progress.ready(5) == ["a", "wait", "ask"]
    start(progress, "wait", "ask")
    assert progress.ready() == ["a"]


def test_less_than_no_room_is_none() -> None:
    assert begun(bash("a")).ready(-1) == []


def test_a_mapped_task_to_be_expanded_needs_no_slot() -> None:
    progress = begun(bash("a"), mapped("m"), max_active_tasks=1)
    progress.start("a")
    assert progress.ready(0) == ["m"]


def test_index_follows_index_as_numbers() -> None:
    progress = begun(mapped("m"))
    progress.expand("m", 12)
    assert progress.ready()[8:] == ["m[8]", "m[9]", "m[10]", "m[11]"]


def test_a_task_cleared_while_it_was_ready_is_offered_once() -> None:
    progress = begun(bash("a"), bash("b"))
    end(progress, "a")
    progress.clear(["a", "b"])
    assert progress.ready() == ["a", "b"]
