from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.inspector.json_model import JsonModel
from flowdesk.gui.inspector.json_text import JsonText, Page, Part, Rest
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("qapp")


class Reader:
    """Reads pages of two parts when it is let."""

    def __init__(self, json: JsonText) -> None:
        self.json = json
        self.asked: list[tuple[Part, Rest | None, Callable[[Page], None]]] = []

    def read(self, part: Part, rest: Rest | None, take: Callable[[Page], None]) -> None:
        self.asked.append((part, rest, take))

    def let(self) -> None:
        part, rest, take = self.asked.pop(0)
        take(self.json.page(part, rest, most=2))


def model_of(value: object) -> tuple[JsonModel, Reader]:
    model = JsonModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    json = JsonText(encode(value).encode())
    reader = Reader(json)
    page = json.page(json.whole(), most=2)
    model.show_parts(json, page.parts, (json.whole(), page.rest) if page.rest else None, reader.read)
    return model, reader


def labels(model: JsonModel, parent: QModelIndex | None = None) -> list[str]:
    above = parent or QModelIndex()
    return [model.index(row, 0, above).data() for row in range(model.rowCount(above))]


def fetch(model: JsonModel, reader: Reader, parent: QModelIndex | None = None) -> None:
    model.fetchMore(parent or QModelIndex())
    while reader.asked:
        reader.let()


def test_more_parts_come_when_they_are_asked_for_and_indexes_stay() -> None:
    model, reader = model_of({"a": 1, "b": 2, "c": 3})
    kept = QPersistentModelIndex(model.index(1, 2))
    assert labels(model) == ["a", "b"]
    fetch(model, reader)
    assert (labels(model), model.canFetchMore(QModelIndex())) == (["a", "b", "c"], False)
    assert kept.data() == "2"


def test_a_part_is_read_when_it_is_opened() -> None:
    model, reader = model_of({"a": [10, 20, 30], "b": []})
    first, second = model.index(0, 0), model.index(1, 0)
    assert (model.hasChildren(first), model.hasChildren(second)) == (True, False)
    fetch(model, reader, first)
    kept = QPersistentModelIndex(model.index(1, 2, first))
    fetch(model, reader, first)
    assert [model.index(row, 2, first).data() for row in range(3)] == ["10", "20", "30"]
    assert kept.data() == "20"
    assert kept.parent() == first


def test_nothing_is_asked_for_twice_while_it_is_on_its_way() -> None:
    model, reader = model_of([1, 2, 3])
    for _ in range(3):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert len([part for part, _, _ in reader.asked if part.path == ""]) == 1


def test_a_page_of_a_value_that_is_gone_is_dropped() -> None:
    model, reader = model_of({"a": [1, 2]})
    model.fetchMore(model.index(0, 0))
    model.clear()
    while reader.asked:
        reader.let()
    assert model.rowCount() == 0
