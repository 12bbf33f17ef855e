"""What a declared type is: it checks a value, and says where inside the value something does not fit.

A type changes a value only where nothing is lost: an int for a declared float becomes a float, a
numpy scalar the Python number it stands for. Where nothing changes, the very same object comes back.
"""

from __future__ import annotations

import math
import reprlib
from abc import ABC, abstractmethod
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING
from uuid import UUID

from flowdesk.xcom.scalars import plain
from flowdesk.xcom.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH = 100
"""How many containers may lie in one another, in a value or in a type expression."""

CLASSES: dict[str, tuple[type, ...]] = {
    "bool": (bool,),
    "int": (int,),
    "float": (float,),
    "str": (str,),
    "bytes": (bytes, bytearray),
    "datetime": (datetime,),
    "date": (date,),
    "timedelta": (timedelta,),
    "Decimal": (Decimal,),
    "UUID": (UUID,),
    "path": (PurePath,),
    "None": (type(None),),
}
"""The scalar types by their names. Of two that both fit an object, the first one is its type."""

COLLECTIONS: dict[str, type] = {"list": list, "set": set, "frozenset": frozenset}


class Mismatch(Exception):
    """A value is not of its declared type.

    `path` leads to the part that does not fit, from the outside in; indexes count from 0.
    """

    def __init__(self, detail: str, path: tuple[str, ...] = ()) -> None:
        self.detail = detail
        self.path = path
        super().__init__(f"{', '.join(path)}: {detail}" if path else detail)

    def within(self, step: str) -> Mismatch:
        """The same complaint, seen from one container further out."""
        return Mismatch(self.detail, (step, *self.path))


def name_of(value: object) -> str:
    """The name of a value's own type, in the words of type expressions where they have one."""
    for name, classes in CLASSES.items():
        if isinstance(value, classes):
            return name
    return type(value).__name__


def mismatch(expected: object, value: object) -> Mismatch:
    """The complaint that `value` is not what was expected."""
    got = "None" if value is None else f"{name_of(value)} {reprlib.repr(value)}"
    return Mismatch(f"expected {expected}, got {got}")


class Type(ABC):
    """A declared type. `str(type)` is its expression in normal form; equal types are equal objects."""

    def convert(self, value: object) -> object:
        """The value if it fits, made a float where an int stands for one.

        A reference to a stored file fits by the name of its type; nobody opens the file for more.

        Raises:
            Mismatch: the value does not fit.
        """
        if type(value) is not Stored:
            return self._fit(value)
        from flowdesk.xcom.named import check

        check(self, value)
        return value

    @abstractmethod
    def _fit(self, value: object) -> object: ...

    @abstractmethod
    def __str__(self) -> str: ...

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))


class AnyType(Type):
    """`any`: everything that can be stored."""

    def _fit(self, value: object) -> object:
        return value

    def __str__(self) -> str:
        return "any"


class JsonType(Type):
    """`json`: None, bool, int, finite float, str, and lists and str-keyed dicts of these."""

    def _fit(self, value: object) -> object:
        self._check(value, MAX_DEPTH)
        return value

    def _check(self, value: object, depth: int) -> None:
        if not depth:
            raise Mismatch(f"expected json, got more than {MAX_DEPTH} containers in one another")
        if isinstance(value, list):
            _convert_each(((f"item {i}", item) for i, item in enumerate(value)), self, depth - 1)
        elif isinstance(value, dict):
            for key in value:
                if not isinstance(key, str):
                    raise mismatch("json, whose keys are str", key)
            _convert_each(((f"key {key!r}", item) for key, item in value.items()), self, depth - 1)
        elif not (value is None or isinstance(value, (bool, int, float, str))):
            raise mismatch(self, value)
        elif isinstance(value, float) and not math.isfinite(value):
            raise mismatch("json, whose numbers are finite", value)

    def __str__(self) -> str:
        return "json"


def _convert_each(parts: Iterable[tuple[str, object]], inner: JsonType, depth: int) -> None:
    for step, part in parts:
        try:
            inner._check(part, depth)  # noqa: SLF001 - the recursion of `JsonType._check`
        except Mismatch as error:
            raise error.within(step) from None


class Scalar(Type):
    """A type without parts, by its name in `CLASSES`."""

    __match_args__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def _fit(self, value: object) -> object:
        value = plain(value)
        own = name_of(value)
        if own == self.name:
            return value
        if self.name == "float" and isinstance(value, int) and own == "int":
            try:
                return float(value)
            except OverflowError:
                raise Mismatch("expected float, got an int too large for one") from None
        raise mismatch(self, value)

    def __str__(self) -> str:
        return self.name


