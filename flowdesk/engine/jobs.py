"""What an executor needs to carry out a try: paths, environment and the names a callable may ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flowdesk.executors.executor import Input, Job
from flowdesk.store.home import log_path, new_run_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from flowdesk.plan.plan import Task


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What to run: the id the run will have, the file (absolute), its text, and where logs go.

    `logical_date` is the moment the run stands for; for a run by hand, the one it was asked for. `params`
    are JSON texts by name, checked and complete. `parent` is the id of the run that this one is a task of.
    """

    run_id: str
    path: Path
    source: str
    home: Path
    logical_date: datetime
    params: Mapping[str, str] = field(default_factory=dict)
    parent: str | None = None

    @classmethod
    def now(  # noqa: PLR0913 - what a run by hand may be given
        cls,
        path: Path,
        source: str,
        *,
        home: Path,
        run_id: str | None = None,
        params: Mapping[str, str] | None = None,
        parent: str | None = None,
    ) -> RunRequest:
        """Ask for a run by hand, now."""
        moment = datetime.now(UTC)
        chosen = run_id or new_run_id(moment.timestamp())
        return cls(chosen, path.absolute(), source, home, moment, params or {}, parent)


def job_of(task: Task, try_number: int, inputs: tuple[Input, ...], request: RunRequest) -> Job:
    """Return the job of a try. Relative `cwd`s count from the pipeline file's folder."""
    folder = request.path.parent
    return Job(
        id=f"{task.id}/{try_number}",
        run_id=request.run_id,
        task=task.id,
        try_number=try_number,
        kind=task.kind,
        code=task.code,
        folder=str(folder),
        cwd=str(folder / task.cwd) if task.cwd else str(folder),
        log=str(log_path(request.home, request.run_id, task.id, try_number)),
        push=task.push,
        inputs=inputs,
        env=task.env,
        context=context_of(request),
    )


def context_of(request: RunRequest) -> dict[str, str]:
    """Return the names that Airflow gives a callable, as text.

    Source: Airflow's "Templates reference", https://airflow.apache.org/docs/apache-airflow/stable/templates-ref.html
    """
    date = request.logical_date
    return {
        "run_id": request.run_id,
        "logical_date": date.isoformat(),
        "ts": date.isoformat(),
        "ds": date.strftime("%Y-%m-%d"),
        "ds_nodash": date.strftime("%Y%m%d"),
    }
