"""A type lets through what fits it, and says where in a value something does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from flowdesk.xcom.shapes import Mismatch
from flowdesk.xcom.types import parse
from flowdesk.xcom.values import Unstorable, decode, encode
from tests.xcom.test_types import EXPRESSIONS
from tests.xcom.test_values import VALUES


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("int", 2**200),
        ("float", float("nan")),
        ("bool", True),
        ("str", Colour.RED),
        ("bytes", b""),
        ("datetime", datetime(2020, 1, 1, tzinfo=UTC)),
        ("date", date(2020, 1, 1)),
        ("timedelta", timedelta(1)),
        ("Decimal", Decimal(1)),
        ("UUID", UUID(int=0)),
        ("path", Path("a")),
        ("None", None),
        ("json", {"a": [1, None, {"b": True}]}),
        ("list[int]", [1, 2]),
        ("list", [1, "a"]),
        ("dict[int, str]", {1: "a"}),
        ("set[str]", {"a"}),
        ("frozenset", frozenset({1})),
        ("tuple[int, str]", (1, "a")),
        ("tuple[int, ...]", ()),
        ("Literal['a', 3]", 3),
        ("Literal['red']", Colour.RED),
        ("int | str", "a"),
        ("float | int", 3),
        ("float | None", None),
    ],
)
def test_what_fits_is_left_as_it_is(text: str, value: object) -> None:
    assert parse(text).convert(value) is value


@pytest.mark.parametrize(
    ("text", "value", "converted"),
    [
        ("float", 3, 3.0),
        ("list[float]", [1, 2.5], [1.0, 2.5]),
        ("tuple[float, int]", (1, 1), (1.0, 1)),
        ("set[float]", {1}, {1.0}),
        ("dict[str, float]", {"a": 1}, {"a": 1.0}),
        ("float | None", 1, 1.0),
    ],
)
def test_an_int_becomes_a_float_where_one_is_declared(text: str, value: object, converted: object) -> None:
    assert repr(parse(text).convert(value)) == repr(converted)


@pytest.mark.parametrize(
    ("text", "value", "sentence"),
    [
        ("int", True, "expected int, got bool True"),
        ("float", False, "expected float, got bool False"),
        ("int", 1.0, "expected int, got float 1.0"),
        ("float", 10**400, "expected float, got an int too large for one"),
        ("date", datetime(2020, 1, 1, tzinfo=UTC), "expected date, got datetime "),
        ("str", None, "expected str, got None"),
        ("list[float]", [1, 2, 3, "x"], "item 3: expected float, got str 'x'"),
        ("dict[str, list[int]]", {"a": [1, None]}, "key 'a', item 1: expected int, got None"),
        ("dict[str, int]", {1: 1}, "key 1: as a key, expected str, got int 1"),
        ("tuple[int, str]", (1,), "expected tuple[int, str], got one of 1"),
        ("list", (1,), "expected list, got tuple (1,)"),
        ("Literal[1]", True, "expected Literal[1], got bool True"),
        ("int | None", "x", "expected int | None, got str 'x'"),
        ("list[int] | None", ["x"], "item 0: expected int, got str 'x'"),
        (
            "json",
            {"a": [float("inf")]},
            "key 'a', item 0: expected json, whose numbers are finite, got float inf",
        ),
        ("json", {1: 2}, "expected json, whose keys are str, got int 1"),
        ("json", [(1,)], "item 0: expected json, got tuple (1,)"),
    ],
)
def test_what_does_not_fit_is_told_with_its_path(text: str, value: object, sentence: str) -> None:
    with pytest.raises(Mismatch) as refused:
        parse(text).convert(value)
    assert str(refused.value).startswith(sentence)


def test_json_that_contains_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(Mismatch, match="more than 100 containers in one another"):
        parse("json").convert(endless)


def test_true_is_no_one_between_literals() -> None:
    assert parse("Literal[True]") != parse("Literal[1]")


def numpy_scalar(kind: str, item: object) -> object:
    """What flowdesk sees of a numpy scalar; numpy itself is no dependency."""
    dtype = SimpleNamespace(kind=kind)
    return type("scalar", (), {"__module__": "numpy", "shape": (), "dtype": dtype, "item": lambda _: item})()


@pytest.mark.parametrize(("kind", "item"), [("M", 1_577_836_800), ("f", numpy_scalar("f", 1))])
def test_a_numpy_scalar_without_an_exact_python_value_is_refused(kind: str, item: object) -> None:
    with pytest.raises(Unstorable, match=r"a value of type numpy\.scalar cannot be stored"):
        encode(numpy_scalar(kind, item))


def test_a_numpy_scalar_counts_as_the_number_it_stands_for() -> None:
    scalar = numpy_scalar("f", 0.5)
    assert parse("float").convert(scalar) == 0.5
    assert decode(encode([scalar])) == [0.5]
    with pytest.raises(Mismatch, match=r"expected int, got float 0\.5"):
        parse("int").convert(scalar)


@given(EXPRESSIONS, VALUES)
def test_what_was_converted_fits_as_it_is(text: str, value: object) -> None:
    try:
        converted = parse(text).convert(value)
    except Mismatch:
        return
    again = parse(text).convert(converted)
    assert again is converted or repr(again) == repr(converted)
