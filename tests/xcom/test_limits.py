"""A value keeps its limits, or it is said which it breaks; what it has no measure for says nothing of it."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest

from flowdesk.xcom.limits import broken


@pytest.mark.parametrize(
    ("limits", "value"),
    [
        ({"ge": 0, "le": 1}, 0),
        ({"ge": 0, "le": 1}, 1.0),
        ({"gt": 0, "lt": 1}, Decimal("0.5")),
        ({"ge": 5}, "text"),
        ({"ge": 5}, True),
        ({"min_length": 1, "max_length": 2}, "ab"),
        ({"max_length": 0}, []),
        ({"min_length": 1}, 5),
        ({"pattern": "^[a-z]+$"}, "abc"),
        ({"pattern": "b"}, "abc"),
        ({"pattern": "b"}, None),
        ({}, -1),
    ],
)
def test_a_value_within_its_limits_is_fine(limits: dict[str, object], value: object) -> None:
    assert broken(limits, value) is None


@pytest.mark.parametrize(
    ("limits", "value", "sentence"),
    [
        ({"ge": 0}, -1, "must be at least 0, and is -1"),
        ({"gt": 0}, 0, "must be more than 0, and is 0"),
        ({"le": 1}, 1.5, "must be at most 1, and is 1.5"),
        ({"lt": 1}, 1, "must be less than 1, and is 1"),
        ({"ge": 0}, math.nan, "must be at least 0, and is nan"),
        ({"min_length": 1}, "", "must have at least 1 characters, and has 0"),
        ({"max_length": 1}, {1: 1, 2: 2}, "must have at most 1 items, and has 2"),
        ({"pattern": "^b"}, "abc", "must match ^b, and is 'abc'"),
    ],
)
def test_a_broken_limit_is_said(limits: dict[str, object], value: object, sentence: str) -> None:
    assert broken(limits, value) == sentence
