from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from tests.cli.conftest import RETRIED, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.fixture
def failed_run(store: Store) -> str:
    """Run "failed": `train` failed twice, which blocked seven others."""
    others = [f"t{number}" for number in range(7)]
    with store.transaction():
        begin(store, "failed", "train", *others)
        carry_out(store, "failed", "train", 1, loss=2.0)
        store.finish_try("failed", "train", 1, RETRIED)
        carry_out(store, "failed", "train", 2, loss=1.5)
        last = FinishedTry(TryState.FAILED, TaskState.FAILED, "ValueError: no data", exit_code=1)
        store.finish_try("failed", "train", 2, last)
        for task in others:
            store.move_task("failed", task, TaskState.UPSTREAM_FAILED, "train failed")
        store.finish_run("failed", RunState.FAILED)
    return "failed"


@pytest.mark.usefixtures("failed_run")
def test_a_run_is_shown_with_its_tasks_tries_values_and_reasons(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("show")
    assert told.code == 0
    head, file, started, name, _, titles, train, *rest = told.out.splitlines()
    assert head.startswith("✗ failed  a, run 1: 1 failed, 7 upstream failed in ")
    assert [line.split()[0] for line in (file, started, name)] == ["file", "started", "id"]
    assert titles.split() == ["TASK", "STATE", "TRIES", "TOOK", "VALUES"]
    assert train.split()[:4] == ["train", "✗", "failed", "2"]
    assert train.endswith("loss: float = 1.5")
    assert rest[7:] == [
        "",
        "train, try 1: exit code 1",
        "train, try 2: ValueError: no data",
        "t0; t1; t2; t3; t4 and 2 more: train failed",
    ]


@pytest.mark.usefixtures("failed_run", "finished_run")
def test_any_run_can_be_named(flowdesk: Callable[..., Told]) -> None:
    assert ", run 2: 2 tasks in " in flowdesk("show").out
    assert ", run 1: " in flowdesk("show", "1").out
    assert flowdesk("show", "9").err == "flowdesk: there is no run '9'; `flowdesk runs` lists them\n"


@pytest.mark.usefixtures("failed_run")
def test_json_has_every_try_and_the_last_values(flowdesk: Callable[..., Told]) -> None:
    run = json.loads(flowdesk("show", "1", "--json").out)
    assert (run["number"], run["state"], run["pipeline"]) == (1, "failed", "a")
    train, *others = run["tasks"]
    assert (train["state"], train["reason"], train["values"]) == (
        "failed",
        "ValueError: no data",
        {"loss": 1.5},
    )
    assert [(row["try"], row["reason"]) for row in train["tries"]] == [
        (1, "exit code 1"),
        (2, "ValueError: no data"),
    ]
    assert {(task["state"], task["reason"], len(task["tries"])) for task in others} == {
        ("upstream_failed", "train failed", 0)
    }


def test_a_run_under_way_is_shown_as_it_stands(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a", "b")
        carry_out(store, "r", "a", k=1)
    head, *lines = flowdesk("show").out.splitlines()
    assert head.startswith("▶ running  a, run 1: 1 waiting, 1 running in ")
    assert lines[5].split()[:4] == ["a", "▶", "running", "1"]
    assert lines[5].endswith("k: int = 1")


def test_of_a_run_whose_engine_died_the_running_tasks_are_interrupted(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a", "b")
        carry_out(store, "r", "a")
        store._do("release_lease", run=1)  # as if its holder had died
    head, *lines = flowdesk("show").out.splitlines()
    assert head.startswith("! interrupted  a, run 1: 1 waiting, 1 interrupted in ")
    assert lines[5].split()[:5] == ["a", "!", "interrupted", "1", "0.0s"]
    assert lines[6].split() == ["b", "·", "waiting"]
    (run,) = flowdesk("runs").out.splitlines()[1:]
    assert "0.0s" in run.split(), "the time until it was last heard of"


@pytest.mark.usefixtures("finished_run")
def test_a_task_of_a_file_is_shown_without_the_number_of_its_run(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("show", "--file", "/pipelines/a.toml", "train")
    assert told.out.startswith("✓ success  train, a bash task of a, run 1\n")
    assert "no task 'tram'" in flowdesk("show", "--file", "/pipelines/a.toml", "tram").err
    assert "there is no run" in flowdesk("show", "tram").err


def test_of_a_run_that_was_taken_up_later_the_time_in_between_is_told_apart(
    flowdesk: Callable[..., Told], home: Path
) -> None:
    now = [1000.0]
    with Store.open(home, clock=lambda: now[0]) as store:
        with store.transaction():
            begin(store, "r", "a")
            now[0] += 5
            store.finish_run("r", RunState.CANCELLED)
        now[0] += 100
        with store.transaction():
            store.resume_run("r")
            now[0] += 7
            store.finish_run("r", RunState.CANCELLED)
    assert "in 12s, and was over for 1m 40s in between" in flowdesk("show").out
