"""Values as JSON text, exactly: what was pushed comes back as the same value of the same type.

What JSON has of its own is written as itself. Anything else is an object of a single key that begins
with `$`: `{"$tuple": [1, 2]}`, `{"$datetime": "2020-01-01T00:00:00"}`. A dict that itself has such a
key, or a key that is no string, is written as pairs: `{"$dict": [["$x", 1]]}`, so the two cannot be confused.
No pickle and no eval: opening a run never runs code. A subclass (a named tuple, an IntEnum member)
comes back as the type it builds on, unless it is declared by its class (see `instances`).

What is stored as a file stands as a reference in its place (see `stored`), as a whole or as a part.
"""

from __future__ import annotations

import json
import math
import re

from flowdesk.records import NamedTuple
from flowdesk.xcom.arrays import is_array
from flowdesk.xcom.instances import (
    Instance,
    Live,
    Unwritable,
    has_fields,
    written,
)
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.marked import revive
from flowdesk.xcom.scalars import plain
from flowdesk.xcom.shapes import MAX_DEPTH
from flowdesk.xcom.standard import standard_class, standard_name
from flowdesk.xcom.stored import MARK, Stored
from flowdesk.xcom.tables import library_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta
    from typing import Any

    from flowdesk.xcom.files import Files
    from flowdesk.xcom.keeping import Keeper
    from flowdesk.xcom.places import Places

# Python refuses to read or write decimal numbers of more than 640 digits where it is set up strictly
# (sys.set_int_max_str_digits); hexadecimal ones have no such limit.
_DECIMAL_BITS = 2048
_TAG = re.compile(r'\{"\$(?:(?:model|enum|fields)": \["([^"]*)"|(\w+)")')


class Unstorable(TypeError):
    """A value that cannot be stored."""


class _Level(NamedTuple):
    """Where in a value something is written: how deep it may still go, and whether within an object."""

    depth: int
    keeper: Keeper | None
    in_object: bool = False

    def inside(self, *, in_object: bool = False) -> _Level:
        """The level of the parts of a container.

        Raises:
            Unstorable: they are too deep.
        """
        if not self.depth:
            raise Unstorable(f"more than {MAX_DEPTH} containers in one another cannot be stored")
        return _Level(self.depth - 1, self.keeper, self.in_object or in_object)


def encode(value: object, keeper: Keeper | None = None) -> str:
    """The value as JSON text. Text of equal sets is equal. `keeper` stores what is stored as files.

    Raises:
        Unstorable: the value, or one inside it, is of a type that cannot be stored; or they are
            nested in one another too deeply, as they are when a list contains itself.
    """
    write = _PLAIN.get(type(value))
    if write is not None and (text := write(value)) is not None:
        return text
    tree = _tree(value, _Level(MAX_DEPTH, keeper))
    return json.dumps(tree, ensure_ascii=False, allow_nan=False)


def decode(text: str, files: Files | Places | None = None) -> object:
    """The value that `encode` wrote. With `files`, what is stored as a file is read; else it is a `Stored`.

    Raises:
        ValueError: the text is nothing that `encode` writes.
        FileLost, LibraryMissing: a stored file cannot be read.
        ClassLost: it is of a class that cannot be imported, see `instances`.
    """
    try:
        if "{" not in text:  # with a hook, the json module makes a decoder for every text
            return json.loads(text)
        if files is None or MARK not in text:
            return json.loads(text, object_hook=revive)
        return json.loads(text, object_hook=lambda written: _read_whole(revive(written), files))
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
        if text.startswith(MARK):
            return Stored.of(json.loads(text)).type
        tag = _TAG.match(text)
        return (tag[1] or tag[2]) if tag else "dict"
    if first in "-0123456789":
        return "float" if any(sign in text for sign in ".eE") else "int"
    return {'"': "str", "[": "list", "t": "bool", "f": "bool", "n": "None"}[first]


def _tree(value: object, level: _Level) -> object:
    """The value as what the json module writes by itself."""
    if value is None or value is True or value is False:
        return value
    if level.in_object and has_fields(type(value)) and type(value) is not Stored:
        return _write_object(value, level)
    if (write := _writer_of(value)) is not None:
        return write(value, level)
    if level.keeper is not None and is_array(value):
        return level.keeper.array(value).tree()
    if plain(value) is not value:
        return _tree(plain(value), level)
    if level.keeper is not None and library_of(value):
        return level.keeper.table(value).tree()
    raise Unstorable(f"a value of type {_full_name(type(value))} cannot be stored{_way_out(value)}")


