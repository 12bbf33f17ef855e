"""What is small stays a text, what is large becomes a file, and what both give back is the same."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import LARGEST_TEXT, keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import Stored, reference
from flowdesk.xcom.values import Unstorable, decode, encode
from tests.xcom.test_values import VALUES, shape

if TYPE_CHECKING:
    from pathlib import Path


def whole(text: str) -> Stored:
    found = reference(text)
    assert found is not None
    return found


@given(VALUES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_large_value_comes_back_with_all_its_types(tmp_path: Path, value: object) -> None:
    large = [value, "x" * LARGEST_TEXT]
    text = keep(large, Files(tmp_path))
    assert len(text) < 1000
    assert shape(decode(text, Places(tmp_path))) == shape(large)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("x" * LARGEST_TEXT, None),  # with its quotes it is larger, but it is no file for those
        ("x" * (LARGEST_TEXT + 1), "text"),
        ("é" * LARGEST_TEXT, "text"),
        ("\ud800" * (LARGEST_TEXT + 1), "json"),
        (b"\0" * (LARGEST_TEXT + 1), "bytes"),
        ([0] * 1000, None),
        ([0] * 30_000, "json"),
        pytest.param(2**300_000, "json", id="2**300_000"),
    ],
)
def test_64_kib_are_the_border(tmp_path: Path, value: object, form: str | None) -> None:
    text = keep(value, Files(tmp_path))
    found = reference(text)
    assert (found.form if found else None) == form or len(encode(value)) == LARGEST_TEXT + 2
    assert decode(text, Places(tmp_path)) == value


def test_a_large_value_shows_how_it_begins(tmp_path: Path) -> None:
    stored = whole(keep({"rows": list(range(50_000))}, Files(tmp_path)))
    assert stored.about == {"type": "dict", "preview": "{1 key} 'rows': [50,000 items]"}
    assert stored.type == "dict"
    assert whole(keep(b"\1" * 99_999, Files(tmp_path))).about["preview"].startswith("99,999 bytes 0101")


@pytest.mark.parametrize("value", ["x" * 5000, b"x" * 5000, [0] * 5000, "x" * 99_999, [0] * 99_999])
def test_what_is_too_large_names_both_sizes_and_leaves_nothing(tmp_path: Path, value: object) -> None:
    with pytest.raises(Unstorable, match=r"^[\d,]+ bytes, more than its max_bytes = 100$"):
        keep(value, Files(tmp_path), limit=100)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_open_file_is_what_is_left_to_read_of_it(tmp_path: Path) -> None:
    source = tmp_path / "data.csv"
    source.write_text("head\n1\n2\n")
    with source.open() as file:
        file.readline()
        stored = whole(keep(FileToKeep(file), Files(tmp_path / "values")))
    assert stored.name == "data.csv"
    assert Places(tmp_path / "values").read(stored) == b"1\n2\n"
    nameless = whole(keep(FileToKeep(io.BytesIO(b"x")), Files(tmp_path / "values")))
    assert (nameless.name, nameless.form, nameless.size) == (None, "file", 1)


def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    stored = whole(keep(FileToKeep(tmp_path / "empty"), Files(tmp_path / "values")))
    assert (stored.size, Places(tmp_path / "values").read(stored)) == (0, b"")


def test_a_small_value_asks_for_no_place_at_all() -> None:
    before = set(sys.modules)
    assert keep([1], Places("/nowhere", "s3://nowhere/at/all")) == "[1]"
    assert "s3fs" not in set(sys.modules) - before


def test_large_values_in_a_large_value_come_back(tmp_path: Path) -> None:
    inner = whole(keep("x" * 70_000, Files(tmp_path)))
    text = keep([inner] * 400, Files(tmp_path))
    assert whole(text).about["holds"] == 400
    back: Any = decode(text, Places(tmp_path))
    assert [len(item) for item in back] == [70_000] * 400
