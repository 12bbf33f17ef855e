"""Tasks that run anew in the same run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Pull, Push, Source, Task
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail, push

if TYPE_CHECKING:
    from tests.engine.worlds import Bench


def test_what_failed_runs_anew_with_what_did_not_run_for_it(bench: Bench) -> None:
    plan = plan_of(bash("a"), bash("b", "a"), bash("c", "b"))
    assert bench.run(plan, FakeExecutor({"b": fail})) is RunState.FAILED
    bench.ask("retry")
    executor = FakeExecutor()
    assert bench.resumed(executor) is RunState.SUCCESS
    assert [job.id for job in executor.jobs] == ["b/2", "c/1"]
    assert bench.answers() == ["runs anew: 'b' and 'c'"]


def test_one_failed_task_runs_anew(bench: Bench) -> None:
    bench.run(plan_of(bash("a"), bash("b"), bash("c", "b")), FakeExecutor({"a": fail, "b": fail}))
    bench.ask("retry", "b")
    assert bench.resumed() is RunState.FAILED
    assert bench.states() == {"a": "failed", "b": "success", "c": "success"}


def test_a_task_that_did_not_fail_is_not_retried(bench: Bench) -> None:
    bench.run(plan_of(bash("a"), bash("b")), FakeExecutor({"a": fail}))
    bench.ask("retry", "b")
    assert bench.resumed() is RunState.FAILED
    assert bench.answers() == ["nothing to do, because 'b' has not failed: it is success"]


def test_a_cleared_task_runs_anew_with_all_that_comes_after_it(bench: Bench) -> None:
    bench.run(plan_of(bash("a"), bash("b", "a"), bash("c", "b")))
    bench.ask("clear", "b")
    executor = FakeExecutor()
    assert bench.resumed(executor) is RunState.SUCCESS
    assert [job.id for job in executor.jobs] == ["b/2", "c/2"]


def test_a_task_alone_can_be_cleared(bench: Bench) -> None:
    bench.run(plan_of(bash("a"), bash("b", "a")))
    bench.ask("clear", "a", downstream=False)
    executor = FakeExecutor()
    bench.resumed(executor)
    assert [job.id for job in executor.jobs] == ["a/2"]


def test_what_is_not_cleared_keeps_its_values(bench: Bench) -> None:
    giver = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "int"),))
    taker = Task("b", Kind.PYTHON, ("m:f",), upstream=("a",), pulls=(Pull("x", (Source("a", "k"),)),))
    bench.run(plan_of(giver, taker), FakeExecutor({"a": push(k="7")}))
    bench.ask("clear", "b")
    executor = FakeExecutor()
    bench.resumed(executor)
    assert [one.given[0].value for one in executor.jobs[0].inputs] == ["7"]
    assert [(row.task, row.source_try) for row in bench.store.pulls("run-1")] == [("b", 1), ("b", 1)]


def test_a_cleared_task_has_all_its_retries_again(bench: Bench) -> None:
    bench.run(plan_of(bash("a", retries=1)), FakeExecutor({"a": fail}))
    bench.ask("clear", "a")
    bench.resumed(FakeExecutor({"a/3": fail}))
    assert bench.tries("a") == ["failed", "failed", "failed", "success"]


def test_a_task_can_be_cleared_while_the_run_goes_on(bench: Bench) -> None:
    executor = FakeExecutor({"b": lambda _: []})
    asked = bench.asks_once("clear", "a", downstream=False)

    def on_wait() -> None:
        if "b/1" in executor._under_way and "a/1" not in executor._under_way:
            asked()
        if "a/2" in [job.id for job in executor.jobs]:
            executor.acts.pop("b", None)

    executor.on_wait = on_wait
    assert bench.run(plan_of(bash("a"), bash("b")), executor) is RunState.SUCCESS
    assert bench.tries("a") == ["success", "success"]


def test_several_tasks_are_cleared_at_once(bench: Bench) -> None:
    bench.run(plan_of(bash("a"), bash("b"), bash("c"), bash("d", "a", "b")))
    bench.ask("clear", tasks=["a", "c"])
    bench.ask("clear", tasks=["a", "z"])
    bench.ask("clear")
    executor = FakeExecutor()
    bench.resumed(executor)
    assert sorted(job.id for job in executor.jobs) == ["a/2", "c/2", "d/2"]
    assert bench.answers() == [
        "cleared 'a', 'c' and 'd'",
        "refused: the run has no task 'z'",
        "refused: it must be said which task is meant",
    ]


def test_what_runs_is_ended_and_then_runs_anew(bench: Bench) -> None:
    executor = FakeExecutor({"b/1": lambda _: []})
    asked = bench.asks_once("clear", "a")
    executor.on_wait = lambda: asked() if "b/1" in executor._under_way else None
    plan = plan_of(bash("a"), bash("b", "a"), bash("c", "b"))
    assert bench.run(plan, executor) is RunState.SUCCESS
    assert bench.answers() == ["cleared 'a', 'b' and 'c'"]
    assert (bench.tries("a"), bench.tries("b")) == (["success", "success"], ["cancelled", "success"])
    assert bench.reasons("b") == ["ended to run anew", None]


def test_a_question_that_waits_is_asked_anew(bench: Bench) -> None:
    executor = FakeExecutor()
    asks = [("clear", "a", {}), ("approve", "q", {"answer": "yes"})]

    def on_wait() -> None:
        if asks and bench.states().get("q") == "running":
            kind, task, data = asks.pop(0)
            bench.ask(kind, task, **data)

    executor.on_wait = on_wait
    plan = plan_of(bash("a"), Task("q", Kind.APPROVE, ("Go?",), upstream=("a",)))
    assert bench.run(plan, executor) is RunState.SUCCESS
    assert bench.tries("q") == ["cancelled", "success"]
