"""What of a secret value must not stand in a log from the moment on that it is pushed."""

from __future__ import annotations

from enum import Enum

from flowdesk.executors.worker.masker import SHORTEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def texts_in(value: object) -> list[str]:
    """The texts, numbers, times and the like in a value, also in an object's fields, as they are printed."""
    return [text for text in _texts(value) if len(text.strip()) >= SHORTEST]


def _texts(value: object) -> Iterator[str]:
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, dict):
        for pair in value.items():
            yield from _texts(pair)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "backslashreplace")
    elif isinstance(value, Enum):
        yield from _texts(value.value)
    elif (fields := _fields(value)) is not None:
        yield from _texts(fields)
    else:
        yield str(value)
        if hasattr(value, "isoformat"):
            yield value.isoformat()


def _fields(value: object) -> list[object] | None:
    """The values of the fields of a dataclass, a pydantic model, or an object known by its fields alone."""
    names = getattr(value, "__dataclass_fields__", None) or getattr(type(value), "model_fields", None)
    if names:
        return [getattr(value, name, None) for name in names]
    known = getattr(value, "fields", None)
    return list(known.values()) if isinstance(known, dict) else None
