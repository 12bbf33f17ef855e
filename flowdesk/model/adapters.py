"""Types as pydantic's adapters, and values of a file that must be of a type: defaults, examples, params.

TOML has no tuples, UUIDs or durations. Where a value is not of its type as it stands, what JSON would write
for that type is taken too: a list for a tuple, a text for a UUID. Nothing else is bent: "1" is no int.
"""

from __future__ import annotations

import json
import typing
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from pydantic import BeforeValidator, ConfigDict, JsonValue, TypeAdapter, ValidationError

from flowdesk.model.durations import read_duration
from flowdesk.xcom import containers, shapes
from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.limits import broken
from flowdesk.xcom.shapes import Mismatch, Type
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from collections.abc import Mapping


class Misfit(ValueError):
    """A value is not of the type that it must have."""


def _duration(value: object) -> object:
    seconds = read_duration(value) if isinstance(value, str) else None
    return value if seconds is None else timedelta(seconds=seconds)


# Any: these are forms of types, which have no type of their own.
_SCALARS: dict[str, Any] = {
    "bool": bool,
    "int": int,
    "float": float,
    "str": str,
    "bytes": bytes,
    "datetime": datetime,
    "date": date,
    "timedelta": timedelta | Annotated[timedelta, BeforeValidator(_duration)],
    "Decimal": Decimal,
    "UUID": UUID,
    "path": Path,
    "None": None,
}


def _form(type_: Type) -> Any:  # noqa: ANN401 - as above
    if isinstance(type_, shapes.Scalar):
        return _SCALARS[type_.name]
    if isinstance(type_, shapes.Literal):
        return typing.Literal.__getitem__(type_.choices)
    if isinstance(type_, containers.Union):
        return typing.Union.__getitem__(tuple(map(_form, type_.members)))
    return JsonValue if isinstance(type_, shapes.JsonType) else _container(type_)


def _container(type_: Type) -> Any:  # noqa: ANN401 - as above
    match type_:
        case containers.Collection(name, item):
            return containers.COLLECTIONS[name].__class_getitem__(_form(item))  # type: ignore[attr-defined]  # all have it
        case containers.Dict(key, value):
            return dict.__class_getitem__((_form(key), _form(value)))
        case containers.Tuple(items, rest):
            return tuple.__class_getitem__((_form(rest), ...) if rest else tuple(map(_form, items)))
        case _:
            return Any


@lru_cache(maxsize=256)
def adapter_of(type_: Type) -> TypeAdapter[Any]:
    """Pydantic's adapter of a type, strict. Of `any`, files, arrays, tables and classes it takes all."""
    return TypeAdapter(_form(type_), config=ConfigDict(strict=True))


def value_of(type_text: str, value: object, limits: Mapping[str, object] | None = None) -> object:
    """A value of a file as one of a type within limits: a list becomes a tuple where that is the type.

    Values of classes, and those kept as files, are known in a run only; every one of them is taken.

    Raises:
        Misfit: the value does not fit; the message says where.
    """
    type_ = parse(type_text)
    if any(isinstance(part, Kept | Model) for part in parts(type_)):
        return value
    try:
        found = type_.convert(value)
    except Mismatch as mismatch:
        try:
            found = adapter_of(type_).validate_json(json.dumps(value))
        except (ValidationError, TypeError, ValueError):  # TypeError: a date, which JSON has none of
            raise Misfit(str(mismatch)) from None
    if fault := broken(limits or {}, found):
        raise Misfit(fault)
    return found
