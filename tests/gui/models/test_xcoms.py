from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.xcoms import MASK, WHY_MASKED, XCom, XComsModel, order_of_value
from flowdesk.store.rows import ValueRow
from flowdesk.xcom.values import encode

pytestmark = pytest.mark.usefixtures("qapp")


def value(task: str, value: object, *, number: int = 1, seq: int = 1, key: str = "k") -> ValueRow:
    return ValueRow("r", task, number, key, type(value).__name__, encode(value), 0.0, seq)


def model_of(*rows: ValueRow) -> XComsModel:
    model = XComsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.reset_values(rows)
    return model


def shown(model: XComsModel) -> list[tuple[str, str, bool]]:
    """Value, try and whether it is greyed, row by row."""
    grey = Qt.ItemDataRole.ForegroundRole
    return [
        (model.index(r, 3).data(), model.index(r, 4).data(), model.index(r, 0).data(grey) is not None)
        for r in range(model.rowCount())
    ]


def test_values_of_earlier_tries_are_kept_and_greyed() -> None:
    model = model_of(value("a", 0.1, seq=1), value("a", 0.2, number=2, seq=2))
    assert shown(model) == [("0.1", "1", True), ("0.2", "2", False)]


def test_a_value_of_the_next_try_greys_the_one_before() -> None:
    model = model_of(value("a", 0.1), value("b", 5, seq=2))
    kept = QPersistentModelIndex(model.index(1, 3))
    model.add_values([value("a", 0.2, number=2, seq=3)])
    assert shown(model) == [("0.1", "1", True), ("5", "1", False), ("0.2", "2", False)]
    assert kept.data() == "5"


def test_the_same_key_pushed_again_in_one_try_takes_the_place_of_the_first() -> None:
    model = model_of(value("a", 1))
    model.add_values([value("a", 2, seq=2)])
    assert shown(model) == [("2", "1", False)]


def test_a_value_that_arrives_twice_is_shown_once() -> None:
    model = model_of()
    row = value("a", 1)
    model.add_values([row])
    model.add_values([row])
    assert shown(model) == [("1", "1", False)]


def test_values_sort_numbers_before_texts_before_all_else() -> None:
    values = ["b", 10, 9.5, "A", [1], None, 2**100, float("nan"), True]
    ordered = sorted(values, key=lambda one: order_of_value(encode(one)))
    assert [str(one) for one in ordered[:5]] == ["nan", "True", "9.5", "10", str(2**100)]
    assert ordered[5:7] == ["A", "b"]
    assert [1] in ordered[7:]


def instance(index: int, value: object, *, number: int = 1, seq: int = 1) -> ValueRow:
    """A value of one of those made of the mapped task `fit`."""
    return ValueRow("r", "fit", number, "k", "int", encode(value), 0.0, seq, index)


def test_values_of_a_mapped_task_are_told_apart_by_name() -> None:
    model = model_of(instance(0, 1), instance(1, 2, seq=2))
    assert shown(model) == [("1", "1", False), ("2", "1", False)]
    assert [model.index(row, 0).data() for row in range(2)] == ["fit[0]", "fit[1]"]
    kept = QPersistentModelIndex(model.index(1, 3))
    model.add_values([instance(0, 3, number=2, seq=3)])
    assert shown(model) == [("1", "1", True), ("2", "1", False), ("3", "2", False)]
    assert kept.data() == "2"


def test_those_of_a_mapped_task_are_sorted_by_their_number() -> None:
    column = XComsModel().columns[0]
    rows = [XCom(instance(index, 1)) for index in (10, 2, 1)]
    assert [row.row.name for row in sorted(rows, key=column.key)] == ["fit[1]", "fit[2]", "fit[10]"]


def test_a_secret_value_is_masked_and_says_why() -> None:
    row = ValueRow("r", "login", 1, "token", "str", '"***"', 0.0, 1, secret=True)
    model = model_of(row)
    cell = model.index(0, 3)
    assert cell.data() == MASK
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == WHY_MASKED
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
