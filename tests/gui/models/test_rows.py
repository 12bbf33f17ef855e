from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.rows import Column, RowsModel

Pair = tuple[str, int]

pytestmark = pytest.mark.usefixtures("qapp")

COLUMNS: tuple[Column[Pair], ...] = (
    Column("Name", lambda row: row[0], tooltip=lambda row: f"the {row[0]}"),
    Column("Number", lambda row: str(row[1]), lambda row: row[1], right=True),
)


def model_of(*rows: Pair) -> RowsModel[Pair]:
    model = RowsModel(COLUMNS, lambda row: row[0], dimmed=lambda row: row[1] < 0)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.reset(rows)
    return model


def names(model: RowsModel[Pair]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_cell_shows_what_its_column_says() -> None:
    model = model_of(("a", 1))
    index = model.index(0, 0)
    assert index.data() == "a"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "the a"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Number"
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_rows_of_the_past_are_dimmed() -> None:
    model = model_of(("a", 1), ("b", -1))
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_an_index_kept_follows_its_row_when_others_come_and_go() -> None:
    model = model_of(("a", 1), ("b", 2), ("c", 3))
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sync([("x", 0), ("y", 0), ("b", 2), ("z", 0)])
    assert names(model) == ["x", "y", "b", "z"]
    assert kept.row() == 2
    assert kept.data() == "b"


def test_an_index_kept_of_a_row_that_goes_is_no_longer_valid() -> None:
    model = model_of(("a", 1), ("b", 2))
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sync([("b", 2)])
    assert not kept.isValid()


def test_a_changed_row_is_told_as_changed_and_nothing_else() -> None:
    model = model_of(("a", 1), ("b", 2))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.sync([("a", 1), ("b", 5)])
    assert changed == [1]
    assert model.index(1, 1).data() == "5"


def test_an_index_kept_follows_its_row_into_another_order() -> None:
    model = model_of(("a", 1), ("b", 2), ("gone", 0))
    kept = QPersistentModelIndex(model.index(0, 1))
    model.sync([("b", 2), ("new", 0), ("a", 1), ("c", 3)])
    assert names(model) == ["b", "new", "a", "c"]
    assert (kept.row(), kept.column()) == (2, 1)


def test_appended_rows_leave_kept_indexes_alone() -> None:
    model = model_of(("a", 1))
    kept = QPersistentModelIndex(model.index(0, 0))
    model.append([("b", 2), ("c", 3)])
    model.append([])
    assert names(model) == ["a", "b", "c"]
    assert kept.row() == 0
