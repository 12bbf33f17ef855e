"""Columns that do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from flowdesk.gui.panels.narrow_columns import NarrowColumns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("room", "shown"), [(20, [0]), (100, [0]), (179, [0]), (180, [0, 2]), (400, [0, 1, 2])]
)
def test_columns_that_tell_least_are_left_out_where_there_is_no_room(
    qtbot: QtBot, room: int, shown: list[int]
) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 3, table))
    columns = NarrowColumns(table, {0: 100, 2: 80, 1: 50}, always=1)

    columns.fit(room)

    assert [column for column in range(3) if not table.isColumnHidden(column)] == shown
