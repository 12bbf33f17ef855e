"""Previews are short, in one line, and say what a value is like."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.xcom.values import encode, preview
from tests.xcom.test_values import VALUES


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("hello", "hello"),
        ("두 줄\n\x1b[31m", "두 줄↵�[31m"),
        (0.1 + 0.2, "0.3"),
        (12, "12"),
        (None, "None"),
        (True, "True"),
        ([1, 2, 3], "[3 items] 1, 2, 3"),
        ([], "[]"),
        (("a",), "(1 item) 'a'"),
        ({"best": 0.75, "x": [1, 2]}, "{2 keys} 'best': 0.75, 'x': [2 items]"),
        ({7}, "{1 item} 7"),
        (b"hello", "5 bytes 68656c6c6f"),
        (datetime(2020, 1, 2, 3, 4, 5), "2020-01-02 03:04:05"),  # noqa: DTZ001 - a naive one is meant
        (Decimal("1.10"), "1.10"),
        (Path("a/b"), "a/b"),
        (1 << 5000, "an int of 5,001 bits"),
    ],
)
def test_a_preview_reads_well(value: object, shown: str) -> None:
    assert preview(encode(value)) == shown


@given(VALUES, st.integers(8, 100))
def test_a_preview_is_one_line_of_its_width(value: object, width: int) -> None:
    shown = preview(encode(value), width)
    assert len(shown) <= width
    assert shown.isprintable()


@given(st.text(st.sampled_from('a\\"\n가\x01'), max_size=200))
def test_a_long_string_starts_as_the_whole_one_does(text: str) -> None:
    assert preview(encode(text), 10).rstrip("…")[:9] == preview(encode(text), 10_000)[:9]


def test_a_huge_value_is_shown_by_its_size() -> None:
    assert preview(encode([1] * 400_000)) == "list, 1,200,000 characters as JSON"
