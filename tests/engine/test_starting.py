"""What is started, and what ends on the way to its process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.starting import MOST_STARTS
from flowdesk.plan.plan import Kind, Pull, Source, Task
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail

if TYPE_CHECKING:
    from tests.engine.worlds import Bench


def test_a_try_that_cannot_be_carried_out_is_told_once_and_not_retried(bench: Bench) -> None:
    pull = Pull("x", (Source("a", "k"),))
    task = Task("b", Kind.PYTHON, ("m:f",), upstream=("a",), pulls=(pull,), retries=3)
    executor = FakeExecutor()
    assert bench.run(plan_of(bash("a"), task), executor) is RunState.FAILED
    assert [job.task for job in executor.jobs] == ["a"]
    assert bench.tries("b") == ["failed"]


def test_a_template_that_fails_is_the_reason_of_its_try(bench: Bench) -> None:
    assert bench.run(plan_of(bash("a", code="echo {{ 1 / 0 }}"))) is RunState.FAILED
    (reason,) = bench.reasons("a")
    assert reason is not None
    assert "ZeroDivisionError" in reason


def test_what_follows_from_a_try_that_ends_at_once_starts_in_the_same_turn(bench: Bench) -> None:
    executor = FakeExecutor()
    waits: list[int] = []
    executor.on_wait = lambda: waits.append(len(executor.jobs))
    first = bash("a", code="echo {{ nothing }}")
    plan = plan_of(first, Task("j", Kind.JOINT), bash("b", "j"))
    bench.run(plan, executor)
    assert waits[0] == 1


def test_requests_are_answered_before_thousands_of_tries_have_ended_on_the_spot(bench: Bench) -> None:
    executor = FakeExecutor()
    executor.on_wait = bench.asks_once("cancel")
    tasks = [bash(f"t{number}", code="echo {{ nothing }}") for number in range(3 * MOST_STARTS)]
    assert bench.run(plan_of(*tasks), executor) is RunState.CANCELLED
    assert len(bench.store.tries("run-1")) == MOST_STARTS


def test_what_was_too_much_for_one_turn_starts_in_the_next_ones(bench: Bench) -> None:
    tasks = [bash(f"t{number}", code="echo {{ nothing }}") for number in range(2 * MOST_STARTS + 1)]
    executor = FakeExecutor()
    waits: list[int] = []
    executor.on_wait = lambda: waits.append(len(bench.store.tries("run-1")))
    assert bench.run(plan_of(*tasks), executor) is RunState.FAILED
    assert waits == [MOST_STARTS, 2 * MOST_STARTS]


def test_no_more_jobs_are_begun_than_the_executor_has_slots(bench: Bench) -> None:
    executor = FakeExecutor(slots=2)
    most: list[int] = []
    executor.on_wait = lambda: most.append(len(executor._under_way))
    assert bench.run(plan_of(*(bash(f"t{number}") for number in range(7))), executor) is RunState.SUCCESS
    assert max(most) == 2


def test_a_delay_that_lost_its_point_starts_nothing(bench: Bench) -> None:
    task = bash("a", retries=1)._replace(retry_delay=0.05)
    executor = FakeExecutor({"a/1": fail, "b": lambda _: []})
    asked = bench.asks_once("clear", "a")

    def on_wait() -> None:
        if bench.states()["a"] == "up_for_retry":
            asked()
        if bench.tries("a")[-1:] == ["success"]:
            executor.acts.pop("b", None)

    executor.on_wait = on_wait
    assert bench.run(plan_of(task, bash("b")), executor) is RunState.SUCCESS
    assert bench.tries("a") == ["failed", "success"]
