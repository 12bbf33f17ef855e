from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import PurePosixPath

import pytest

from flowdesk.plan.airflow_traits import Trait, traits_of_type, traits_of_value
from flowdesk.xcom.stored import Stored


@pytest.mark.parametrize(
    ("type_", "traits"),
    [
        ("int", set()),
        ("dict[str, list[float]]", set()),
        ("dict", set()),
        ("dict[Literal['a', 'b'] | str, int]", set()),
        ("dict[Literal['a', 1], int]", {Trait.KEYS}),
        ("dict[str | int, int]", {Trait.KEYS}),
        ("bytes | None", {Trait.BYTES}),
        ("list[dict[int, path]]", {Trait.KEYS, Trait.PATH}),
        ("tuple[file, array, table]", {Trait.FILE, Trait.ARRAY, Trait.TABLE}),
        ("shop:Order", {Trait.OBJECT}),
        ("no type", set()),
    ],
)
def test_a_declared_type_has_the_traits_of_all_its_parts(type_: str, traits: set[Trait]) -> None:
    assert traits_of_type(type_) == traits


@pytest.mark.parametrize(
    ("value", "traits"),
    [
        ([1, "a", None, True, 0.5, Decimal("0.1"), datetime.now(UTC), (1,), {2}], set()),
        ({"a": [b"x"]}, {Trait.BYTES}),
        ({1: PurePosixPath("/x")}, {Trait.KEYS, Trait.PATH}),
        ([float("nan")], {Trait.NOT_FINITE}),
        (Decimal("Infinity"), {Trait.NOT_FINITE}),
        (2**63 - 1, set()),
        (2**63, {Trait.BIG_INT}),
        ({"a\0": 1}, {Trait.NUL}),
        (Stored("0" * 64, 1, "npy"), {Trait.ARRAY}),
        ([Stored("0" * 64, 1, "directory")], {Trait.FILE}),
        (Stored("0" * 64, 1, "text"), set()),
    ],
)
def test_a_value_has_the_traits_of_all_that_is_in_it(value: object, traits: set[Trait]) -> None:
    assert traits_of_value(value) == traits
