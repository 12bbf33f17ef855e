"""Reading what tasks print, as somebody does whose pipeline has failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.log.levels import Level
from flowdesk.plan.states import RunState
from tests.journeys.test_window import LONG, press, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

LOAD = """
import sys

def load(ti):
    print("\\x1b[32mINFO\\x1b[0m reading 가격.csv")
    for row in range(300):
        print(f"INFO row {row}")
    print("WARNING: 2 rows are empty", file=sys.stderr)
    if ti.try_number < 2:
        raise ValueError("row 7 is no number")
    print("INFO loaded")
"""
PIPELINE = """
[tasks.load]
python = "etl:load"
retries = 1
retry_delay = 0.1
"""


def open_failing(open_window: Open, tmp_path: Path, qtbot: QtBot, retries: int) -> MainWindow:
    (tmp_path / "etl.py").write_text(LOAD, "utf-8")
    path = tmp_path / "etl.toml"
    path.write_text(PIPELINE.replace("retries = 1", f"retries = {retries}"))
    window = open_window(path)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS if retries else RunState.FAILED)
    return window


def test_the_cause_of_a_failure_is_gone_to_and_its_line_opened(
    open_window: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, opened = tmp_path / "code", tmp_path / "opened.txt"
    editor.write_text(f'#!/bin/sh\necho "$@" > {opened}\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    window = open_failing(open_window, tmp_path, qtbot, 0)
    log = window.shown.log
    qtbot.waitUntil(lambda: "row 7 is no number" in log.text.text(), timeout=LONG)
    qtbot.waitUntil(log.head.errors.isVisible)
    assert log.head.errors.text() == "1 error"
    QTest.mouseClick(log.head.errors, Qt.MouseButton.LeftButton)
    assert "Traceback" in log.text.accessibleDescription()
    while "etl.py" not in log.text.accessibleDescription():
        QTest.keyClick(log.text, Qt.Key.Key_Down)
    QTest.keyClick(log.text, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.exists, timeout=LONG)
    qtbot.waitUntil(lambda: opened.read_text().endswith("\n"))
    assert opened.read_text().endswith("etl.py:10\n")


def test_the_log_is_searched_filtered_and_read_try_by_try(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_failing(open_window, tmp_path, qtbot, 1)
    window.session.select_task("load")
    log = window.shown.log
    qtbot.waitUntil(lambda: "INFO loaded" in log.text.text(), timeout=LONG)
    assert log.text.text().startswith("INFO reading 가격.csv\n")
    log.find_bar.open()
    log.find_bar.field.setText(r"row 29\d")
    log.find_bar.regex.click()
    qtbot.waitUntil(lambda: log.find_bar.answer.text().endswith("of 10"))
    QTest.keyClick(log.find_bar.field, Qt.Key.Key_Return)
    assert log.text.accessibleDescription() in {f"INFO row 29{digit}" for digit in range(10)}
    QTest.keyClick(log.find_bar.field, Qt.Key.Key_Escape)
    log.filter.levels[Level.WARNING].trigger()
    assert log.text.text() == "WARNING: 2 rows are empty\n"
    log.filter.show_all()
    tries = log.head.tries
    tries.setCurrentIndex(tries.findText("All tries"))
    tries.activated.emit(tries.currentIndex())
    qtbot.waitUntil(lambda: log.text.text().startswith("Try 1 · failed\n"), timeout=LONG)
    qtbot.waitUntil(lambda: "INFO loaded" in log.text.text(), timeout=LONG)
    assert "\nTry 2\n" in log.text.text()
