"""A table of any of the three libraries comes back, for any of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from polars.testing import assert_frame_equal

from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import Stored, reference
from flowdesk.xcom.tables import ROWS_AT_ONCE, map_table, read_table
from flowdesk.xcom.types import parse
from flowdesk.xcom.values import Unstorable, decode

if TYPE_CHECKING:
    from pathlib import Path


def kept(value: object, root: Path) -> tuple[str, Stored]:
    text = keep(parse("table").convert(value), Files(root))
    stored = reference(text)
    assert stored is not None
    return text, stored


FRAME = pd.DataFrame(
    {
        "n": pd.array([1, None, 3], dtype="Int64"),
        "f": [0.5, float("nan"), float("inf")],
        "s": ["a", None, "정확도"],
        "c": pd.Categorical(["x", "y", "x"], ordered=True),
        "t": pd.date_range("2020-01-01", periods=3, tz="Asia/Seoul"),
        "d": pd.to_timedelta([1, 2, 3], unit="s"),
    },
    index=pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)], names=["k", "n_"]),
)


def test_a_frame_of_pandas_comes_back_with_its_index_and_types(tmp_path: Path) -> None:
    text, stored = kept(FRAME, tmp_path)
    back = decode(text, Places(tmp_path))
    pd.testing.assert_frame_equal(back, FRAME)
    assert stored.about["rows"] == 3
    assert stored.about["library"] == "pandas"
    assert ["s", "large_string"] in stored.about["columns"]
    assert text.startswith('{"$": "stored"')


def test_a_frame_of_polars_comes_back_with_its_types(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "i": pl.Series([1, None], dtype=pl.UInt8),
            "c": pl.Series(["p", "q"], dtype=pl.Categorical),
            "e": pl.Series(["p", "q"], dtype=pl.Enum(["q", "p"])),
            "l": [[1], [2, 3]],
            "m": [datetime(2020, 1, 1, tzinfo=UTC), None],
            "d": [date(2020, 1, 1), None],
            "t": [timedelta(1), None],
            "x": pl.Series([Decimal("1.50"), Decimal("2.25")]),
            "st": [{"a": 1}, {"a": None}],
            "b": [b"1", b""],
            "arr": pl.Series([[1, 2], [3, 4]], dtype=pl.Array(pl.Int64, 2)),
        }
    )
    back = decode(kept(frame, tmp_path)[0], Places(tmp_path))
    assert isinstance(back, pl.DataFrame)
    assert back.schema == frame.schema
    assert_frame_equal(back, frame)


def test_a_table_of_pyarrow_comes_back_with_its_metadata(tmp_path: Path) -> None:
    table = pa.table({"a": [1, None], "u": pa.array([{"x": 1}, None])}).replace_schema_metadata({"by": "me"})
    back: Any = decode(kept(table, tmp_path)[0], Places(tmp_path))
    assert back.equals(table, check_metadata=True)
    batch = pa.record_batch({"a": [1, 2]})
    assert decode(kept(batch, tmp_path)[0], Places(tmp_path)) == pa.Table.from_batches([batch])


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
def test_each_library_reads_what_any_wrote(tmp_path: Path, library: str, make: Any) -> None:  # noqa: ANN401 - a class
    _, stored = kept(make({"a": [1, 2], "s": ["x", None]}), tmp_path)
    back: Any = read_table(Files(tmp_path).path(stored), library, wanted=True)
    assert type(back).__module__.partition(".")[0] == library
    assert list(back["a"].to_pylist() if library == "pyarrow" else back["a"]) == [1, 2]


def test_a_large_table_is_written_in_batches_and_can_be_mapped(tmp_path: Path) -> None:
    rows = ROWS_AT_ONCE * 2 + 1
    _, stored = kept(pa.table({"a": range(rows)}), tmp_path)
    mapped = map_table(Files(tmp_path).path(stored))
    assert mapped.num_rows == rows
    assert mapped["a"].num_chunks == 3


@pytest.mark.parametrize("value", [pd.DataFrame({"a": [1, "x"]}), pd.DataFrame({"a": [object()]})])
def test_a_column_that_arrow_has_no_type_for_is_refused_by_its_name(tmp_path: Path, value: object) -> None:
    with pytest.raises(Unstorable, match=r"^the table cannot be stored: .*column a"):
        keep(value, Files(tmp_path))


def test_a_table_without_rows_or_columns_comes_back(tmp_path: Path) -> None:
    for frame in (pd.DataFrame(), pd.DataFrame({"a": pd.Series([], dtype="float64")})):
        pd.testing.assert_frame_equal(decode(kept(frame, tmp_path)[0], Places(tmp_path)), frame)
