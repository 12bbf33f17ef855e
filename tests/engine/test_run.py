"""The loop of one run, with a real store and an executor that does what the test says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.executor import Given, Job, Report
from flowdesk.plan.events import EventKind
from flowdesk.plan.plan import Kind, Plan, Pull, Push, Source, Task
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail, push

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUN = "run-1"

Make = Callable[[Plan, FakeExecutor], Engine]


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    store = Store.open(home)
    yield store
    store.close()


@pytest.fixture
def engine(store: Store, home: Path) -> Make:
    def make(plan: Plan, executor: FakeExecutor) -> Engine:
        request = RunRequest(RUN, home / "p.toml", "[tasks]", home, datetime(2026, 1, 2, tzinfo=UTC))
        return Engine(plan, request, store=store, executor=executor)

    return make


def pushes(task: str, *keys: str) -> Task:
    return Task(task, Kind.PYTHON, ("m:f",), push=tuple(Push(key, "int") for key in keys))


def pulls(task: str, *sources: str, default: str | None = None, required: bool = True) -> Task:
    pull = Pull("x", tuple(Source(source, "k") for source in sources), required=required, default=default)
    return Task(task, Kind.PYTHON, ("m:f",), upstream=sources, pulls=(pull,))


def states(store: Store) -> dict[str, TaskState]:
    return {row.task: row.state for row in store.tasks(RUN)}


def test_tasks_start_in_the_order_of_the_graph(engine: Make, store: Store) -> None:
    executor = FakeExecutor()
    assert engine(plan_of(bash("c", "b"), bash("b", "a"), bash("a")), executor).run() is RunState.SUCCESS
    assert [job.task for job in executor.jobs] == ["a", "b", "c"]
    assert store.find_run(None).state is RunState.SUCCESS


def test_no_more_tasks_run_at_once_than_the_executor_has_slots(engine: Make) -> None:
    started: list[int] = []
    executor = FakeExecutor(slots=2)
    executor.on_wait = lambda: started.append(len(executor._under_way))
    engine(plan_of(*(bash(f"t{number}") for number in range(5))), executor).run()
    assert started == [2, 2, 1]


def test_a_pushed_value_reaches_the_task_that_pulls_it(engine: Make, store: Store) -> None:
    executor = FakeExecutor({"a": push(k="7")})
    engine(plan_of(pushes("a", "k"), pulls("b", "a")), executor).run()
    assert executor.jobs[1].inputs[0].given == (Given("a", "k", "7"),)
    assert [(row.task, row.key, row.value) for row in store.values(RUN)] == [("a", "k", "7")]
    (pulled,) = store.pulls(RUN)
    assert (pulled.task, pulled.argument, pulled.source_task, pulled.source_try) == ("b", "x", "a", 1)


def test_a_pull_sees_the_last_try_only(engine: Make, store: Store) -> None:
    def push_and_fail(job: Job) -> list[Report]:
        return [*list(push(k="1")(job))[:1], *fail(job)]

    a = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "int", required=False),), retries=1)
    executor = FakeExecutor({"a/1": push_and_fail})
    engine(plan_of(a, pulls("b", "a", required=False)), executor).run()
    assert executor.jobs[-1].inputs[0].given == (Given("a", "k", None),)
    assert [(row.try_number, row.value) for row in store.values(RUN)] == [(1, "1")]


def test_a_value_that_nobody_pushed_fails_the_try_that_needs_it(engine: Make, store: Store) -> None:
    executor = FakeExecutor()
    assert engine(plan_of(pushes("a", "k"), pulls("b", "a")), executor).run() is RunState.FAILED
    (row,) = store.tries(RUN, "b")
    assert row.state is TryState.FAILED
    assert row.reason is not None
    assert "'a' pushed no 'k'" in row.reason


def test_a_default_stands_in_for_a_value_that_nobody_pushed(engine: Make) -> None:
    executor = FakeExecutor()
    engine(plan_of(pushes("a", "k"), pulls("b", "a", default="0")), executor).run()
    assert executor.jobs[1].inputs[0].default == "0"


def test_a_failed_task_is_tried_again_after_its_delay(engine: Make, store: Store) -> None:
    executor = FakeExecutor({"a/1": fail})
    assert engine(plan_of(bash("a", retries=1)), executor).run() is RunState.SUCCESS
    assert [row.state for row in store.tries(RUN, "a")] == [TryState.FAILED, TryState.SUCCESS]


def test_a_failed_task_blocks_its_downstream(engine: Make, store: Store) -> None:
    assert engine(plan_of(bash("a"), bash("b", "a")), FakeExecutor({"a": fail})).run() is RunState.FAILED
    assert states(store) == {"a": TaskState.FAILED, "b": TaskState.UPSTREAM_FAILED}


def test_cancel_ends_what_runs_and_what_waits(engine: Make, store: Store) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    running = engine(plan_of(bash("a"), bash("b", "a")), executor)
    executor.on_wait = lambda: running.cancel("Ctrl-C")
    assert running.run() is RunState.CANCELLED
    assert executor.cancelled == ["a/1"]
    assert states(store) == {"a": TaskState.CANCELLED, "b": TaskState.CANCELLED}
    assert store.find_run(None).reason == "Ctrl-C"


def test_a_run_that_is_cancelled_after_a_failure_is_cancelled(engine: Make, store: Store) -> None:
    executor = FakeExecutor({"a": fail, "b": lambda _: []})
    running = engine(plan_of(bash("a"), bash("b")), executor)
    executor.on_wait = lambda: running.cancel("Ctrl-C") if "a/1" not in executor._under_way else None
    assert running.run() is RunState.CANCELLED
    assert states(store) == {"a": TaskState.FAILED, "b": TaskState.CANCELLED}


def test_a_request_from_elsewhere_cancels_the_run_and_is_answered(engine: Make, home: Path) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    elsewhere = Store.open(home)
    asked: list[int] = []

    def ask_once() -> None:
        if not asked:
            with elsewhere.transaction():
                asked.append(elsewhere.add_request(RUN, "cancel"))

    executor.on_wait = ask_once
    assert engine(plan_of(bash("a")), executor).run() is RunState.CANCELLED
    assert elsewhere.open_requests(RUN) == []
    elsewhere.close()


def test_a_try_is_in_the_store_before_it_is_started(engine: Make, home: Path) -> None:
    seen: list[int] = []

    def look(job: Job) -> list[Report]:
        reader = Store.open(home, read_only=True)
        seen.append(len(reader.tries(RUN, job.task)))
        reader.close()
        return []

    executor = FakeExecutor()
    start = executor.start
    executor.start = lambda job: (look(job), start(job))[1]  # type: ignore[method-assign]  # a spy
    engine(plan_of(bash("a")), executor).run()
    assert seen == [1]


def test_a_run_begins_and_ends_with_its_own_events(engine: Make, store: Store) -> None:
    engine(plan_of(bash("a")), FakeExecutor()).run()
    kinds = [event.kind for event in store.events(RUN)]
    assert kinds == [
        EventKind.RUN_STARTED,
        EventKind.TRY_STARTED,
        EventKind.TRY_FINISHED,
        EventKind.RUN_FINISHED,
    ]


def test_while_nothing_happens_nobody_is_kept_from_the_store(engine: Make, home: Path) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    elsewhere = Store.open(home)
    lock = elsewhere.transaction()
    calls: list[str] = []

    def on_wait() -> None:
        calls.append("wait")
        if len(calls) == 1:
            lock.__enter__()
        if len(calls) == 5:
            lock.__exit__(None, None, None)
            executor.acts.clear()

    executor.on_wait = on_wait
    assert engine(plan_of(bash("a")), executor).run() is RunState.SUCCESS
    elsewhere.close()
