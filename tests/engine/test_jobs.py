"""What an executor is handed for a try."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.jobs import Jobs, Unstartable
from flowdesk.engine.leaves import Leaves
from flowdesk.engine.world import Attempt
from flowdesk.plan.plan import Kind, Push, Task
from tests.builders import plan_of

if TYPE_CHECKING:
    from flowdesk.engine.jobs import Prepared
    from flowdesk.executors.executor import Job
    from tests.engine.worlds import Bench


def prepared(bench: Bench, task: Task, number: int = 1) -> Prepared:
    world = bench.world(plan_of(task))
    return Jobs(world, Leaves(world)).prepare(Attempt(task.id, number), task, ())


def job_of(bench: Bench, task: Task, number: int = 1) -> Job:
    return prepared(bench, task, number).job


def test_a_task_works_in_the_folder_of_its_file(bench: Bench) -> None:
    job = job_of(bench, Task("t", Kind.BASH, ("true",)))
    assert (job.folder, job.cwd) == (str(bench.home), str(bench.home))


def test_a_cwd_counts_from_the_folder_of_the_file(bench: Bench) -> None:
    assert job_of(bench, Task("t", Kind.BASH, ("true",), cwd="data")).cwd == str(bench.home / "data")
    assert job_of(bench, Task("t", Kind.BASH, ("true",), cwd="/data")).cwd == "/data"


def test_a_cwd_can_be_a_fresh_folder(bench: Bench) -> None:
    assert job_of(bench, Task("t", Kind.BASH, ("true",), cwd="temp")).temporary_cwd


def test_each_try_has_a_log_of_its_own(bench: Bench) -> None:
    task = Task("t", Kind.BASH, ("true",))
    assert job_of(bench, task, 1).log != job_of(bench, task, 2).log


def test_a_callable_may_ask_for_the_names_that_airflow_gives(bench: Bench) -> None:
    context = job_of(bench, Task("t", Kind.BASH, ("true",))).context
    assert context["run_id"] == "run-1"
    assert context["ds"] == "2026-01-02"
    assert context["ds_nodash"] == "20260102"
    assert context["logical_date"] == context["ts"] == "2026-01-02T03:04:00+00:00"


def test_an_interpreter_counts_from_the_folder_of_the_file_or_is_found_on_the_path(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert job_of(bench, Task("t", Kind.PYTHON, ("m:f",), interpreter=".venv/bin/python")).interpreter == (
        str(bench.home / ".venv/bin/python")
    )
    name = Path(sys.executable).name
    assert job_of(bench, Task("t", Kind.PYTHON, ("m:f",), interpreter=name)).interpreter == sys.executable
    with pytest.raises(Unstartable, match="no interpreter 'python0'"):
        job_of(bench, Task("t", Kind.PYTHON, ("m:f",), interpreter="python0"))


def test_without_a_word_exit_code_99_means_skipped(bench: Bench) -> None:
    assert job_of(bench, Task("t", Kind.BASH, ("true",))).skip_on_exit_code == (99,)
    assert job_of(bench, Task("t", Kind.BASH, ("true",), skip_on_exit_code=())).skip_on_exit_code == ()


def test_templates_are_filled_in_and_what_they_made_is_kept(bench: Bench) -> None:
    task = Task("t", Kind.BASH, ("echo {{ ds }}",), env={"RUN": "{{ run_id }}"}, cwd="{{ ds_nodash }}")
    found = prepared(bench, task)
    assert found.job.code == ("echo 2026-01-02",)
    assert found.job.env["RUN"] == "run-1"
    assert found.job.cwd == str(bench.home / "20260102")
    assert json.loads(found.rendered or "")["code"] == ["echo 2026-01-02"]


def test_a_template_that_cannot_be_filled_in_is_no_job(bench: Bench) -> None:
    with pytest.raises(Unstartable, match="nothing"):
        job_of(bench, Task("t", Kind.BASH, ("echo {{ nothing }}",)))


def test_a_task_that_pushes_nothing_declares_nothing(bench: Bench) -> None:
    task = Task("t", Kind.PYTHON, ("m:f",), push=(Push("k", "int"),), do_xcom_push=False)
    assert job_of(bench, task).push == ()
