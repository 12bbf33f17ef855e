"""A job as the message that a worker gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from flowdesk.executors.executor import Input, Job
    from flowdesk.executors.talk import Message


def job_message(job: Job) -> Message:
    """Everything in the job, in the order `worker.job` reads it.

    Raises:
        ValueError: the task is of a kind that has nothing to carry out.
    """
    if job.kind is Kind.JOINT:
        raise ValueError(f"task {job.task!r} is a joint: there is nothing to carry out")
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
        "push": [(push.key, push.type, push.required) for push in job.push],
        "inputs": [_input(one) for one in job.inputs],
        "env": dict(job.env),
        "context": dict(job.context),
    }


def _input(one: Input) -> tuple[object, ...]:
    given = [(source.task, source.key, source.value) for source in one.given]
    return one.argument, given, one.many, one.default
