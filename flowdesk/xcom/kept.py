"""Types of values that are kept as files, and types that are classes."""

from __future__ import annotations

from flowdesk.xcom.arrays import is_array
from flowdesk.xcom.containers import Collection, Dict, Tuple, Union
from flowdesk.xcom.shapes import Mismatch, Type, mismatch, name_of
from flowdesk.xcom.tables import library_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = {
    "file": "a path, or a file that is open for reading",
    "array": "an array of numpy",
    "table": "a table of pandas, polars or pyarrow",
}
"""The types of values that are kept as files, with what fits them."""


class FileToKeep:
    """A path or an open file, pushed as a `file`: its content is the value."""

    def __init__(self, source: object) -> None:
        self.source = source

    def __str__(self) -> str:
        return str(self.source)


class Kept(Type):
    """`file`, `array` or `table`."""

    __match_args__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def _fit(self, value: object) -> object:
        if self.name == "file":
            if isinstance(value, FileToKeep):
                return value
            if name_of(value) in ("str", "path") or hasattr(value, "read"):
                return FileToKeep(value)
        elif is_array(value) if self.name == "array" else library_of(value):
            return value
        if type(value).__name__ == "LazyFrame":
            raise Mismatch("expected table, got a LazyFrame of polars; push its collect()")
        error = mismatch(self, value)
        raise Mismatch(f"{error.detail}; it takes {KEPT[self.name]}")

    def __str__(self) -> str:
        return self.name


class Model(Type):
    """`module:Class`: a class of a module. Whoever only opens a file never imports it."""

    __match_args__ = ("reference",)

    def __init__(self, reference: str) -> None:
        self.reference = reference

    @property
    def module(self) -> str:
        """The module, as it is imported."""
        return self.reference.partition(":")[0]

    @property
    def name(self) -> str:
        """The class, with the classes around it before dots."""
        return self.reference.partition(":")[2]

    def _fit(self, value: object) -> object:
        from flowdesk.xcom.instances import fitting

        return fitting(self.reference, value)

    def __str__(self) -> str:
        return self.reference


def parts(type_: Type) -> Iterator[Type]:
    """A type and all the types in it, from the outside in."""
    yield type_
    inside: tuple[Type, ...] = ()
    if isinstance(type_, Collection):
        inside = (type_.item,)
    elif isinstance(type_, Dict):
        inside = (type_.key, type_.value)
    elif isinstance(type_, Tuple):
        inside = (*type_.items, *([type_.rest] if type_.rest else []))
    elif isinstance(type_, Union):
        inside = type_.members
    for one in inside:
        yield from parts(one)
