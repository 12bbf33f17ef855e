from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.executor import Job, Report, Started
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, succeed

if TYPE_CHECKING:
    from flowdesk.plan.events import Event
    from tests.engine.worlds import Bench


def pid_of(bench: Bench, task: str) -> int | None:
    return next((row.pid for row in bench.store.tries("run-1", task)), None)


def test_the_process_of_a_short_try_is_written_down_with_its_end(bench: Bench) -> None:
    executor = FakeExecutor({"a": lambda job: [Started(job.id, 7), *succeed(job)]})
    assert bench.run(plan_of(bash("a")), executor) is RunState.SUCCESS
    assert pid_of(bench, "a") == 7


def test_the_process_of_a_try_that_lasts_is_written_down_while_it_runs(bench: Bench) -> None:
    told: list[Report] = []

    def last(job: Job) -> list[Report]:
        if not told:
            told.append(Started(job.id, 7))
            return told
        return succeed(job) if pid_of(bench, "a") == 7 else []

    assert bench.run(plan_of(bash("a")), FakeExecutor({"a": last})) is RunState.SUCCESS


def test_tasks_run_already_when_somebody_hears_of_them(bench: Bench) -> None:
    executor, seen = FakeExecutor(), []

    def watch(events: list[Event]) -> None:
        seen.append(([event.task for event in events if event.task], [job.task for job in executor.jobs]))

    bench.store.watchers.append(watch)
    bench.run(plan_of(bash("a")), executor)
    assert (["a"], ["a"]) in seen
