"""Everything is found by a few letters, with the keys alone."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.palette.palette import Palette

    Open = Callable[[Path], MainWindow]

LONG = 30_000


def opened(window: MainWindow, typed: str = "") -> Palette:
    window.open_palette()
    assert window.palette_ is not None
    QTest.keyClicks(window.palette_.line, typed)
    return window.palette_


def titles(palette: Palette) -> list[str]:
    return [row.entry.title for row in palette.rows.rows]


def test_run_is_typed_and_the_pipeline_runs(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = open_window(train)
    qtbot.waitUntil(window.actions_of_run[0].isEnabled, timeout=LONG)
    palette = opened(window, "run")
    assert titles(palette)[0] == "Run"
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isHidden()
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=LONG)


def test_what_cannot_be_done_says_why_and_stays(open_window: Open, train: Path) -> None:
    window = open_window(train)
    palette = opened(window, "pause")
    row = next(row for row in palette.rows.rows if row.entry.title == "Pause")
    assert row.entry.reason == "No run is shown"
    palette.list.setCurrentIndex(palette.rows.index(palette.rows.rows.index(row), 0))
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert palette.rows.rows == []


def test_a_task_is_gone_to(open_window: Open, train: Path) -> None:
    window = open_window(train)
    palette = opened(window, "choose")
    place = titles(palette).index("choose")
    for _ in range(place):
        QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.session.task == "choose"


def test_every_action_of_the_menus_is_there(open_window: Open, train: Path) -> None:
    window = open_window(train)
    found = titles(opened(window))
    assert {"Open…", "Run", "Fit", "Dark", "About flowdesk", "train.toml"} <= set(found)


def test_it_opens_at_once_even_with_many_tasks(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "many.toml"
    path.write_text("\n".join(f'[tasks.t{number}]\nbash = "true"' for number in range(200)))
    window = open_window(path)
    opened(window).close_down()
    begun = perf_counter()
    opened(window)
    assert perf_counter() - begun < 0.15  # 50 ms on a machine that has nothing else to do
