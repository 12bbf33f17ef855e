"""Trigger rules in a real run: the engine starts what a rule lets start, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.executor import Finished, Job, Report
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.states import RunState, TryState
from flowdesk.plan.trigger import TriggerRule
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.engine.fake_executor import Act, FakeExecutor, fail, succeed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    store = Store.open(home)
    yield store
    store.close()


def skip(job: Job) -> list[Report]:
    return [Finished(job.id, TryState.SKIPPED)]


ACTS: dict[str, Act] = {"S": succeed, "F": fail, "K": skip}


def end_of(rule: str, upstream: str, store: Store, home: Path) -> tuple[str, RunState]:
    """How a task with this rule ends when its upstream end like this, and how the run does."""
    sources = [bash(f"u{number}") for number in range(len(upstream))]
    last = bash("last", *(source.id for source in sources))._replace(trigger_rule=TriggerRule(rule))
    acts = {source.id: ACTS[letter] for source, letter in zip(sources, upstream, strict=True)}
    request = RunRequest("r", home / "p.toml", "[tasks]", home, datetime(2026, 1, 2, tzinfo=UTC))
    executor = FakeExecutor(acts)
    state = Engine(plan_of(*sources, last), request, store=store, executor=executor).run()
    (found,) = [row.state for row in store.tasks("r") if row.task == "last"]
    assert ("last" in [job.task for job in executor.jobs]) is (found == "success")
    return found, state


@pytest.mark.parametrize(
    ("rule", "upstream", "expected"),
    [
        ("all_success", "SS", "success"),
        ("all_success", "SF", "upstream_failed"),
        ("all_failed", "FF", "success"),
        ("all_failed", "FS", "skipped"),
        ("all_done", "SFK", "success"),
        ("all_done_min_one_success", "SF", "success"),
        ("all_done_min_one_success", "SK", "skipped"),
        ("all_skipped", "KK", "success"),
        ("all_skipped", "KS", "skipped"),
        ("one_success", "FS", "success"),
        ("one_success", "FK", "upstream_failed"),
        ("one_failed", "SF", "success"),
        ("one_failed", "SK", "skipped"),
        ("one_done", "KF", "success"),
        ("one_done", "KK", "skipped"),
        ("none_failed", "SK", "success"),
        ("none_failed", "SF", "upstream_failed"),
        ("none_failed_min_one_success", "SK", "success"),
        ("none_failed_min_one_success", "KK", "skipped"),
        ("none_skipped", "SF", "success"),
        ("none_skipped", "SK", "skipped"),
        ("always", "F", "success"),
    ],
)
def test_a_task_ends_as_its_rule_says(
    store: Store, home: Path, rule: str, upstream: str, expected: str
) -> None:
    assert end_of(rule, upstream, store, home)[0] == expected


def test_a_failure_that_a_rule_takes_up_is_still_the_runs_failure(store: Store, home: Path) -> None:
    assert end_of("all_done", "F", store, home) == ("success", RunState.FAILED)


def test_a_skip_is_no_failure(store: Store, home: Path) -> None:
    assert end_of("all_success", "K", store, home) == ("skipped", RunState.SUCCESS)


def test_a_joint_obeys_its_rule_too(store: Store, home: Path) -> None:
    joint = Task("j", Kind.JOINT, upstream=("a",), trigger_rule=TriggerRule.ALL_DONE)
    request = RunRequest("r", home / "p.toml", "[tasks]", home, datetime(2026, 1, 2, tzinfo=UTC))
    plan = plan_of(bash("a"), joint, bash("b", "j"))
    Engine(plan, request, store=store, executor=FakeExecutor({"a": fail})).run()
    assert [row.state for row in store.tasks("r")] == ["failed", "success", "success"]
