"""A job as the message that a worker gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from flowdesk.executors.executor import Input, Job
    from flowdesk.executors.talk import Message
    from flowdesk.plan.plan import Push

CARRIED = frozenset({Kind.BASH, Kind.COMMAND, Kind.PYTHON, Kind.BRANCH, Kind.SHORT_CIRCUIT})
"""The kinds of task that an executor carries out."""

CALLED = frozenset({Kind.PYTHON, Kind.BRANCH, Kind.SHORT_CIRCUIT})
"""Those of them that call a function."""

REPEATED = (
    *("run_id", "try_number", "kind", "code", "folder", "cwd", "push", "env", "context", "params"),
    *("map_index", "choices", "skip_on_exit_code", "temporary_cwd", "secrets", "values", "values_at"),
)
"""The fields that are mostly as in the job before."""

LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")


Known = dict[str, object]
"""What a runner knows of the job before, by the names of a `Job`'s fields."""

_NOTHING = object()


def job_message(job: Job, known: Known | None = None) -> Message:
    """Everything in the job, as `worker.job` reads it; without what is `known`, to which it is added.

    Raises:
        ValueError: the task is of a kind that has nothing to carry out.
    """
    if job.kind not in CARRIED:
        raise ValueError(f"task {job.task!r} is of kind {job.kind}: there is nothing to carry out")
    known = {} if known is None else known
    message: Message = {"say": "job", "id": job.id, "task": job.task, "log": job.log}
    message["inputs"] = [_input(one) for one in job.inputs]
    for name in REPEATED:
        value, before = getattr(job, name), known.get(name, _NOTHING)
        if value is not before and value != before:
            known[name] = value
            message[name] = _TOLD[name](value) if name in _TOLD else value
    return message


def _push(one: Push) -> tuple[object, ...]:
    limits = {name: limit for name in LIMITS if (limit := getattr(one, name)) is not None}
    return one.key, one.type, one.required, limits, one.max_bytes, one.secret


def _input(one: Input) -> tuple[object, ...]:
    given = [(source.task, source.key, source.value, source.map_index) for source in one.given]
    empty = [(source.task, source.key) for source in one.empty]
    return one.argument, given, one.many, one.default, one.earlier, empty


_TOLD: Mapping[str, Callable[[Any], object]] = {  # Any: the type of the field
    "kind": lambda kind: kind.value,
    "push": lambda pushes: [_push(one) for one in pushes],
    "env": dict,
    "context": dict,
    "params": dict,
}
"""How those are told that JSON does not know."""
