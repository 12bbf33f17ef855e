"""What is kept as a file takes files, arrays and tables; a class is named by its module."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from flowdesk.xcom.kept import FileToKeep, Kept, Model, parts
from flowdesk.xcom.types import Mismatch, parse

TABLE = {"a": [1, 2]}


@pytest.mark.parametrize("name", ["file", "array", "table"])
def test_what_is_kept_as_a_file_is_a_type(name: str) -> None:
    assert parse(name) == Kept(name)
    assert str(parse(name)) == name


@pytest.mark.parametrize("value", ["a.csv", Path("a.csv"), io.BytesIO(b"x"), io.StringIO("x")])
def test_a_file_is_a_path_or_what_can_be_read(value: object) -> None:
    found = parse("file").convert(value)
    assert isinstance(found, FileToKeep)
    assert found.source is value


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("file", 3, "expected file, got int 3; it takes a path, or a file that is open for reading"),
        ("file", b"x", "expected file, got bytes b'x'; it takes a path, or a file that is open for reading"),
        ("array", [1], "expected array, got list [1]; it takes an array of numpy"),
        (
            "table",
            {"a": [1]},
            "expected table, got dict {'a': [1]}; it takes a table of pandas, polars or pyarrow",
        ),
        ("table", pl.LazyFrame(TABLE), "expected table, got a LazyFrame of polars; push its collect()"),
        ("table", pd.Series([1], name="s"), "expected table, got Series"),
    ],
)
def test_anything_else_is_refused_with_what_would_fit(name: str, value: object, sentence: str) -> None:
    with pytest.raises(Mismatch) as refused:
        parse(name).convert(value)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize("value", [pd.DataFrame(TABLE), pl.DataFrame(TABLE), pa.table(TABLE)])
def test_a_table_is_one_of_three_libraries(value: object) -> None:
    assert parse("table").convert(value) is value


def test_an_array_is_numpys() -> None:
    value = np.zeros(2)
    assert parse("array | None").convert(value) is value


def test_a_class_is_named_by_its_module_and_the_classes_around_it() -> None:
    found = parse("shop.parts:Outer.Inner")
    assert found == Model("shop.parts:Outer.Inner")
    assert isinstance(found, Model)
    assert (found.module, found.name) == ("shop.parts", "Outer.Inner")


def test_all_types_inside_a_type_are_listed() -> None:
    found = parse("dict[str, list[m:A] | tuple[file, int]] | tuple[m:B, ...]")
    assert [str(part) for part in parts(found) if isinstance(part, Model | Kept)] == ["m:A", "file", "m:B"]
