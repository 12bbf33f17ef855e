"""What a callable returned: pushed under the keys that the file declares for it, or the way to go."""

from __future__ import annotations

from flowdesk.executors.worker.outcome import SUCCESS, Outcome
from flowdesk.executors.worker.picked import picked
from flowdesk.executors.worker.pushes import RETURN_VALUE
from flowdesk.executors.worker.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.pushes import Pushes


def take(job: Job, pushes: Pushes, value: object, function: Callable[..., object]) -> Outcome:
    """Take what the function returned, by the kind of the task.

    What a branch or a short circuit returns is pushed only as `return_value`, where that is declared; that
    of a short circuit only where it lets the way go on, as in Airflow.
    """
    try:
        if job.kind == "branch":
            ids = picked(job, value)
            push_whole(job, pushes, value)
            return SUCCESS._replace(followed=ids)
        if job.kind == "short_circuit":
            return _go_on_or_not(job, pushes, value)
        push_returned(job, pushes, value)
    except Refused as refusal:
        if refusal.at is None:
            from flowdesk.executors.worker.failure import definition

            refusal.at = definition(function)
        raise
    return SUCCESS


def _go_on_or_not(job: Job, pushes: Pushes, value: object) -> Outcome:
    if value:
        push_whole(job, pushes, value)
        return SUCCESS
    pushes.excused.add(RETURN_VALUE)
    return SUCCESS._replace(followed=[])


def push_returned(job: Job, pushes: Pushes, value: object) -> None:
    """Push the value: a dict's items under the declared keys, else the value under the only one.

    `return_value`, where declared, gets the whole value. Without any declared key nothing is stored,
    and None is pushed only where the type takes it: a function that returns nothing has pushed nothing.

    Raises:
        Refused: the value does not fit the declared type.
    """
    keys = [key for key in job.declared if key != RETURN_VALUE]
    items = value if isinstance(value, dict) else {}
    for key in keys:
        if key in items:
            pushes.push(key, items[key])
    push_whole(job, pushes, value)
    if RETURN_VALUE in job.declared:
        return
    if len(keys) == 1 and keys[0] not in items and keys[0] not in pushes.values:
        _push_to(pushes, keys[0], value)


def push_whole(job: Job, pushes: Pushes, value: object) -> None:
    """Push the value as `return_value`, where the file declares that.

    Raises:
        Refused: it does not fit the declared type.
    """
    if RETURN_VALUE in job.declared:
        _push_to(pushes, RETURN_VALUE, value)


def _push_to(pushes: Pushes, key: str, value: object) -> None:
    if value is not None or (key not in pushes.values and pushes.accepts(key, None)):
        pushes.push(key, value)
