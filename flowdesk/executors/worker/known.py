"""What a callable may ask for by name, besides what it pulls: Airflow's context, and the params.

Source: Airflow 3's "Templates reference". Its `dag`, `dag_run` and `task` have here what can be known of a
run without a server: ids, dates and params.
"""

from __future__ import annotations

import os
from datetime import datetime, timezone

from flowdesk.executors.worker.macros import MACROS
from flowdesk.executors.worker.task_instance import TaskInstance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.pushes import Pushes

MOMENTS = (
    *("logical_date", "data_interval_start", "data_interval_end", "start_date"),
    *("prev_start_date_success", "prev_end_date_success"),
    *("prev_data_interval_start_success", "prev_data_interval_end_success"),
)
"""What comes as text in ISO 8601 and is given as a datetime, or None where there is none."""

_TOLD_BY_OBJECTS = ("dag_id", "max_tries", "run_type")


class Known:
    """An object with these attributes, as Airflow's callables read them."""

    def __init__(self, **attributes: object) -> None:
        vars(self).update(attributes)

    # What is not there fails as on any object; only a type checker has to be told that more may be.
    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...  # noqa: ANN401 - whatever was given

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if isinstance(value, str))
        return f"<{told}>"


def known(job: Job, pushes: Pushes) -> dict[str, object]:
    """Everything that a callable gets if it takes anything."""
    params = decoded_params(job)
    context: dict[str, object] = {name: moment(job.context.get(name)) for name in MOMENTS}
    context.update((name, text) for name, text in job.context.items() if name not in MOMENTS)
    context.update(run_id=job.run_id, params=params, map_index=job.map_index, test_mode=False)
    context["task_instance_key_str"] = _key_of(job)
    told = {name: context.pop(name, None) for name in _TOLD_BY_OBJECTS}
    dag = Known(dag_id=told["dag_id"], params=params)
    dag_run = Known(
        dag_id=told["dag_id"],
        run_id=job.run_id,
        run_type=told["run_type"] or "manual",
        conf=params,
        **{name: context[name] for name in MOMENTS[:4]},
    )
    task = Known(task_id=job.task, dag_id=told["dag_id"], dag=dag, params=params)
    instance = TaskInstance(job, pushes)
    instance.dag_id, instance.task, instance.dag_run = job.context.get("dag_id"), task, dag_run
    instance.max_tries = int(job.context.get("max_tries", 0))
    instance.start_date = datetime.now(timezone.utc)  # noqa: UP017 - the alias came with Python 3.11
    instance.pid = os.getpid()
    return {
        **context,
        "macros": MACROS,
        "dag": dag,
        "dag_run": dag_run,
        "task": task,
        "ti": instance,
        "task_instance": instance,
    }


def named_params(job: Job, names: Iterable[str]) -> dict[str, object]:
    """The params among these names."""
    wanted = [name for name in names if name in job.params]
    return {name: job.stored.decoded(job.params[name], name=name) for name in wanted}


def decoded_params(job: Job) -> dict[str, object]:
    """All params by name."""
    return {name: job.stored.decoded(text, name=name) for name, text in job.params.items()}


def moment(text: str | None) -> datetime | None:
    """The moment that a text in ISO 8601 stands for."""
    # Before Python 3.11, fromisoformat does not know Z.
    return datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None  # noqa: FURB162 - as said


def _key_of(job: Job) -> str:
    from flowdesk.executors.worker.task_key import task_instance_key

    return task_instance_key(job.context.get("dag_id", ""), job.task, job.context.get("ds_nodash", ""))
