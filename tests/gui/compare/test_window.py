from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from flowdesk.gui.compare.window import CompareWindow, compare_runs
from flowdesk.store.store import Store
from tests.builders import finish_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session


@pytest.fixture
def window(session: Session, home: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[CompareWindow]:
    file = tmp_path / "p.toml"
    file.write_text("[tasks.a]\nbash = 'true'\n[tasks.b]\nbash = 'true'\n")
    with Store.open(home) as store:
        for number in range(1, 4):
            finish_run(store, f"r{number}", path=str(file))
        rows = store.runs()
    session.feed.start()
    session.open(file)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = compare_runs(session, rows, (rows[1], rows[0]), parent)
    qtbot.waitUntil(lambda: "same" in made.foot.text())
    yield made
    made.close_down()


def test_only_differences_are_shown_until_all_are_asked_for(window: CompareWindow) -> None:
    assert "Run #2" in window.windowTitle()
    assert window.pages.value_rows.rows == []
    window.head.only.setChecked(False)
    assert [line.key for line in window.pages.value_rows.rows] == ["score"]
    assert [line.task for line in window.pages.task_rows.rows] == ["a", "b"]


def test_where_the_files_are_the_same_it_says_that_code_is_not_compared(window: CompareWindow) -> None:
    assert window.pages.text.toPlainText() == ""
    assert "Of Python modules no run keeps the code" in window.pages.text.placeholderText()


def test_another_run_is_chosen_and_the_sides_are_swapped(window: CompareWindow, qtbot: QtBot) -> None:
    window.head.before.setCurrentIndex(2)
    window.head.before.activated.emit(2)
    qtbot.waitUntil(lambda: window.pair is not None and window.pair.before.run_id == "r1")
    window.head.swap.click()
    qtbot.waitUntil(lambda: window.pair is not None and window.pair.after.run_id == "r1")
    assert "Run #1" in window.windowTitle()


def test_a_chosen_task_is_selected_in_the_graph(
    window: CompareWindow, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(session.view.plan.tasks))
    window.head.only.setChecked(False)
    window.pages.tasks.selectRow(0)
    qtbot.waitUntil(lambda: session.task in {"a", ""})


def test_its_rows_keep_to_the_rules_of_models(window: CompareWindow) -> None:
    for model in (window.pages.task_rows, window.pages.value_rows, window.pages.fact_rows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    window.head.only.setChecked(False)
    kept = QPersistentModelIndex(window.pages.task_rows.index(1, 0))
    window.head.only.setChecked(True)
    assert not kept.isValid()
