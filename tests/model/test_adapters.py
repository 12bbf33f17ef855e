"""A value that a file has is of its type, or JSON's way to write that type; all else does not fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given

from flowdesk.model.adapters import Misfit, adapter_of, value_of
from flowdesk.xcom.types import parse
from tests.xcom.test_types import EXPRESSIONS

ID = "12345678-1234-5678-1234-567812345678"


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        ("int", 1, 1),
        ("float", 1, 1.0),
        ("float", float("inf"), float("inf")),
        ("str", "x", "x"),
        ("bool", True, True),
        ("date", date(2026, 1, 31), date(2026, 1, 31)),
        ("date", "2026-01-31", date(2026, 1, 31)),
        ("datetime", "2026-01-31T06:00:00Z", datetime(2026, 1, 31, 6, tzinfo=UTC)),
        ("timedelta", "1h30m", timedelta(minutes=90)),
        ("timedelta", "PT90M", timedelta(minutes=90)),
        ("Decimal", "0.1", Decimal("0.1")),
        ("UUID", ID, UUID(ID)),
        ("path", "a/b", Path("a/b")),
        ("bytes", "x", b"x"),
        ("tuple[int, str]", [1, "a"], (1, "a")),
        ("tuple[int, ...]", [1, 2], (1, 2)),
        ("set[str]", ["a", "a"], {"a"}),
        ("dict[str, tuple[int, int]]", {"a": [1, 2]}, {"a": (1, 2)}),
        ("list[float] | None", [1, 2.5], [1.0, 2.5]),
        ("Literal['a', 3]", 3, 3),
        ("json", {"a": [1, None]}, {"a": [1, None]}),
        ("any", "x", "x"),
        ("file", "x", "x"),
        ("list[shop:Order]", 1, 1),
    ],
)
def test_a_value_that_fits_becomes_one_of_its_type(type_: str, written: object, value: object) -> None:
    found = value_of(type_, written)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("type_", "written", "sentence"),
    [
        ("int", "1", "expected int, got str '1'"),
        ("int", True, "expected int, got bool True"),
        ("int", 1.0, "expected int, got float 1.0"),
        ("str", 1, "expected str, got int 1"),
        ("str", date(2026, 1, 31), "expected str, got date"),
        ("bool", 1, "expected bool, got int 1"),
        ("list[int]", [1, "x"], "item 1: expected int, got str 'x'"),
        ("tuple[int, int]", [1, 2, 3], "expected tuple[int, int], got list"),
        ("Literal['a', 'b']", "c", "expected Literal['a', 'b'], got str 'c'"),
        ("UUID", "x", "expected UUID, got str 'x'"),
        ("date", "31.1.2026", "expected date, got str"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(type_: str, written: object, sentence: str) -> None:
    with pytest.raises(Misfit) as refused:
        value_of(type_, written)
    assert str(refused.value).startswith(sentence)


def test_limits_are_kept_too() -> None:
    assert value_of("tuple[int, ...]", [1], {"max_length": 1}) == (1,)
    with pytest.raises(Misfit, match="must be at least 1, and is 0"):
        value_of("int", 0, {"ge": 1})


@given(EXPRESSIONS)
def test_every_type_has_an_adapter(text: str) -> None:
    type_ = parse(text)
    assert adapter_of(type_) is adapter_of(type_)
