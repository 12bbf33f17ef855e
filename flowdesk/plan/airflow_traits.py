"""What Airflow's serializers refuse or change, as traits that a declared type has, or a value.

Each was tried on Airflow 3.3 on SQLite, or is read from its serializers
(https://airflow.apache.org/docs/apache-airflow/stable/authoring-and-scheduling/serializers.html).
"""

from __future__ import annotations

import math
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.plan.airflow_limits import Target
from flowdesk.records import NamedTuple
from flowdesk.xcom.containers import Dict, Union
from flowdesk.xcom.instances import Instance
from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.shapes import AnyType, Literal, Scalar
from flowdesk.xcom.stored import Stored
from flowdesk.xcom.types import TypeExpressionError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.xcom.shapes import Type

LARGEST_INT = 2**63 - 1
SMALLEST_INT = -(2**63)


class Told(NamedTuple):
    """How a trait is told: its code, what it is, what becomes of it, and what helps."""

    code: Code
    what: str
    fate: str
    help: str


class Trait(Enum):
    """Something that Airflow does not carry as it is."""

    BYTES = Told(
        Code.REFUSED_THERE,
        "bytes",
        "which Airflow refuses to push",
        "push them as text, as base64 is, or as a file in an object store",
    )
    PATH = Told(Code.REFUSED_THERE, "a path", "which Airflow refuses to push", "push it as text: str(path)")
    NOT_FINITE = Told(
        Code.REFUSED_THERE, "NaN or an infinity", "which Airflow refuses to push", "push null in its place"
    )
    ARRAY = Told(
        Code.REFUSED_THERE,
        "an array",
        "which Airflow refuses to push",
        "push a list, or a file in an object store",
    )
    FILE = Told(
        Code.REFUSED_THERE,
        "a file",
        "for which Airflow has no type",
        "keep it in an object store, and push its URL",
    )
    TABLE = Told(
        Code.REFUSED_THERE,
        "a table",
        "which Airflow refuses to push unless it is of pandas, and then keeps as text in its database",
        "keep it in an object store, and push its URL",
    )
    NUL = Told(
        Code.REFUSED_THERE,
        "text with the character U+0000",
        "which jsonb of PostgreSQL refuses",
        "leave the character out",
    )
    BIG_INT = Told(
        Code.CHANGED_THERE,
        "an int of more than 64 bits",
        "which Airflow gives back as a rounded float",
        "push it as text",
    )
    KEYS = Told(
        Code.CHANGED_THERE,
        "a dict with keys that are no text",
        "which Airflow gives back as text",
        "make text of the keys, or push a list of pairs",
    )
    OBJECT = Told(
        Code.CLASS_THERE,
        "an object of a class",
        "which Airflow gives back only if allowed_deserialization_classes of its [core] has the class",
        "push a dict of its fields, or set that",
    )

    @property
    def told(self) -> Told:
        """How it is told."""
        return self.value

    def matters(self, target: Target) -> bool:
        """Whether it makes a difference there."""
        return self is not Trait.NUL or target is Target.POSTGRESQL


_OF_SCALARS = {"bytes": Trait.BYTES, "path": Trait.PATH}
_OF_KEPT = {"file": Trait.FILE, "array": Trait.ARRAY, "table": Trait.TABLE}
_OF_FORMS = {"npy": Trait.ARRAY, "arrow": Trait.TABLE, "bytes": Trait.BYTES, "file": Trait.FILE}


def traits_of_type(expression: str) -> set[Trait]:
    """What a value of a declared type has for certain, or is made to have."""
    try:
        type_ = parse(expression)
    except TypeExpressionError:
        return set()  # told as a problem of its own
    return {trait for part in parts(type_) if (trait := _of_part(part)) is not None}


def trait_of_whole(expression: str) -> Trait | None:
    """What every value of a declared type is as a whole."""
    try:
        return _of_part(parse(expression))
    except TypeExpressionError:
        return None


def _of_part(part: Type) -> Trait | None:
    if isinstance(part, Scalar):
        return _OF_SCALARS.get(part.name)
    if isinstance(part, Kept):
        return _OF_KEPT.get(part.name)
    if isinstance(part, Model):
        return Trait.OBJECT
    if isinstance(part, Dict) and not _may_be_text(part.key):
        return Trait.KEYS
    return None


def _may_be_text(key: Type) -> bool:
    """Whether nothing is declared of a key but text. Of `any`, what was seen tells more."""
    if isinstance(key, Union):
        return all(map(_may_be_text, key.members))
    if isinstance(key, Literal):
        return all(isinstance(choice, str) for choice in key.choices)
    return isinstance(key, AnyType) or key == Scalar("str")


def traits_of_value(value: object) -> set[Trait]:
    """What a value that was pushed has, anywhere in it."""
    return {trait for part in _parts(value) if (trait := _of_value(part)) is not None}


def _parts(value: object) -> Iterator[object]:
    yield value
    inside: list[object] = []
    if isinstance(value, dict):
        inside = [*value.keys(), *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        inside = list(value)
    for one in inside:
        yield from _parts(one)


def _of_value(value: object) -> Trait | None:  # noqa: PLR0911 - a table of types
    if isinstance(value, bytes | bytearray):
        return Trait.BYTES
    if isinstance(value, PurePath):
        return Trait.PATH
    if isinstance(value, float | Decimal):
        return None if math.isfinite(value) else Trait.NOT_FINITE
    if isinstance(value, int):
        return None if SMALLEST_INT <= value <= LARGEST_INT else Trait.BIG_INT
    if isinstance(value, str):
        return Trait.NUL if "\0" in value else None
    if isinstance(value, Stored):
        return _OF_FORMS.get(value.form, Trait.FILE if value.form == "directory" else None)
    if isinstance(value, Instance):
        return Trait.OBJECT
    if isinstance(value, dict) and not all(isinstance(key, str) for key in value):
        return Trait.KEYS
    return None
