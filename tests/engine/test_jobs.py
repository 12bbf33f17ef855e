"""What an executor is handed for a try."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.jobs import Jobs, Unstartable
from flowdesk.engine.leaves import Leaves
from flowdesk.engine.world import Attempt
from flowdesk.plan.plan import Kind, Task
from tests.builders import plan_of
from tests.engine.worlds import request_in, world_without_store

if TYPE_CHECKING:
    from flowdesk.executors.executor import Job

FOLDER = Path("/p")


def job_of(task: Task, number: int = 1) -> Job:
    world = world_without_store(plan_of(task), request_in(FOLDER))
    return Jobs(world, Leaves(world)).prepare(Attempt(task.id, number), ()).job


def test_a_task_works_in_the_folder_of_its_file() -> None:
    job = job_of(Task("t", Kind.BASH, ("true",)))
    assert (job.folder, job.cwd) == ("/p", "/p")


def test_a_cwd_counts_from_the_folder_of_the_file() -> None:
    assert job_of(Task("t", Kind.BASH, ("true",), cwd="data")).cwd == "/p/data"
    assert job_of(Task("t", Kind.BASH, ("true",), cwd="/data")).cwd == "/data"


def test_a_cwd_can_be_a_fresh_folder() -> None:
    assert job_of(Task("t", Kind.BASH, ("true",), cwd="temp")).temporary_cwd


def test_each_try_has_a_log_of_its_own() -> None:
    task = Task("t", Kind.BASH, ("true",))
    assert job_of(task, 1).log != job_of(task, 2).log


def test_a_callable_may_ask_for_the_names_that_airflow_gives() -> None:
    context = job_of(Task("t", Kind.BASH, ("true",))).context
    assert context["run_id"] == "run-1"
    assert context["ds"] == "2026-01-02"
    assert context["ds_nodash"] == "20260102"
    assert context["logical_date"] == context["ts"] == "2026-01-02T03:04:00+00:00"


def test_an_interpreter_counts_from_the_folder_of_the_file_or_is_found_on_the_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert job_of(Task("t", Kind.PYTHON, ("m:f",), interpreter=".venv/bin/python")).interpreter == (
        "/p/.venv/bin/python"
    )
    name = Path(sys.executable).name
    assert job_of(Task("t", Kind.PYTHON, ("m:f",), interpreter=name)).interpreter == sys.executable
    with pytest.raises(Unstartable, match="no interpreter 'python0'"):
        job_of(Task("t", Kind.PYTHON, ("m:f",), interpreter="python0"))


def test_without_a_word_exit_code_99_means_skipped() -> None:
    assert job_of(Task("t", Kind.BASH, ("true",))).skip_on_exit_code == (99,)
    assert job_of(Task("t", Kind.BASH, ("true",), skip_on_exit_code=())).skip_on_exit_code == ()
