"""What a shell wrote, as a value of the declared type."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from flowdesk.executors.worker.inputs import as_text
from flowdesk.executors.worker.plain_text import read
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import encode

ID = UUID(int=1)


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("5", "str", "5"),
        (' "x" ', "str", ' "x" '),
        ("5", "int", 5),
        ("5", "float", 5),
        ("1e3", "float", 1000.0),
        ("-inf", "float", float("-inf")),
        (".5", "float | None", 0.5),
        ("true", "bool", True),
        ("[1, 2]", "list[int]", [1, 2]),
        ('{"a": 1}', "dict[str, int]", {"a": 1}),
        ("abc", "any", "abc"),
        ("5", "any", 5),
        ("null", "int | None", None),
        ("abc", "str | None", "abc"),
        ("a", "Literal['a', 'b']", "a"),
        ("2026-01-02", "date", date(2026, 1, 2)),
        ("2026-01-02T03:04:05Z", "datetime", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("90", "timedelta", timedelta(seconds=90)),
        ("1.10", "Decimal", Decimal("1.10")),
        (str(ID), "UUID", ID),
        ("/x/y", "path", Path("/x/y")),
        ("raw", "bytes", b"raw"),
        (encode({1, 2}), "set[int]", {1, 2}),
        ("[1, 2, 2]", "set[int]", {1, 2}),
        ('[1, "a"]', "tuple[int, str]", (1, "a")),
        ("[1, 2, 3]", "tuple[int, ...]", (1, 2, 3)),
        ('{"1": ["1.10"]}', "dict[int, list[Decimal]]", {1: [Decimal("1.10")]}),
        ('["2026-01-02", null]', "tuple[date, int | None] | None", (date(2026, 1, 2), None)),
        ("1h30m", "timedelta", timedelta(minutes=90)),
        ("1:30:00", "timedelta", timedelta(minutes=90)),
        (str(timedelta(days=-1, microseconds=3)), "timedelta", timedelta(days=-1, microseconds=3)),
        (as_text({"a": ({1, 2}, timedelta(2), ID)}), "any", {"a": [[1, 2], "2 days, 0:00:00", str(ID)]}),
    ],
)
def test_a_text_is_read_by_its_type(text: str, type_: str, value: object) -> None:
    found = read(text, parse(type_))
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        ((1, "a", (2.5, None)), "tuple[int, str, tuple[float, int | None]]"),
        ({-1: {Decimal("1E+5")}}, "dict[int, set[Decimal]]"),
        ({ID: [timedelta(3, 4, 5)]}, "dict[UUID, list[timedelta]]"),
        ({date(2026, 1, 2): frozenset({Path("/x")})}, "dict[date, frozenset[path]]"),
    ],
)
def test_what_a_shell_is_given_it_can_give_back(value: object, type_: str) -> None:
    assert parse(type_).convert(read(as_text(value), parse(type_))) == value


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("abc", "int"),
        ("[1, 'a']", "list[int]"),
        ('["1"]', "list[int]"),
        ("[1, 2]", "tuple[int, int, int]"),
        ("[[1]]", "set[list[int]]"),
        ("soon", "datetime"),
        ("", "timedelta"),
    ],
)
def test_a_text_that_fits_in_no_way_is_for_the_type_to_complain_about(text: str, type_: str) -> None:
    with pytest.raises(Mismatch):
        parse(type_).convert(read(text, parse(type_)))
