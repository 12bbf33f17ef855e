from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.sorted_rows import SortedRows

Pair = tuple[str, int]

pytestmark = pytest.mark.usefixtures("qapp")


def sorted_of(*rows: Pair) -> SortedRows[Pair]:
    columns: tuple[Column[Pair], ...] = (
        Column("Name", lambda row: row[0]),
        Column("Number", lambda row: str(row[1]), lambda row: row[1]),
    )
    model = RowsModel(columns, lambda row: row[0])
    proxy = SortedRows(model)
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal, proxy)
    model.reset(rows)
    proxy.held = model  # type: ignore[attr-defined]  # keeps the model alive for the test
    return proxy


def names(proxy: SortedRows[Pair]) -> str:
    return "".join(str(proxy.index(row, 0).data()) for row in range(proxy.rowCount()))


def test_numbers_are_sorted_as_numbers_however_large() -> None:
    proxy = sorted_of(("a", 9), ("b", 10), ("c", 2**70), ("d", -1))
    proxy.sort(1)
    assert names(proxy) == "dabc"
    proxy.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(proxy) == "cbad"


def test_unsorted_rows_stay_in_their_order() -> None:
    proxy = sorted_of(("b", 1), ("a", 2))
    assert names(proxy) == "ba"


def test_a_filter_finds_its_words_in_any_column() -> None:
    proxy = sorted_of(("Apple", 12), ("pear", 7))
    proxy.filter_by("app 12")
    assert names(proxy) == "Apple"
    proxy.filter_by("app 7")
    assert names(proxy) == ""
    proxy.filter_by("")
    assert names(proxy) == "Applepear"


def test_a_row_is_found_by_its_key_unless_filtered_away() -> None:
    proxy = sorted_of(("a", 2), ("b", 1))
    proxy.sort(1)
    assert proxy.index_of("a").row() == 1
    proxy.filter_by("b")
    assert not proxy.index_of("a").isValid()
    assert not proxy.index_of("nobody").isValid()


def test_a_new_row_goes_to_its_place_and_kept_indexes_follow() -> None:
    proxy = sorted_of(("a", 2), ("b", 4))
    proxy.sort(1)
    kept = QPersistentModelIndex(proxy.index(1, 0))
    model = proxy.sourceModel()
    assert isinstance(model, RowsModel)
    model.append([("c", 3)])
    assert names(proxy) == "acb"
    assert kept.row() == 2
