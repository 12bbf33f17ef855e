"""What people ask of a run while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Expand, Kind, Task
from flowdesk.plan.states import RunState, TryState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.engine.worlds import Bench


def endless(*tasks: str) -> FakeExecutor:
    """An executor whose named tasks never end by themselves."""
    return FakeExecutor({task: lambda _: [] for task in tasks})


def in_turn(*acts: Callable[[], object]) -> Callable[[], None]:
    """Does one of these at each call."""
    left = list(acts)

    def act() -> None:
        if left:
            left.pop(0)()

    return act


def test_a_run_is_cancelled_and_says_so(bench: Bench) -> None:
    executor = endless("a")
    executor.on_wait = bench.asks_once("cancel")
    assert bench.run(plan_of(bash("a"), bash("b", "a")), executor) is RunState.CANCELLED
    assert bench.answers() == ["cancelled"]
    assert bench.store.find_run(None).reason == "cancelled on request"


def test_one_task_is_cancelled_and_the_others_go_on(bench: Bench) -> None:
    executor = endless("a")
    executor.on_wait = bench.asks_once("cancel", "a")
    bench.run(plan_of(bash("a"), bash("b")), executor)
    assert bench.states() == {"a": "cancelled", "b": "success"}
    assert bench.reasons("a") == ["cancelled on request"]
    assert bench.answers() == ["cancelled 'a'"]


def test_a_wait_is_cancelled(bench: Bench) -> None:
    executor = FakeExecutor()
    executor.on_wait = bench.asks_once("cancel", "w")
    bench.run(plan_of(Task("w", Kind.WAIT, ("seconds", "3600"))), executor)
    assert bench.states() == {"w": "cancelled"}


def test_a_task_that_waits_for_its_retry_is_cancelled(bench: Bench) -> None:
    task = bash("a", retries=1)._replace(retry_delay=3600.0)
    executor = FakeExecutor({"a": fail})
    ask = bench.asks_once("cancel", "a")
    executor.on_wait = lambda: ask() if bench.states()["a"] == "up_for_retry" else None
    assert bench.run(plan_of(task, bash("b", "a")), executor) is RunState.CANCELLED
    assert bench.states() == {"a": "cancelled", "b": "cancelled"}
    assert bench.answers() == ["cancelled 'a'"]


def test_all_of_a_mapped_task_is_cancelled_with_it(bench: Bench) -> None:
    mapped = Task("m", Kind.PYTHON, ("m:f",), expand=(Expand("x", items="[1, 2, 3]"),), max_active_tasks=1)
    executor = FakeExecutor({"m": lambda _: []})
    executor.on_wait = bench.asks_once("cancel", "m")
    bench.run(plan_of(mapped), executor)
    assert bench.states() == dict.fromkeys(("m", "m[0]", "m[1]", "m[2]"), "cancelled")
    assert bench.answers() == ["cancelled 'm[0]', 'm[1]' and 'm[2]'"]
    assert [job.id for job in executor.jobs] == ["m[0]/1"]


def test_a_task_that_does_not_run_cannot_be_cancelled(bench: Bench) -> None:
    executor = FakeExecutor()
    executor.on_wait = bench.asks_once("cancel", "b")
    bench.run(plan_of(bash("a"), bash("b", "a")), executor)
    assert bench.answers() == ["nothing to do, because 'b' is not running: it is waiting"]


def test_a_paused_run_starts_nothing_until_it_goes_on(bench: Bench) -> None:
    executor = endless("a")
    seen: list[list[str]] = []

    def end_a() -> None:
        executor.acts["a"] = lambda job: [Finished(job.id, TryState.SUCCESS)]

    executor.on_wait = in_turn(
        lambda: bench.ask("pause"),
        end_a,
        lambda: None,
        lambda: seen.append([job.task for job in executor.jobs]),
        lambda: bench.ask("resume"),
    )
    assert bench.run(plan_of(bash("a"), bash("b", "a")), executor) is RunState.SUCCESS
    assert seen == [["a"]]
    assert bench.answers() == ["paused: 1 task runs to the end, and nothing further starts", "goes on"]


def test_a_paused_run_can_be_cancelled(bench: Bench) -> None:
    executor = endless("a")
    executor.on_wait = in_turn(lambda: bench.ask("pause"), lambda: bench.ask("cancel"))
    assert bench.run(plan_of(bash("a")), executor) is RunState.CANCELLED


def test_what_is_so_already_is_answered_too(bench: Bench) -> None:
    executor = endless("a")
    cancel, executor.cancel = executor.cancel, lambda *_, **__: None  # type: ignore[method-assign]  # it ends late
    kinds = ["resume", "pause", "pause", "cancel", "cancel"]
    executor.on_wait = lambda: bench.ask(kinds.pop(0)) if kinds else cancel("a/1")
    bench.run(plan_of(bash("a")), executor)
    assert [answer for answer in bench.answers() if answer and answer.startswith("nothing")] == [
        "nothing to do, because the run is not paused",
        "nothing to do, because the run is paused already",
        "nothing to do, because the run is being cancelled already",
    ]


def test_what_no_engine_knows_is_refused(bench: Bench) -> None:
    executor = endless("a")
    asks = [("dance", None), ("cancel", "b"), ("cancel", "aa"), ("cancel", None)]
    executor.on_wait = lambda: bench.ask(*asks.pop(0)) if asks else None
    bench.run(plan_of(bash("a")), executor)
    assert bench.answers()[:3] == [
        "refused: this engine knows no 'dance'",
        "refused: the run has no task 'b'",
        "refused: the run has no task 'aa', did you mean 'a'?",
    ]


def test_a_run_that_is_over_answers_when_it_is_taken_up(bench: Bench) -> None:
    bench.run(plan_of(bash("a")))
    for kind in ("cancel", "pause", "resume", "retry"):
        bench.ask(kind)
    assert bench.resumed() is RunState.SUCCESS
    assert bench.answers() == [
        "nothing to do, because the run is over",
        "nothing to do, because the run is over",
        "nothing to do, because the run is not paused",
        "nothing to do, because no task has failed",
    ]
    assert bench.tries("a") == ["success"]
