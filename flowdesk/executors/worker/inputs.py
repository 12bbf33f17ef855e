"""The pulled values of a job, as a callable and as a shell take them."""

from __future__ import annotations

import json

from flowdesk.xcom.instances import Instance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flowdesk.executors.worker.job import Input, Job


def arguments(job: Job, wanted: Mapping[str, str] | None = None) -> dict[str, object]:
    """The value of each input by its argument's name; `wanted` says in which way, see there.

    Raises:
        Refused: a stored value cannot be had.
    """
    if not job.inputs:
        return {}
    ways = wanted or {}

    def decoded(one: Input, text: str) -> object:
        return job.stored.decoded(text, ways.get(one.argument), name=one.argument)

    return {one.argument: _value(one, decoded) for one in job.inputs}


def _value(one: Input, decoded: Callable[[Input, str], object]) -> object:
    texts = [source.value if source.value is not None else one.default for source in one.given]
    found = [decoded(one, text) for text in texts if text is not None]
    return found if one.many else (found[0] if found else None)


def variables(job: Job) -> dict[str, str]:
    """The value of each input as text for the environment: JSON, a string bare.

    What JSON has no word for (a datetime, a path) is text as Python writes it, and what is stored as a file
    is the path of a copy. An input of which nothing was pushed is not set.

    Raises:
        Refused: a stored value cannot be had.
    """

    def decoded(one: Input, text: str) -> object:
        return job.stored.in_shell(text, one.argument)

    return {one.argument: as_text(_value(one, decoded)) for one in job.inputs if not _is_absent(one)}


def as_text(value: object) -> str:
    """The value as JSON text, or bare where it is no JSON value by itself."""
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _is_absent(one: Input) -> bool:
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
    if isinstance(value, Instance):
        return _plain(value.fields)
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat else str(value)
