"""What is looked for before a run begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.secrets import SecretMissing
from flowdesk.errors import UsageError
from flowdesk.plan.states import RunState
from flowdesk.store.errors import RunExists
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor
from tests.engine.worlds import Killed, killed_at

if TYPE_CHECKING:
    from tests.engine.worlds import Bench


def test_more_runs_than_the_pipeline_allows_are_refused_before_anything_is_written(bench: Bench) -> None:
    plan = plan_of(bash("a"))._replace(max_active_runs=1)
    executor = FakeExecutor()

    def start_another() -> None:
        with pytest.raises(UsageError, match=r"allows 1 run at once .*#1 is under way.*flowdesk cancel 1"):
            bench.engine(plan, FakeExecutor(), "run-2").run()

    executor.on_wait = start_another
    assert bench.run(plan, executor) is RunState.SUCCESS
    assert [run.id for run in bench.store.runs()] == ["run-1"]
    assert bench.run(plan, run_id="run-3") is RunState.SUCCESS


def test_a_secret_that_is_not_there_is_told_before_anything_is_written(bench: Bench) -> None:
    task = bash("a")._replace(env_from={"TOKEN": "env:FLOWDESK_TEST_NOT_SET"})
    with pytest.raises(SecretMissing, match="FLOWDESK_TEST_NOT_SET"):
        bench.run(plan_of(task))
    assert bench.store.runs() == []


def test_a_run_of_an_id_that_there_is_already_is_refused(bench: Bench) -> None:
    bench.run(plan_of(bash("a")))
    with pytest.raises(RunExists):
        bench.run(plan_of(bash("a")))


def test_old_runs_are_removed_as_the_file_wants_it(bench: Bench) -> None:
    plan = plan_of(bash("a"))._replace(keep_runs=2)
    for number in range(4):
        bench.run(plan, run_id=f"run-{number}")
    assert [run.id for run in bench.store.runs()] == ["run-3", "run-2"]


def test_what_was_interrupted_counts_for_no_limit(bench: Bench) -> None:
    plan = plan_of(bash("a"))._replace(max_active_runs=1)
    with pytest.raises(Killed):
        bench.run(plan, killed_at("a/1", FakeExecutor()))
    with bench.store.transaction():
        bench.store.finish_run("run-1", RunState.FAILED)
    assert bench.run(plan, run_id="run-2") is RunState.SUCCESS
