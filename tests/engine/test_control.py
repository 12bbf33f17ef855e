"""Ending a run in good order, and at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.run import Engine
from flowdesk.executors.executor import Finished, Job, Report
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.states import RunState, TryState
from flowdesk.plan.trigger import TriggerRule
from flowdesk.plan.written import to_json
from flowdesk.store.rows import NewRun
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail
from tests.engine.worlds import request_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan
    from tests.engine.worlds import Bench

SETUP = bash("up")._replace(setup=True)
TEARDOWN = bash("down", "up", "work")._replace(teardown=("up",), trigger_rule=TriggerRule.ALL_DONE)


def endless(_: Job) -> list[Report]:
    return []


def test_a_teardown_runs_whatever_happened_in_between(bench: Bench) -> None:
    plan = plan_of(SETUP, bash("work", "up"), TEARDOWN)
    assert bench.run(plan, FakeExecutor({"work": fail})) is RunState.FAILED
    assert bench.states() == {"up": "success", "work": "failed", "down": "success"}


def test_a_teardown_runs_in_a_run_that_is_cancelled(bench: Bench) -> None:
    executor = FakeExecutor({"work": endless})
    engine = bench.engine(plan_of(SETUP, bash("work", "up"), TEARDOWN), executor)
    executor.on_wait = lambda: engine.cancel("Ctrl-C") if "work/1" in executor._under_way else None
    assert engine.run() is RunState.CANCELLED
    assert bench.states() == {"up": "success", "work": "cancelled", "down": "success"}


def test_a_teardown_is_ended_too_where_no_time_is_left(bench: Bench) -> None:
    executor = FakeExecutor({"work": endless, "down": endless})
    engine = bench.engine(plan_of(SETUP, bash("work", "up"), TEARDOWN), executor)

    def on_wait() -> None:
        if "work/1" in executor._under_way:
            engine.cancel("Ctrl-C")
        if "down/1" in executor._under_way:
            engine.cancel("Ctrl-C", at_once=True)

    executor.on_wait = on_wait
    assert engine.run() is RunState.CANCELLED
    assert bench.states()["down"] == "cancelled"


def test_a_run_that_was_cancelled_before_it_began_starts_nothing(bench: Bench) -> None:
    executor = FakeExecutor()
    engine = bench.engine(plan_of(bash("a")), executor)
    engine.cancel("Ctrl-C")
    assert engine.run() is RunState.CANCELLED
    assert executor.jobs == []


def test_a_run_fails_when_its_time_is_up(bench: Bench) -> None:
    plan = plan_of(bash("a"), bash("b", "a"))._replace(timeout=0.01)
    assert bench.run(plan, FakeExecutor({"a": endless})) is RunState.FAILED
    assert bench.states() == {"a": "cancelled", "b": "cancelled"}
    assert bench.store.find_run(None).reason == "timed out after 0.01s"


def test_a_run_that_ends_in_time_is_not_told_of_it(bench: Bench) -> None:
    assert bench.run(plan_of(bash("a"))._replace(timeout=60)) is RunState.SUCCESS
    assert bench.store.find_run(None).reason is None


@pytest.mark.parametrize("retries", [0, 1])
def test_a_try_fails_when_its_time_is_up_and_may_be_retried(bench: Bench, retries: int) -> None:
    task: Task = bash("a", retries=retries)._replace(timeout=0.01)
    state = bench.run(plan_of(task), FakeExecutor({"a/1": endless}))
    assert bench.reasons("a")[0] == "timed out after 0.01s"
    assert state is (RunState.SUCCESS if retries else RunState.FAILED)


def test_a_try_that_ended_before_its_timeout_was_heard_keeps_its_end(bench: Bench) -> None:
    executor = FakeExecutor({"a": endless})
    executor.cancel = lambda *_, **__: executor.acts.update(  # type: ignore[method-assign]  # it was quicker
        a=lambda job: [Finished(job.id, TryState.SUCCESS)]
    )
    assert bench.run(plan_of(bash("a")._replace(timeout=0.01)), executor) is RunState.SUCCESS


@pytest.fixture
def outer(bench: Bench) -> Plan:
    """A plan whose task runs another pipeline."""
    (bench.home / "inner.toml").write_text("[tasks]\n")
    return plan_of(Task("in", Kind.PIPELINE, ("inner.toml",)))


def begin_inner(bench: Bench) -> None:
    """Let the run begin that the task is."""
    with Store.open(bench.home) as elsewhere, elsewhere.transaction():
        new = NewRun("run-1/in", "inner", "/inner.toml", to_json(plan_of(bash("a"))), "", parent="run-1")
        elsewhere.create_run(new, ["a"])


def one_by_one(executor: FakeExecutor, *steps: Callable[[], None]) -> None:
    """Do one step each time that the engine waits."""
    left = list(steps)
    executor.on_wait = lambda: left.pop(0)() if left else None


def test_pausing_a_run_pauses_the_runs_that_its_tasks_are(bench: Bench, outer: Plan) -> None:
    executor = FakeExecutor({"in": endless})
    one_by_one(executor, partial(begin_inner, bench), bench.asks_once("pause"), bench.asks_once("cancel"))
    assert bench.run(outer, executor) is RunState.CANCELLED
    assert [row.kind for row in bench.store.requests("run-1/in")] == ["pause"]


def test_what_was_paused_with_a_run_goes_on_with_it(bench: Bench, outer: Plan) -> None:
    executor = FakeExecutor({"in": endless})

    def obey() -> None:
        with Store.open(bench.home) as elsewhere, elsewhere.transaction():
            elsewhere.set_paused("run-1/in", paused=True)
        bench.ask("resume")

    begin = partial(begin_inner, bench)
    one_by_one(executor, begin, bench.asks_once("pause"), obey, bench.asks_once("cancel"))
    assert bench.run(outer, executor) is RunState.CANCELLED
    assert [row.kind for row in bench.store.requests("run-1/in")] == ["pause", "resume"]


def test_a_run_that_begins_in_a_paused_one_is_paused(bench: Bench, outer: Plan) -> None:
    with bench.store.transaction():
        bench.store.create_run(NewRun("run-1", "p", "/p.toml", to_json(outer), ""), ["in"])
        bench.store.set_paused("run-1", paused=True)
    request = request_in(bench.home, "run-1/in")._replace(parent="run-1")
    executor = FakeExecutor()
    engine = Engine(plan_of(bash("a")), request, store=bench.store, executor=executor)
    executor.on_wait = lambda: engine.cancel("enough")
    assert engine.run() is RunState.CANCELLED
    assert executor.jobs == []