class Literal(Type):
    """`Literal[...]`: one of some strings, ints, bools or None."""

    __match_args__ = ("choices",)

    def __init__(self, choices: tuple[object, ...]) -> None:
        self.choices = choices

    def _fit(self, value: object) -> object:
        value = plain(value)
        if any(name_of(value) == name_of(choice) and value == choice for choice in self.choices):
            return value
        raise mismatch(self, value)

    def __eq__(self, other: object) -> bool:  # Literal[True] is not Literal[1], though True == 1
        return isinstance(other, Literal) and repr(self.choices) == repr(other.choices)

    def __hash__(self) -> int:
        return hash(repr(self.choices))

    def __str__(self) -> str:
        return f"Literal[{', '.join(map(repr, self.choices))}]"


class Collection(Type):
    """`list[T]`, `set[T]` or `frozenset[T]`."""

    __match_args__ = ("name", "item")

    def __init__(self, name: str, item: Type) -> None:
        self.name = name
        self.item = item

    def _fit(self, value: object) -> object:
        kind = COLLECTIONS[self.name]
        if not isinstance(value, kind):
            raise mismatch(self, value)
        items = list(value)  # type: ignore[call-overload]  # all three kinds can be iterated
        converted = _converted(items, [self.item] * len(items))
        return value if converted is None else kind(converted)

    def __str__(self) -> str:
        return self.name if self.item == AnyType() else f"{self.name}[{self.item}]"


class Tuple(Type):
    """`tuple[A, B]`, or `tuple[T, ...]` of any length where `rest` is the T."""

    __match_args__ = ("items", "rest")

    def __init__(self, items: tuple[Type, ...], rest: Type | None = None) -> None:
        self.items = items
        self.rest = rest

    def _fit(self, value: object) -> object:
        if not isinstance(value, tuple):
            raise mismatch(self, value)
        if self.rest is None and len(value) != len(self.items):
            raise Mismatch(f"expected {self}, got one of {len(value)}")
        types = list(self.items) if self.rest is None else [self.rest] * len(value)
        converted = _converted(list(value), types)
        return value if converted is None else tuple(converted)

    def __str__(self) -> str:
        if self.rest is None:
            return f"tuple[{', '.join(map(str, self.items))}]"
        return "tuple" if self.rest == AnyType() else f"tuple[{self.rest}, ...]"


def _converted(items: list[object], types: list[Type]) -> list[object] | None:
    """The converted items, or None when all are what they were."""
    changed = False
    result = []
    for i, item in enumerate(items):
        try:
            fitting = types[i].convert(item)
        except Mismatch as error:
            raise error.within(f"item {i}") from None
        changed = changed or fitting is not item
        result.append(fitting)
    return result if changed else None


class Dict(Type):
    """`dict[K, V]`."""

    __match_args__ = ("key", "value")

    def __init__(self, key: Type, value: Type) -> None:
        self.key = key
        self.value = value

    def _fit(self, value: object) -> object:
        if not isinstance(value, dict):
            raise mismatch(self, value)
        changed = False
        result = {}
        for key, item in value.items():
            try:
                pair = (self._key(key), self.value.convert(item))
            except Mismatch as error:
                raise error.within(f"key {reprlib.repr(key)}") from None
            changed = changed or pair[0] is not key or pair[1] is not item
            result[pair[0]] = pair[1]
        return result if changed else value

    def _key(self, key: object) -> object:
        try:
            return self.key.convert(key)
        except Mismatch as error:
            raise Mismatch(f"as a key, {error}") from None

    def __str__(self) -> str:
        return "dict" if self.key == self.value == AnyType() else f"dict[{self.key}, {self.value}]"


class Union(Type):
    """`A | B`: what leaves the value as it is goes first, then the order of writing."""

    __match_args__ = ("members",)

    def __init__(self, members: tuple[Type, ...]) -> None:
        self.members = members

    def _fit(self, value: object) -> object:
        fitting, failures = [], []
        for member in self.members:
            try:
                fitting.append(member.convert(value))
            except Mismatch as error:
                failures.append(error)
        if fitting:
            return value if any(found is value for found in fitting) else fitting[0]
        deepest = max(failures, key=lambda error: len(error.path))
        raise deepest if deepest.path else mismatch(self, value)

    def __str__(self) -> str:
        return " | ".join(map(str, self.members))
