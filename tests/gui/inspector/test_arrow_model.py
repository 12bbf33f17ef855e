from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.inspector.arrow_model import ArrowModel
from flowdesk.gui.inspector.arrow_rows import ArrowRows, Unsortable

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def rows_of(path: Path, table: object, chunk: int = 2) -> ArrowRows:
    with pa.ipc.new_file(str(path), table.schema) as file:  # type: ignore[attr-defined]  # pyarrow's table
        file.write_table(table, max_chunksize=chunk)
    return ArrowRows(path)


@pytest.fixture
def rows(tmp_path: Path) -> ArrowRows:
    table = pa.table(
        {"n": [3, 1, None, 2, 5], "이름": ["c", "a", "z", "b", "e"], "l": [[1], [], None, [2], [3]]}
    )
    return rows_of(tmp_path / "t.arrow", table)


def model_of(rows: ArrowRows) -> ArrowModel:
    model = ArrowModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows(rows)
    return model


def column(model: ArrowModel, place: int) -> list[str]:
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_cells_are_shown_across_all_batches_of_the_file(rows: ArrowRows) -> None:
    model = model_of(rows)
    assert column(model, 0) == ["3", "1", "", "2", "5"]
    assert column(model, 2) == ["[1 item] 1", "[]", "", "[1 item] 2", "[1 item] 3"]
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)] == ["n", "이름", "l"]


def test_rows_are_put_in_order_with_what_is_absent_last_and_back(rows: ArrowRows) -> None:
    model = model_of(rows)
    kept = QPersistentModelIndex(model.index(0, 0))
    model.put_in_order(rows.ordered(0, is_ascending=False))
    assert column(model, 1) == ["e", "c", "b", "a", "z"]
    assert not kept.isValid()
    model.put_in_order(rows.ordered(0, is_ascending=True))
    assert column(model, 0) == ["1", "2", "3", "5", ""]
    model.put_in_order(None)
    assert column(model, 0) == ["3", "1", "", "2", "5"]


def test_what_has_no_order_says_so(rows: ArrowRows) -> None:
    with pytest.raises(Unsortable, match="'l' cannot be sorted by: list"):
        rows.ordered(2, is_ascending=True)


def test_columns_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array([1, 2]), pa.array([4, 3])], names=["x", "x"])
    model = model_of(rows_of(tmp_path / "t.arrow", table))
    assert model.rows is not None
    model.put_in_order(model.rows.ordered(1, is_ascending=True))
    assert (column(model, 0), column(model, 1)) == (["2", "1"], ["3", "4"])


def test_a_table_without_rows_or_columns_is_shown(tmp_path: Path) -> None:
    empty = model_of(rows_of(tmp_path / "a.arrow", pa.table({"n": pa.array([], pa.int64())})))
    assert (empty.rowCount(), empty.columnCount()) == (0, 1)
    none = model_of(rows_of(tmp_path / "b.arrow", pa.table({})))
    assert (none.rowCount(), none.columnCount()) == (0, 0)
