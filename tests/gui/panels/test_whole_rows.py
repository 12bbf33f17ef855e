"""Tables of whole rows: how they are copied, and what they say where they are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtTest import QTest

from flowdesk.gui.override import override
from flowdesk.gui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Places(WholeRows):
    """Copies the places of its rows."""

    @override
    def copied_text(self) -> str:
        return " ".join(map(str, self.selected_places()))


@pytest.fixture
def table(qtbot: QtBot) -> Places:
    model = QStandardItemModel(3, 2)
    made = Places(model, "Nothing ran yet.")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(300, 160)
    made.show()
    return made


def test_the_selected_rows_are_copied_from_the_top_whatever_was_selected_first(table: Places) -> None:
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place in (2, 0):
        table.selectionModel().select(table.model().index(place, 1), rows)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "0 2"


def test_the_hint_is_there_as_long_as_there_are_no_rows(table: Places) -> None:
    table.model().removeRows(0, 3)
    empty = table.viewport().grab().toImage()
    table.hint = ""
    bare = table.viewport().grab().toImage()
    assert empty != bare


def test_columns_get_their_widths(table: Places) -> None:
    table.set_widths({0: 120, 1: 40})
    assert [table.columnWidth(column) for column in (0, 1)] == [120, 40]
