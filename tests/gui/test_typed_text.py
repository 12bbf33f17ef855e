from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from flowdesk.gui.typed_text import NEEDED, as_params, as_typed, fault_of, value_of
from flowdesk.plan.plan import Param, Push
from flowdesk.xcom.values import encode


@pytest.mark.parametrize(
    ("type_", "value", "typed"),
    [
        ("str", "O'Hara; rm -rf /", "O'Hara; rm -rf /"),
        ("int", 3, "3"),
        ("float", 0.5, "0.5"),
        ("bool", True, "true"),
        ("date", date(2026, 1, 31), "2026-01-31"),
        ("datetime", datetime(2026, 1, 31, 6, tzinfo=UTC), "2026-01-31T06:00:00+00:00"),
        ("timedelta", timedelta(minutes=2), "120"),
        ("Decimal", Decimal("1.50"), "1.50"),
        ("UUID", UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        ("path", Path("a b"), "a b"),
        ("list[str]", ["모델", "b"], '["모델", "b"]'),
    ],
)
def test_a_value_is_shown_as_it_would_be_typed_and_comes_back_the_same(
    type_: str, value: object, typed: str
) -> None:
    assert as_typed(encode(value), type_) == typed
    assert value_of(Param("p", type_), typed) == encode(value)


def test_what_no_plain_text_means_is_shown_as_json() -> None:
    pair = encode((1, 2))
    assert value_of(Param("p", "tuple[int, int]"), as_typed(pair, "tuple[int, int]")) == pair


def test_what_is_wrong_is_said_in_the_words_of_the_command_line() -> None:
    rows = Param("rows", "int", default="3", ge=1)
    assert fault_of(rows, None) == ""
    assert "of type int" in fault_of(rows, "many")
    assert not fault_of(rows, "many").startswith("param")
    assert fault_of(rows, "0")
    assert fault_of(Param("rows", "int"), None) == NEEDED
    assert fault_of(Param("rows", "int", required=False), None) == ""


def test_a_key_that_a_person_gives_is_held_to_its_limits() -> None:
    (accuracy,) = as_params([Push("accuracy", "float", le=1.0)])
    assert fault_of(accuracy, "0.5") == ""
    assert fault_of(accuracy, "1.5")
