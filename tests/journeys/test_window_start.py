"""What somebody meets who has no pipeline open, and how he goes on with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from flowdesk.gui.app import make_window
from flowdesk.gui.theme import Scheme, apply_theme
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.start.row import PipelineRow
    from flowdesk.gui.start.section import Section

    Start = Callable[[], MainWindow]

LONG = 30_000


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, home: Path, tmp_path: Path) -> Iterator[Start]:
    """Opens the window as `flowdesk open` does, with what was open before."""
    apply_theme(qapp, Scheme.LIGHT)
    windows: list[MainWindow] = []

    def started() -> MainWindow:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(home, settings)
        windows.append(window)
        window.show()
        window.open_again()
        qtbot.waitExposed(window)
        return window

    yield started
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three pipelines, one of them deeper, and of other files."""
    here = tmp_path / "project"
    (here / "deep").mkdir(parents=True)
    for name in ("a", "b", "deep/c"):
        (here / f"{name}.toml").write_text(
            f'[pipeline]\nname = "{name[-1]}-pipeline"\n[tasks.t]\nbash = "true"\n'
        )
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (here / "settings.toml").write_text("colour = 'red'\n")
    return here


def titles(section: Section) -> list[str]:
    return [row.words.title for row in section.rows]


def row_of(section: Section, title: str) -> PipelineRow:
    return next(row for row in section.rows if row.words.title == title)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_stranger_finds_the_examples_and_runs_one(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.start.isVisible()
    assert window.start.recent.empty.isVisible()
    qtbot.waitUntil(lambda: "shell" in titles(window.start.examples), timeout=LONG)
    row = row_of(window.start.examples, "shell")
    assert row.words.more == "Count words with the shell"
    assert row.run is not None
    QTest.mouseClick(row.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=LONG)
    assert not window.start.isVisible()


def test_what_was_opened_is_listed_with_how_its_last_run_ended(
    start: Start, train: Path, qtbot: QtBot
) -> None:
    window = start()
    window.open_and_run(train)
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=LONG)
    window.pages.show_start()
    qtbot.waitUntil(lambda: row_of(window.start.recent, "train").words.state == "Success", timeout=LONG)
    row = row_of(window.start.recent, "train")
    assert (row.words.more, row.words.aside) == (str(train.parent), "just now")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert window.session.path == train
    assert window.pages.paths == [train]
    assert window.pages.strip.count() == 1  # the start page's own tab is gone


def test_a_folder_lists_its_pipelines(start: Start, folder: Path, qtbot: QtBot) -> None:
    window = start()
    drop(window, folder)
    found = window.start.found
    qtbot.waitUntil(lambda: titles(found) == ["a-pipeline", "b-pipeline", "c-pipeline"], timeout=LONG)
    assert "3 pipelines" in found.title.text()
    assert row_of(found, "c-pipeline").words.more == "deep/c.toml"
    qtbot.waitUntil(found.rows[1].isVisible)
    found.rows[0].setFocus()
    QTest.keyClick(found.rows[0], Qt.Key.Key_Down)
    qtbot.waitUntil(found.rows[1].hasFocus)
    QTest.keyClick(found.rows[1], Qt.Key.Key_Return)
    assert window.session.path == folder / "b.toml"


def test_several_files_are_dropped_and_each_gets_a_tab(start: Start, folder: Path) -> None:
    window = start()
    drop(window, folder / "a.toml", folder / "b.toml", folder / "deep" / "c.toml")
    assert sorted(window.pages.paths) == sorted(folder.rglob("[abc].toml"))
    assert window.session.path == folder / "a.toml"


def test_the_tabs_are_there_again_at_the_next_start(start: Start, folder: Path, qtbot: QtBot) -> None:
    window = start()
    window.open_files([folder / "a.toml", folder / "b.toml"])
    window.shown.runs_dock.hide()
    order = window.pages.paths
    window.close()
    again = start()
    assert again.pages.paths == order
    assert again.session.path == folder / "a.toml"
    assert again.shown.runs_dock.isHidden()
    assert [tab.page is None for tab in again.pages._tabs].count(True) == 1
    qtbot.waitUntil(lambda: bool(again.session.view.plan.tasks), timeout=LONG)
    again.pages.step(1)
    qtbot.waitUntil(lambda: bool(again.session.view.plan.tasks), timeout=LONG)
    assert again.session.path == folder / "b.toml"


def test_a_tab_closed_by_mistake_is_opened_again(start: Start, folder: Path) -> None:
    window = start()
    window.open_files([folder / "a.toml", folder / "b.toml"])
    window.pages.close_front()
    assert window.pages.paths == [folder / "b.toml"]
    window.reopen()
    assert window.session.path == folder / "a.toml"


@pytest.mark.qt_log_ignore("does not support raise")  # said by the offscreen platform
def test_a_file_that_is_brought_later_comes_to_the_front(start: Start, folder: Path) -> None:
    window = start()
    window.open_file(folder / "a.toml")
    window.showMinimized()
    window.let_in([folder / "b.toml"])
    assert not window.isMinimized()
    assert window.session.path == folder / "b.toml"
