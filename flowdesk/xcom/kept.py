"""Types of values that are kept as files, and types that are classes: declared, but not pushed yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.xcom.shapes import Collection, Dict, Mismatch, Tuple, Type, Union

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = {"file": "files", "array": "arrays", "table": "tables"}
"""The types of values that are kept as files, with what a sentence calls many of them."""


@dataclass(frozen=True)
class Kept(Type):
    """`file`, `array` or `table`."""

    name: str

    def _fit(self, _value: object) -> object:
        raise Mismatch(f"{KEPT[self.name]} cannot be kept yet")

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Model(Type):
    """`module:Class`: a class of a module. Whoever only opens a file never imports it."""

    reference: str

    @property
    def module(self) -> str:
        """The module, as it is imported."""
        return self.reference.partition(":")[0]

    @property
    def name(self) -> str:
        """The class, with the classes around it before dots."""
        return self.reference.partition(":")[2]

    def _fit(self, _value: object) -> object:
        raise Mismatch(f"values of the class {self.reference} cannot be kept yet")

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
