"""Values as JSON text, exactly: what was pushed comes back as the same value of the same type.

What JSON has of its own is written as itself. Anything else is an object of a single key that begins
with `$`: `{"$tuple": [1, 2]}`, `{"$datetime": "2020-01-01T00:00:00"}`. A dict that itself has such a
key, or a key that is no string, is written as pairs: `{"$dict": [["$x", 1]]}`, so the two cannot be confused.
No pickle and no eval: opening a run never runs code. A subclass (a named tuple, an IntEnum member)
comes back as the type it builds on.
"""

from __future__ import annotations

import base64
import json
import math
import re
from dataclasses import is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from uuid import UUID

from flowdesk.xcom.shapes import MAX_DEPTH, plain

if TYPE_CHECKING:
    from collections.abc import Callable

# Python refuses to read or write decimal numbers of more than 640 digits where it is set up strictly
# (sys.set_int_max_str_digits); hexadecimal ones have no such limit.
_DECIMAL_BITS = 2048
_TAG = re.compile(r'\{"\$(\w+)"')


class Unstorable(TypeError):
    """A value that cannot be stored."""


def encode(value: object) -> str:
    """The value as JSON text. Text of equal sets is equal.

    Raises:
        Unstorable: the value, or one inside it, is of a type that cannot be stored; or they are
            nested in one another too deeply, as they are when a list contains itself.
    """
    return json.dumps(_tree(value, MAX_DEPTH), ensure_ascii=False, allow_nan=False)


def decode(text: str) -> object:
    """The value that `encode` wrote.

    Raises:
        ValueError: the text is nothing that `encode` writes.
    """
    try:
        return json.loads(text, object_hook=_revive)
    except (ArithmeticError, KeyError, RecursionError, TypeError) as error:
        raise ValueError(f"not a stored value: {error}") from error


def preview(text: str, width: int = 80) -> str:
    """A short human form of a stored value, at most `width` characters; see `flowdesk.xcom.preview`."""
    from flowdesk.xcom import preview as short

    return short.preview(text, width)


def type_name(text: str) -> str:
    """The name of a stored value's type ("float", "list", "datetime", "None"), without decoding it."""
    first = text[:1]
    if first == "{":
        tag = _TAG.match(text)
        return tag[1] if tag else "dict"
    if first in "-0123456789":
        return "float" if any(sign in text for sign in ".eE") else "int"
    return {'"': "str", "[": "list", "t": "bool", "f": "bool", "n": "None"}[first]


def _tree(value: object, depth: int) -> object:
    """The value as what the json module writes by itself."""
    if value is None or value is True or value is False:
        return value
    for classes, write in _WRITERS:
        if isinstance(value, classes):
            if depth < 0:
                raise Unstorable(f"more than {MAX_DEPTH} containers in one another cannot be stored")
            return write(value, depth - 1)
    if plain(value) is not value:
        return _tree(plain(value), depth)
    raise Unstorable(f"a value of type {_full_name(type(value))} cannot be stored{_way_out(value)}")


def _full_name(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _way_out(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        return "; push dataclasses.asdict(…) of it"
    return "; push its model_dump()" if hasattr(value, "model_dump") else ""


def _write_str(value: str, _depth: int) -> object:
    text = str.__str__(value)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, as in file names that are not UTF-8
        return {"$str": _base64(text.encode("utf-8", "surrogatepass"))}
    return text


def _write_int(value: int, _depth: int) -> object:
    number = int.__int__(value)
    return {"$int": hex(number)} if number.bit_length() > _DECIMAL_BITS else number


def _write_float(value: float, _depth: int) -> object:
    number = float.__float__(value)
    return number if math.isfinite(number) else {"$float": repr(number)}


def _write_list(value: list[object], depth: int) -> object:
    return [_tree(item, depth) for item in value]


def _write_dict(value: dict[object, object], depth: int) -> object:
    pairs = [(_tree(key, depth), _tree(item, depth)) for key, item in value.items()]
    if all(isinstance(key, str) and not key.startswith("$") for key, _ in pairs):
        return dict(pairs)
    return {"$dict": pairs}


def _write_set(value: set[object] | frozenset[object], depth: int) -> object:
    tag = "$set" if isinstance(value, set) else "$frozenset"
    return {tag: sorted((_tree(item, depth) for item in value), key=json.dumps)}


def _write_datetime(value: datetime, _depth: int) -> object:
    if value != value or getattr(value, "nanosecond", False):  # noqa: PLR0124 - as pandas' NaT does
        raise Unstorable(f"{value} has no exact datetime that could be stored")
    # Called on the class: pandas' Timestamp has an isoformat of its own.
    text = datetime.isoformat(value)
    zone = getattr(value.tzinfo, "key", None) if type(value.tzinfo).__module__ == "zoneinfo" else None
    return {"$datetime": [text, zone, value.fold] if zone or value.fold else text}


def _write_timedelta(value: timedelta, _depth: int) -> object:
    if getattr(value, "nanoseconds", False):
        raise Unstorable(f"{value} has no exact timedelta that could be stored")
    return {"$timedelta": [value.days, value.seconds, value.microseconds]}


def _read_datetime(written: str | list[Any]) -> datetime:
    if isinstance(written, str):
        return datetime.fromisoformat(written)
    text, zone, fold = written
    moment = datetime.fromisoformat(text).replace(fold=fold)
    if zone is None:
        return moment
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return moment.replace(tzinfo=ZoneInfo(zone))
    except ZoneInfoNotFoundError:  # a machine without that zone: the offset is still right
        return moment


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


# Order matters where one class is another's subclass: datetime is a date.
_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any, int], object]], ...] = (
    (str, _write_str),
    (int, _write_int),
    (float, _write_float),
    (list, _write_list),
    (dict, _write_dict),
    (tuple, lambda value, depth: {"$tuple": _write_list(value, depth)}),
    ((set, frozenset), _write_set),
    (datetime, _write_datetime),
    (date, lambda value, _: {"$date": date.isoformat(value)}),
    (timedelta, _write_timedelta),
    (Decimal, lambda value, _: {"$Decimal": Decimal.__str__(value)}),
    (UUID, lambda value, _: {"$UUID": str(value)}),
    ((bytes, bytearray), lambda value, _: {"$bytes": _base64(value)}),
    (PurePath, lambda value, depth: {"$path": _write_str(str(value), depth)}),
)

_READERS: dict[str, Callable[[Any], object]] = {
    "$str": lambda written: base64.b64decode(written).decode("utf-8", "surrogatepass"),
    "$int": lambda written: int(written, 16),
    "$float": float,
    "$dict": dict,
    "$tuple": tuple,
    "$set": set,
    "$frozenset": frozenset,
    "$datetime": _read_datetime,
    "$date": date.fromisoformat,
    "$timedelta": lambda written: timedelta(*written),
    "$Decimal": Decimal,
    "$UUID": UUID,
    "$bytes": base64.b64decode,
    "$path": Path,
}


def _revive(written: dict[str, Any]) -> object:
    for key, value in written.items():
        return _READERS[key](value) if key.startswith("$") else written
    return written
