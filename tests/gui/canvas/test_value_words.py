from __future__ import annotations

import pytest

from flowdesk.gui.canvas.value_words import MOST, TIMES, value_words
from flowdesk.plan.run_view import ValueView


def words(kind: str, preview: str, size: int = 10, *, is_secret: bool = False) -> str:
    return value_words(ValueView(kind, preview, 1, size, 5.0, is_secret=is_secret))


@pytest.mark.parametrize(
    ("kind", "preview", "said"),
    [
        ("float", "0.873125", "0.8731"),
        ("float", "nan", "nan"),
        ("int", "12840", "12840"),
        ("bool", "True", "True"),
        ("str", "linear", "«linear»"),
        ("str", "", "«»"),
        ("list", "[3 items] 1, 2, 3", "[3 items]"),
        ("list[float]", "[1 item] … 0.5", "[1 item]"),
        ("dict", "{1,200 keys} 'a': 1", "{1,200 keys}"),
        ("tuple", "(2 items) 1, 2", "(2 items)"),
        ("table", "table 120 rows x 8 columns, 7.2 KiB", f"120{TIMES}8 table"),
        ("array", "array float32 [3 x 4], 48 B", f"3{TIMES}4 array"),
        ("array", "array float64 [], 8 B", "scalar array"),
        ("file", "data.csv 2.1 MiB", "2.1 MiB file"),
        ("directory", "out/ 12 files, 3.0 KiB", "3.0 KiB directory"),
        ("file", "no size told", "no size told"),
    ],
)
def test_a_value_is_shortened_by_its_type(kind: str, preview: str, said: str) -> None:
    assert words(kind, preview) == said


def test_a_long_text_is_cut_within_its_quotes() -> None:
    said = words("str", "열두 글자보다 긴 값입니다 " * 5)
    assert said.startswith("«열두")
    assert said.endswith("…»")
    assert len(said) == MOST


def test_a_text_that_only_looks_like_a_list_is_quoted_by_its_type() -> None:
    assert words("str", "[3 rabbits]") == "«[3 rabbits]»"


def test_a_secret_is_dots_whatever_it_is() -> None:
    assert words("float", "0.5", is_secret=True) == "••••••"
