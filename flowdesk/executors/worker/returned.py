"""What a callable returned, pushed under the keys that the file declares for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.worker.pushes import RETURN_VALUE

if TYPE_CHECKING:
    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.pushes import Pushes


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
    if RETURN_VALUE in job.declared:
        _push_whole(pushes, RETURN_VALUE, value)
    elif len(keys) == 1 and keys[0] not in items and keys[0] not in pushes.values:
        _push_whole(pushes, keys[0], value)


def _push_whole(pushes: Pushes, key: str, value: object) -> None:
    if value is not None or (key not in pushes.values and pushes.accepts(key, None)):
        pushes.push(key, value)
