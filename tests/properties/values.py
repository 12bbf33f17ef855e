"""Any value of any declared type, with the type's expression."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.xcom import shop
from tests.xcom.test_values import FIXED, ZONES

Typed = tuple[str, Any]  # Any: a value of the type

SHOP = "tests.xcom.shop"
PATHS = st.text(st.characters(exclude_characters="\0/", codec="utf-8"), min_size=1).map(Path)
ITEMS = st.builds(
    shop.Item,
    st.text(),
    st.decimals(allow_nan=False),
    st.sampled_from(shop.Colour),
    st.sets(st.text(), max_size=1),
)
ORDERS = st.builds(
    shop.Order,
    id=st.integers(),
    items=st.lists(ITEMS, max_size=2),
    by_colour=st.dictionaries(st.sampled_from(shop.Colour), st.lists(st.integers(), max_size=2).map(tuple)),
    size=st.sampled_from(shop.Size),
)
SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers() | st.integers(min_value=2**2040, max_value=2**4096),
    "float": st.floats(allow_nan=False),
    "str": st.text() | st.text(st.characters(categories=["Cs"])) | st.just("é" * 70_000),
    "bool": st.booleans(),
    "bytes": st.binary() | st.just(b"\0" * 70_000),
    "datetime": st.datetimes(timezones=st.none() | FIXED | ZONES),
    "date": st.dates(),
    "timedelta": st.timedeltas(),
    "Decimal": st.decimals(allow_nan=False),
    "UUID": st.uuids().map(lambda one: UUID(str(one))),
    "path": PATHS,
    "None": st.none(),
    "Literal['a', 1, True]": st.sampled_from(["a", 1, True]),
    f"{SHOP}:Item": ITEMS,
    f"{SHOP}:Order": ORDERS,
    f"{SHOP}:Colour": st.sampled_from(shop.Colour),
    f"{SHOP}:Point": st.builds(shop.Point, st.floats(allow_nan=False)),
}
_KEYS = ("int", "str", "bool", "bytes", "date", "Decimal", "UUID", "datetime")


@st.composite
def scalars(draw: st.DrawFn, names: tuple[str, ...] = tuple(SCALARS)) -> Typed:
    """A value of a type without parts."""
    name = draw(st.sampled_from(names))
    return name, draw(SCALARS[name])


@st.composite
def containers(draw: st.DrawFn, inner: st.SearchStrategy[Typed]) -> Typed:
    """A value of a type with parts."""
    kind = draw(st.sampled_from(["list", "tuple", "any tuple", "dict", "set", "frozenset", "union"]))
    name, value = draw(inner)
    if kind in ("set", "frozenset", "dict"):
        key, hashable = draw(scalars(_KEYS))
        if kind == "dict":
            return f"dict[{key}, {name}]", {hashable: value}
        return f"{kind}[{key}]", {hashable} if kind == "set" else frozenset([hashable])
    if kind == "tuple":
        other, second = draw(inner)
        return f"tuple[{name}, {other}]", (value, second)
    if kind == "any tuple":
        return f"tuple[{name}, ...]", (value,) * draw(st.integers(0, 2))
    if kind == "union":
        return f"{name} | None", draw(st.sampled_from([value, None]))
    return f"list[{name}]", [value] * draw(st.integers(0, 2))


TYPED: st.SearchStrategy[Typed] = st.recursive(scalars(), containers, max_leaves=4)
