"""A job as the message that a worker gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from flowdesk.executors.executor import Input, Job
    from flowdesk.executors.talk import Message
    from flowdesk.plan.plan import Push

CARRIED = frozenset({Kind.BASH, Kind.COMMAND, Kind.PYTHON, Kind.BRANCH, Kind.SHORT_CIRCUIT})
"""The kinds of task that an executor carries out."""

CALLED = frozenset({Kind.PYTHON, Kind.BRANCH, Kind.SHORT_CIRCUIT})
"""Those of them that call a function."""

LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")


def job_message(job: Job) -> Message:
    """Everything in the job, in the order `worker.job` reads it.

    Raises:
        ValueError: the task is of a kind that has nothing to carry out.
    """
    if job.kind not in CARRIED:
        raise ValueError(f"task {job.task!r} is of kind {job.kind}: there is nothing to carry out")
    return {
        "say": "job",
        "id": job.id,
        "run_id": job.run_id,
        "task": job.task,
        "try_number": job.try_number,
        "kind": job.kind.value,
        "code": job.code,
        "folder": job.folder,
        "cwd": job.cwd,
        "log": job.log,
        "push": [_push(one) for one in job.push],
        "inputs": [_input(one) for one in job.inputs],
        "env": dict(job.env),
        "context": dict(job.context),
        "params": dict(job.params),
        "map_index": job.map_index,
        "choices": job.choices,
        "skip_on_exit_code": job.skip_on_exit_code,
        "temporary_cwd": job.temporary_cwd,
        "secrets": list(job.secrets),
        "values": job.values,
        "values_at": job.values_at,
    }


def _push(one: Push) -> tuple[object, ...]:
    limits = {name: limit for name in LIMITS if (limit := getattr(one, name)) is not None}
    return one.key, one.type, one.required, limits, one.max_bytes, one.secret


def _input(one: Input) -> tuple[object, ...]:
    given = [(source.task, source.key, source.value, source.map_index) for source in one.given]
    empty = [(source.task, source.key) for source in one.empty]
    return one.argument, given, one.many, one.default, one.earlier, empty
