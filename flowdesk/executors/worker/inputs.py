"""The pulled values of a job, as a callable and as a shell take them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.executors.worker.job import Input, Job


def arguments(job: Job) -> dict[str, object]:
    """The value of each input by its argument's name."""
    if not job.inputs:
        return {}
    from flowdesk.xcom.values import decode

    def value(one: Input) -> object:
        texts = [source.value if source.value is not None else one.default for source in one.given]
        found = [decode(text) for text in texts if text is not None]
        return found if one.many else (found[0] if found else None)

    return {one.argument: value(one) for one in job.inputs}


def variables(job: Job) -> dict[str, str]:
    """The value of each input as text for the environment: JSON, a string bare.

    What JSON has no word for (a datetime, a path) is text as Python writes it. An input of which
    nothing was pushed is not set.
    """
    return {name: as_text(value) for name, value in arguments(job).items() if not _is_absent(job, name)}


def as_text(value: object) -> str:
    """The value as JSON text, or bare where it is no JSON value by itself."""
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _is_absent(job: Job, argument: str) -> bool:
    one = next(one for one in job.inputs if one.argument == argument)
    return not one.many and one.default is None and all(source.value is None for source in one.given)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat else str(value)
