"""Makers of plans, stores and files that many tests need."""

from __future__ import annotations

import re
from hashlib import md5
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from flowdesk.executors.executor import Finished, Given, Input, Job, Pushed
from flowdesk.plan.plan import Kind, Plan, Task
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.plan.written import to_json
from flowdesk.store.log import LogReader
from flowdesk.store.rows import FinishedTry, NewRun, Pulled
from flowdesk.xcom.values import decode, encode

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor, Report
    from flowdesk.store.store import Store


def bash(task: str, *upstream: str, code: str = "true", retries: int = 0) -> Task:
    """A shell task that comes after `upstream`."""
    return Task(task, Kind.BASH, (code,), upstream=upstream, retries=retries)


def plan_of(*tasks: Task, name: str = "test") -> Plan:
    """A plan of these tasks, without groups or drawn edges."""
    return Plan(name, {task.id: task for task in tasks})


def new_run(run_id: str = "run_1", *, path: str = "/pipelines/test.toml", plan: Plan | None = None) -> NewRun:
    """A run about to start, by default of a plan with the one task "a"."""
    shown = plan or plan_of(bash("a"))
    return NewRun(run_id, shown.name, path, to_json(shown), "[tasks.a]\nbash = 'true'\n")


def succeeded() -> FinishedTry:
    """The good end of a try."""
    return FinishedTry(TryState.SUCCESS, TaskState.SUCCESS)


def failed(reason: str = "exit code 1", *, exit_code: int = 1) -> FinishedTry:
    """The bad end of a try, after which none follows."""
    return FinishedTry(TryState.FAILED, TaskState.FAILED, reason, exit_code)


def start_run(store: Store, run_id: str = "run_1", *, path: str = "/pipelines/test.toml") -> str:
    """A run of the tasks "a" and "b" that has just begun; returns its id."""
    with store.transaction():
        store.create_run(new_run(run_id, path=path), ["a", "b"])
    return run_id


def finish_run(store: Store, run_id: str = "run_1", *, path: str = "/pipelines/test.toml") -> str:
    """A run whose task "a" pushed score = 0.5, which "b" pulled, with all well; returns its id."""
    start_run(store, run_id, path=path)
    with store.transaction():
        for task in ("a", "b"):
            pulls = [Pulled("score", 0, "a", "score", 1)] if task == "b" else []
            store.start_try(run_id, task, 1, log=f"/logs/{task}.log", pulls=pulls)
            if task == "a":
                store.push_value(run_id, "a", 1, key="score", type="float", value="0.5")
            store.finish_try(run_id, task, 1, succeeded())
        store.finish_run(run_id, RunState.SUCCESS)
    return run_id


def job(folder: Path, *code: str, kind: Kind = Kind.BASH, **more: Any) -> Job:  # noqa: ANN401 - a Job's other fields
    """A job of the task "t" with its files in `folder`; its log is `folder`/logs/ID.log."""
    given = {"id": "t/1", "run_id": "run_1", "task": "t", "try_number": 1, "cwd": str(folder), **more}
    log = str(folder / "logs" / f"{given['id'].replace('/', '.')}.log")
    return Job(**{"kind": kind, "code": code, "folder": str(folder), "log": log, **given})


def python_job(folder: Path, function: str, **more: Any) -> Job:  # noqa: ANN401 - a Job's other fields
    """A job that calls the one function of this source text."""
    text = dedent(function)
    name = re.findall(r"^(?:async )?def (\w+)", text, re.MULTILINE)[-1]
    module = f"tasks_{md5(text.encode(), usedforsecurity=False).hexdigest()}"
    (folder / f"{module}.py").write_text(text, encoding="utf-8")
    return job(folder, f"{module}:{name}", **{"kind": Kind.PYTHON, **more})


def carried_out(executor: Executor, one: Job) -> list[Report]:
    """Start a job and wait for its end; returns its reports."""
    executor.start(one)
    return until_finished(executor)


def until_finished(executor: Executor, jobs: int = 1) -> list[Report]:
    """Wait for the end of so many jobs; returns all reports on the way."""
    reports: list[Report] = []
    while sum(isinstance(report, Finished) for report in reports) < jobs:
        reports += executor.wait(30)
    return reports


def printed(one: Job) -> str:
    """What a job has printed so far, as it printed it; notes are marked as ours."""
    return "".join(line.shown for line in LogReader(Path(one.log)).lines())


def finished(executor: Executor, one: Job) -> Finished:
    """Carry out a job; returns its end."""
    return end_of(carried_out(executor, one))


def end_of(reports: list[Report]) -> Finished:
    """The first end among the reports."""
    return next(report for report in reports if isinstance(report, Finished))


def given(argument: str, *values: object, many: bool = False) -> Input:
    """An argument of these values, each pushed by a task of its own."""
    sources = [Given(f"up_{number}", "key", encode(value)) for number, value in enumerate(values)]
    return Input(argument, tuple(sources), many=many)


def pushed(reports: list[Report]) -> dict[str, object]:
    """The values that were pushed, by key; the last push of a key stays."""
    return {report.key: decode(report.value) for report in reports if isinstance(report, Pushed)}
