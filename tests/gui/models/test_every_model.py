"""Every item model of the window: known here, sound to Qt's tester, its kept indexes at their rows."""

from __future__ import annotations

import importlib
import pkgutil
import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

import flowdesk.gui
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.sorted_rows import SortedRows

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

from flowdesk.gui.page_panels import PANELS
from tests.gui.windows import opened_window

TESTED = {
    "ArrowModel": "inspector/test_arrow_model.py",
    "EventsModel": "models/test_events.py",
    "InstancesModel": "models/test_instances.py",
    "JsonModel": "inspector/test_json_model.py",
    "PaletteRows": "palette/test_rows.py",
    "ProblemsModel": "models/test_problems.py",
    "RowsModel": "models/test_rows.py",
    "RunsModel": "models/test_runs.py",
    "SortedRows": "models/test_sorted_rows.py",
    "XComsModel": "models/test_xcoms.py",
}
"""Where each model has its own tests."""

Pair = tuple[int, int]


def models_of_ours() -> set[str]:
    for module in pkgutil.walk_packages(flowdesk.gui.__path__, "flowdesk.gui."):
        importlib.import_module(module.name)
    found: set[str] = set()
    kind: type
    waiting: list[type] = [QAbstractItemModel]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("flowdesk."):
                found.add(kind.__name__)
    return found


def test_each_is_tested_by_itself_with_qts_tester() -> None:
    assert models_of_ours() == set(TESTED)


@pytest.mark.parametrize("seed", range(20))
def test_kept_indexes_stay_at_their_rows_whatever_comes_goes_or_moves(qapp: QApplication, seed: int) -> None:
    assert qapp is not None
    rnd = random.Random(seed)  # noqa: S311 - rows made up
    columns: tuple[Column[Pair], ...] = (Column("Key", lambda row: str(row[0]), lambda row: row[0]),)
    model: RowsModel[Pair] = RowsModel(columns, lambda row: row[0])
    sorted_rows = SortedRows(model)
    sorted_rows.sort(0, rnd.choice([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder]))
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(one, fatal, one) for one in (model, sorted_rows)]
    model.sync([(number, 0) for number in range(10)])
    for turn in range(20):
        kept = {row[0]: QPersistentModelIndex(model.index(place, 0)) for place, row in enumerate(model.rows)}
        kept_sorted = {
            key: QPersistentModelIndex(sorted_rows.mapFromSource(index)) for key, index in kept.items()
        }
        keys = rnd.sample(range(30), rnd.randint(0, 20))
        model.sync([(key, turn) for key in keys])
        assert [row[0] for row in model.rows] == keys
        for key, index in kept.items():
            assert index.isValid() == kept_sorted[key].isValid() == (key in keys)
            if key in keys:
                assert index.data() == kept_sorted[key].data() == str(key)
    assert len(testers) == 2


def test_those_of_a_window_in_use_are_sound(
    qapp: QApplication, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_window(qapp, home, tmp_path, qtbot) as window:
        warning = QAbstractItemModelTester.FailureReportingMode.Warning  # which fails the test
        for panel in PANELS:
            window.shown.docks.find(panel.title).widget()  # made now, if it was not seen yet
        models = [one for one in window.findChildren(QAbstractItemModel) if type(one).__name__ in TESTED]
        testers = [QAbstractItemModelTester(one, warning, one) for one in models]
        assert len(testers) > 4
        page = window.page
        assert page is not None
        page.session.start_run()
        qtbot.waitUntil(lambda: bool(page.session.view.run_state and page.session.view.run_state.is_final))
        qtbot.waitUntil(lambda: page.xcoms.model.rowCount() > 0)
        for one in models:
            for column in range(one.columnCount()):
                one.sort(column, Qt.SortOrder.DescendingOrder)
        page.session.select_task("use")
        page.session.show_file()
        qtbot.waitUntil(lambda: page.session.run is None)
