"""The declared types that have parts: collections, tuples, dicts and unions."""

from __future__ import annotations

import reprlib

from flowdesk.xcom.shapes import AnyType, Mismatch, Type, mismatch

COLLECTIONS: dict[str, type] = {"list": list, "set": set, "frozenset": frozenset}


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