def _writer_of(value: object) -> Callable[[Any, _Level], object] | None:
    for classes, write in _WRITERS:
        if isinstance(value, classes):
            return write
    name = standard_name(value)
    return None if name is None else _STANDARD[name]


def _write_object(value: object, level: _Level) -> object:
    inside = level.inside(in_object=True)
    try:
        return written(value, lambda part: _tree(part, inside))
    except Unwritable as error:
        raise Unstorable(str(error)) from None


def _write_file(value: FileToKeep, level: _Level) -> object:
    if level.keeper is None:
        raise Unstorable(f"the file {value} cannot be stored here")
    return level.keeper.file(value).tree()


def _full_name(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _way_out(value: object) -> str:
    kind = type(value)
    if has_fields(kind):
        return f'; declare its key as "{kind.__module__}:{kind.__qualname__}"'
    return '; declare its key as "file" to store its content' if hasattr(value, "read") else ""


def _write_str(value: str, _level: _Level) -> object:
    text = str.__str__(value)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, as in file names that are not UTF-8
        return {"$str": _base64(text.encode("utf-8", "surrogatepass"))}
    return text


def _write_int(value: int, _level: _Level) -> object:
    number = int.__int__(value)
    return {"$int": hex(number)} if number.bit_length() > _DECIMAL_BITS else number


def _write_float(value: float, _level: _Level) -> object:
    number = float.__float__(value)
    return number if math.isfinite(number) else {"$float": repr(number)}


def _write_list(value: list[object], level: _Level) -> object:
    inside = level.inside()
    return [_tree(item, inside) for item in value]


def _write_dict(value: dict[object, object], level: _Level) -> object:
    inside = level.inside()
    pairs = [(_tree(key, inside), _tree(item, inside)) for key, item in value.items()]
    if all(isinstance(key, str) and not key.startswith("$") for key, _ in pairs):
        return dict(pairs)
    return {"$dict": pairs}


def _write_set(value: set[object] | frozenset[object], level: _Level) -> object:
    tag = "$set" if isinstance(value, set) else "$frozenset"
    inside = level.inside()
    return {tag: sorted((_tree(item, inside) for item in value), key=json.dumps)}


def _write_datetime(value: datetime, _level: _Level) -> object:
    if value != value or getattr(value, "nanosecond", False):  # noqa: PLR0124 - as pandas' NaT does
        raise Unstorable(f"{value} has no exact datetime that could be stored")
    # Called on the class: pandas' Timestamp has an isoformat of its own.
    text = standard_class("datetime").isoformat(value)
    zone = getattr(value.tzinfo, "key", None) if type(value.tzinfo).__module__ == "zoneinfo" else None
    return {"$datetime": [text, zone, value.fold] if zone or value.fold else text}


def _write_timedelta(value: timedelta, _level: _Level) -> object:
    if getattr(value, "nanoseconds", False):
        raise Unstorable(f"{value} has no exact timedelta that could be stored")
    return {"$timedelta": [value.days, value.seconds, value.microseconds]}


def _base64(data: bytes) -> str:
    from binascii import b2a_base64

    return b2a_base64(data, newline=False).decode("ascii")


_PLAIN: dict[type, Callable[[Any], str | None]] = {
    float: lambda value: float.__repr__(value) if math.isfinite(value) else None,
    int: lambda value: int.__repr__(value) if value.bit_length() <= _DECIMAL_BITS else None,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}
"""Of most values, and of these classes themselves only: their texts at once; None: as any other."""

_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any, _Level], object]], ...] = (
    (str, _write_str),
    (int, _write_int),
    (float, _write_float),
    (list, _write_list),
    (dict, _write_dict),
    (Stored, lambda value, _: value.tree()),
    (tuple, lambda value, level: {"$tuple": _write_list(value, level)}),
    ((set, frozenset), _write_set),
    ((bytes, bytearray), lambda value, _: {"$bytes": _base64(value)}),
    (FileToKeep, _write_file),
    (Live, lambda value, level: _write_object(value.value, level)),
    (Instance, _write_object),
)

_STANDARD: dict[str, Callable[[Any, _Level], object]] = {
    "datetime": _write_datetime,
    "date": lambda value, _: {"$date": standard_class("date").isoformat(value)},
    "timedelta": _write_timedelta,
    "Decimal": lambda value, _: {"$Decimal": standard_class("Decimal").__str__(value)},
    "UUID": lambda value, _: {"$UUID": str(value)},
    "path": lambda value, level: {"$path": _write_str(str(value), level)},
}


def _read_whole(value: object, files: Files | Places) -> object:
    return files.value(value) if isinstance(value, Stored) else value
