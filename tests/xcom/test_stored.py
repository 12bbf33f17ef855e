"""A reference tells what a stored file is, and is told from every value that looks like one."""

from __future__ import annotations

import json

import pytest

from flowdesk.xcom.preview import preview
from flowdesk.xcom.stored import Stored, readable, reference, references, size_of
from flowdesk.xcom.values import decode, encode, type_name

HASH = "ab" * 32
ARRAY = Stored(HASH, 3 << 30, "npy", about={"dtype": "float64", "shape": [3, 4]})
TABLE = Stored(HASH, 1800, "arrow", about={"rows": 10_000_000, "columns": [["a", "int64"]]})
LIST = Stored(HASH, 99_999, "json", about={"type": "list", "preview": "[9 items] 1, 2"})


@pytest.mark.parametrize("stored", [ARRAY, TABLE, LIST, Stored(HASH, 1, "file", "a.csv", at="s3://bucket/x")])
def test_a_reference_is_json_and_comes_back(stored: Stored) -> None:
    text = encode(stored)
    json.loads(text)
    assert reference(text) == stored
    assert decode(text) == stored


@pytest.mark.parametrize(
    ("stored", "name", "shown"),
    [
        (ARRAY, "array", "array float64 [3 x 4], 3.0 GiB"),
        (TABLE, "table", "table 10,000,000 rows x 1 columns, 1.8 KiB"),
        (LIST, "list", "[9 items] 1, 2"),
        (Stored(HASH, 5, "file", "a.csv"), "file", "a.csv 5 B"),
        (Stored(HASH, 5, "file"), "file", "file 5 B"),
        (Stored(HASH, 5, "directory", "out", {"files": 2}), "file", "out/ 2 files, 5 B"),
        (Stored(HASH, 5, "text", about={"preview": "abc"}), "str", "abc"),
    ],
)
def test_it_tells_its_type_and_looks_without_its_file(stored: Stored, name: str, shown: str) -> None:
    assert type_name(encode(stored)) == name
    assert preview(encode(stored)) == shown


def test_a_value_that_looks_like_a_reference_is_none() -> None:
    value = {"$": "stored", "sha256": HASH, "size": 1, "form": "file"}
    text = encode(value)
    assert reference(text) is None
    assert decode(text) == value
    assert type_name(text) == "dict"


def test_a_text_that_looks_like_a_reference_counts_as_one_where_files_are_counted_only() -> None:
    text = encode([encode(ARRAY), '{"$": "stored", "sha256": "' + HASH + '", oh'])
    assert list(references(text)) == []
    assert decode(text, None) == json.loads(text)


def test_all_references_in_a_value_are_found() -> None:
    assert list(references(encode({"a": [ARRAY], "b": (TABLE,)}))) == [ARRAY, TABLE]


@pytest.mark.parametrize(
    "text", ['{"$": "stored", "sha256": "../../etc/passwd", "size": 1, "form": "file"}', '{"$": "stored"}']
)
def test_what_is_no_hash_is_no_reference(text: str) -> None:
    with pytest.raises(ValueError, match="not "):
        decode(text)


def test_the_size_is_that_of_the_value() -> None:
    assert size_of('"é"') == 4
    assert size_of(encode(ARRAY)) == 3 << 30
    parts = encode([TABLE, TABLE])
    assert size_of(parts) == len(parts) + 3600


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (3 << 40, "3.0 TiB")]
)
def test_a_size_is_readable(size: int, text: str) -> None:
    assert readable(size) == text
