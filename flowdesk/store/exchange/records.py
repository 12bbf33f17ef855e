"""The rows of an exported run as JSON objects, and what each may hold."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from flowdesk.errors import UsageError
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.asking import storable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Fields = dict[str, str]
"""The names of a record's fields, each with a kind of `_CHECKS`; where it ends with `?`, null will do."""

RUN: Fields = {
    "id": "id",
    "pipeline": "text",
    "path": "text",
    "state": "run state",
    "reason": "text?",
    "started_at": "time",
    "finished_at": "time?",
    "logical_date": "text?",
    "params": "object text",
    "parent": "id?",
    "paused": "flag",
    "group_retries": "counts",
}
TASK: Fields = {
    "task": "text",
    "map_index": "index",
    "state": "task state",
    "tries": "count",
    "reason": "text?",
    "started_at": "time?",
    "finished_at": "time?",
    "failures": "count",
    "retry_at": "time?",
    "expanded": "count?",
}
TRY: Fields = {
    "task": "text",
    "map_index": "index",
    "number": "number",
    "state": "try state",
    "reason": "text?",
    "exit_code": "integer?",
    "signal": "text?",
    "pid": "count?",
    "started_at": "time",
    "finished_at": "time?",
    "rendered": "object text?",
    "cached_from": "text?",
    "log": "text?",
}
VALUE: Fields = {
    "seq": "number",
    "task": "text",
    "map_index": "index",
    "try_number": "number",
    "key": "text",
    "type": "text",
    "value": "json text",
    "pushed_at": "time",
    "secret": "flag",
}
EDIT: Fields = {
    "seq": "number",
    "task": "text",
    "map_index": "index",
    "try_number": "number",
    "key": "text",
    "type": "text",
    "value": "json text",
    "edited_at": "time",
    "secret": "flag",
    "by": "text",
    "is_current": "flag",
}
PULL: Fields = {
    "task": "text",
    "map_index": "index",
    "try_number": "number",
    "argument": "text",
    "position": "count",
    "source_task": "text",
    "source_map_index": "index",
    "key": "text",
    "source_try": "number?",
    "source_run": "text?",
    "pulled_at": "time",
}
EVENT: Fields = {
    "seq": "number",
    "at": "time",
    "kind": "event kind",
    "task": "text?",
    "map_index": "index",
    "try_number": "number?",
    "data": "object",
}
REQUEST: Fields = {
    "id": "number",
    "kind": "text",
    "task": "text?",
    "data": "object text",
    "requested_at": "time",
    "answer": "text",
    "answered_at": "time?",
}

_LARGEST = 2**63 - 1
_LAST_TIME = 250_000_000_000.0
"""Seconds since the epoch up to which a moment has a date."""


class Misshapen(UsageError):
    """What is read is not what an export writes."""


def written(fields: Fields, row: object, **more: object) -> dict[str, Any]:
    """The fields of a row of the store, by their names; those in `more` are said."""
    return {name: more[name] if name in more else getattr(row, name) for name in fields}


def read(fields: Fields, found: object) -> dict[str, Any]:
    """The fields of what was read, each of them checked.

    Raises:
        Misshapen: one is missing, unknown, or not what it should be.
    """
    if not isinstance(found, dict) or found.keys() != fields.keys():
        raise Misshapen(f"it has not the fields {', '.join(fields)}")
    for name, kind in fields.items():
        value = found[name]
        if value is None and kind.endswith("?"):
            continue
        if not _CHECKS[kind.removesuffix("?")](value):
            raise Misshapen(f"its '{name}' is no {kind.removesuffix('?')}")
    return {name: storable(value) if isinstance(value, str) else value for name, value in found.items()}


def _is_integer(value: object, least: int = -_LARGEST) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= _LARGEST


def _is_time(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and 0 <= value <= _LAST_TIME  # type: ignore[arg-type,operator]  # a number


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= 1000 and value.isprintable()  # noqa: PLR2004 - more than any id has


def _is_json(value: object, kind: type = object) -> bool:
    try:
        return isinstance(value, str) and isinstance(json.loads(value), kind)
    except (ValueError, RecursionError):
        return False


def _is_counts(value: object) -> bool:
    return isinstance(value, dict) and all(_is_integer(count, 0) for count in value.values())


def _is_word_of(words: Any) -> Callable[[object], bool]:  # noqa: ANN401 - an enum class
    known: Mapping[str, object] = {str(word): word for word in words}
    return lambda value: isinstance(value, str) and value in known


_CHECKS: dict[str, Callable[[object], bool]] = {
    "id": _is_id,
    "text": lambda value: isinstance(value, str),
    "flag": lambda value: isinstance(value, bool),
    "time": _is_time,
    "integer": _is_integer,
    "index": lambda value: _is_integer(value, -1),
    "count": lambda value: _is_integer(value, 0),
    "number": lambda value: _is_integer(value, 1),
    "counts": _is_counts,
    "object": lambda value: isinstance(value, dict),
    "object text": lambda value: _is_json(value, dict),
    "json text": _is_json,
    "run state": _is_word_of(RunState),
    "task state": _is_word_of(TaskState),
    "try state": _is_word_of(TryState),
    "event kind": _is_word_of(EventKind),
}
