"""What a declared type is: it checks a value, and says where inside the value something does not fit.

A type changes a value only where nothing is lost: an int for a declared float becomes a float, a
numpy scalar the Python number it stands for. Where nothing changes, the very same object comes back.
"""

from __future__ import annotations

import math
import reprlib
from abc import ABC, abstractmethod

from flowdesk.xcom.scalars import plain
from flowdesk.xcom.standard import STANDARD, standard_name
from flowdesk.xcom.stored import Stored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH = 100
"""How many containers may lie in one another, in a value or in a type expression."""

_BUILTIN: dict[type, str] = {
    bool: "bool",
    int: "int",
    float: "float",
    str: "str",
    bytes: "bytes",
    bytearray: "bytes",
    type(None): "None",
}
"""The built-in scalar types. Of two that both fit an object, the first one is its type."""

SCALARS = (*dict.fromkeys(_BUILTIN.values()), *STANDARD)
"""The names of the scalar types."""


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
    own = _BUILTIN.get(type(value))
    if own is None:
        own = next((name for kind, name in _BUILTIN.items() if isinstance(value, kind)), None)
    return own or standard_name(value) or type(value).__name__


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
    """A type without parts, by its name in `SCALARS`."""

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
