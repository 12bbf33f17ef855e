"""What an executor is handed for a try."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from flowdesk.engine.jobs import RunRequest, job_of
from flowdesk.plan.plan import Kind, Task

REQUEST = RunRequest("r", Path("/p/file.toml"), "", Path("/home"), datetime(2026, 1, 2, 3, 4, tzinfo=UTC))


def test_a_task_works_in_the_folder_of_its_file() -> None:
    job = job_of(Task("t", Kind.BASH, ("true",)), 1, (), REQUEST)
    assert (job.folder, job.cwd) == ("/p", "/p")


def test_a_cwd_counts_from_the_folder_of_the_file() -> None:
    assert job_of(Task("t", Kind.BASH, ("true",), cwd="data"), 1, (), REQUEST).cwd == "/p/data"
    assert job_of(Task("t", Kind.BASH, ("true",), cwd="/data"), 1, (), REQUEST).cwd == "/data"


def test_each_try_has_a_log_of_its_own() -> None:
    task = Task("t", Kind.BASH, ("true",))
    assert job_of(task, 1, (), REQUEST).log != job_of(task, 2, (), REQUEST).log


def test_a_callable_may_ask_for_the_names_that_airflow_gives() -> None:
    context = job_of(Task("t", Kind.BASH, ("true",)), 1, (), REQUEST).context
    assert context["run_id"] == "r"
    assert context["ds"] == "2026-01-02"
    assert context["ds_nodash"] == "20260102"
    assert context["logical_date"] == context["ts"] == "2026-01-02T03:04:00+00:00"
