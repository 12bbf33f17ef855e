"""Runs that another engine left, taken up again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.resume import request_of, world_of
from flowdesk.plan.events import EventKind
from flowdesk.plan.plan import Expand, Group, Kind, Plan, Pull, Push, Source, Task
from flowdesk.plan.states import RunState, TaskState
from flowdesk.plan.written import from_json
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail, push
from tests.engine.worlds import Bench, Killed, killed_at

if TYPE_CHECKING:
    from pathlib import Path

GIVER = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "int"),))
TAKER = Task("b", Kind.PYTHON, ("m:f",), upstream=("a",), pulls=(Pull("x", (Source("a", "k"),)),))


def left(bench: Bench, plan: Plan, job: str, executor: FakeExecutor | None = None) -> None:
    """A run whose engine died while this job was under way."""
    with pytest.raises(Killed):
        bench.run(plan, killed_at(job, executor or FakeExecutor()))


def test_what_ran_is_tried_again_and_what_succeeded_is_not(bench: Bench) -> None:
    left(bench, plan_of(bash("a"), bash("b", "a"), bash("c", "b")), "b/1")
    executor = FakeExecutor()
    assert bench.resumed(executor) is RunState.SUCCESS
    assert [job.id for job in executor.jobs] == ["b/2", "c/1"]
    assert bench.tries("b") == ["interrupted", "success"]


def test_values_that_were_pushed_are_pulled_after_it(bench: Bench) -> None:
    left(bench, plan_of(GIVER, TAKER), "b/1", FakeExecutor({"a": push(k="7")}))
    executor = FakeExecutor()
    bench.resumed(executor)
    assert executor.jobs[0].inputs[0].given[0].value == "7"


def test_an_interrupted_try_costs_no_retry(bench: Bench) -> None:
    left(bench, plan_of(bash("a", retries=1)), "a/1")
    assert bench.resumed(FakeExecutor({"a/2": fail})) is RunState.SUCCESS
    assert bench.tries("a") == ["interrupted", "failed", "success"]


def test_a_retry_that_waited_is_waited_for_again(bench: Bench) -> None:
    task = bash("a", retries=1)._replace(retry_delay=0.01)
    left(bench, plan_of(task, bash("b")), "b/1", FakeExecutor({"a": fail}, slots=1))
    assert bench.resumed() is RunState.SUCCESS
    assert bench.tries("a") == ["failed", "success"]


def test_no_retry_is_waited_for_longer_than_its_delay_when_the_clock_was_set_back(home: Path) -> None:
    task = bash("a", retries=1)._replace(retry_delay=0.01)
    with Store.open(home, clock=lambda: time.time() + 86400) as store:
        left(Bench(store, home), plan_of(task, bash("b")), "b/1", FakeExecutor({"a": fail}, slots=1))
    with Store.open(home) as store, store.transaction():
        run = store.find_run("run-1")
        plan = from_json(store.plan_text(run.id))
        world = world_of(plan, request_of(run, store), store=store, executor=FakeExecutor())
    assert world.progress.state("a") is TaskState.UP_FOR_RETRY
    assert world.timers.timeout() <= task.retry_delay


def test_the_rest_of_a_mapped_task_runs_with_the_same_items(bench: Bench) -> None:
    mapped = Task("m", Kind.PYTHON, ("m:f",), expand=(Expand("n", items="[10, 20, 30]"),))
    left(bench, plan_of(mapped, bash("c", "m")), "m[1]/1", FakeExecutor(slots=1))
    executor = FakeExecutor(slots=1)
    assert bench.resumed(executor) is RunState.SUCCESS
    items = [(job.id, job.inputs[0].given[0].value) for job in executor.jobs if job.inputs]
    assert items == [("m[1]/2", "20"), ("m[2]/1", "30")]


def test_a_group_keeps_count_of_how_often_it_was_tried(bench: Bench) -> None:
    tasks = [bash("g.a"), bash("g.b", "g.a")]
    plan = Plan("p", {task.id: task for task in tasks}, {"g": Group("g", retries=1)})
    left(bench, plan, "g.b/1", FakeExecutor({"g.a/1": fail}))
    assert bench.resumed(FakeExecutor({"g.b": fail})) is RunState.FAILED
    assert bench.tries("g.a") == ["failed", "success"]


def test_a_run_keeps_the_plan_that_it_began_with(bench: Bench) -> None:
    left(bench, plan_of(bash("a", code="echo then")), "a/1")
    executor = FakeExecutor()
    bench.resumed(executor)
    assert executor.jobs[0].code == ("echo then",)
    assert executor.jobs[0].context["ds"] == "2026-01-02"


def test_a_run_that_is_taken_up_says_so(bench: Bench) -> None:
    left(bench, plan_of(bash("a")), "a/1")
    bench.resumed()
    kinds = [event.kind for event in bench.store.events("run-1")]
    assert EventKind.RUN_RESUMED in kinds
    assert kinds[-1] is EventKind.RUN_FINISHED


def test_a_paused_run_that_is_taken_up_goes_on(bench: Bench) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    asked = bench.asks_once("pause")

    def on_wait() -> None:
        asked()
        if bench.answers()[0]:
            raise Killed

    executor.on_wait = on_wait
    with pytest.raises(Killed):
        bench.run(plan_of(bash("a"), bash("b", "a")), executor)
    assert bench.resumed() is RunState.SUCCESS
    assert not bench.store.find_run(None).paused


def test_nothing_becomes_of_a_run_that_is_over_and_asked_for_nothing(bench: Bench) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    engine = bench.engine(plan_of(bash("a")), executor)
    executor.on_wait = lambda: engine.cancel("ended by SIGINT")
    engine.run()
    again = FakeExecutor()
    assert bench.resumed(again) is RunState.CANCELLED
    assert again.jobs == []
    assert bench.store.find_run(None).reason == "ended by SIGINT"
