from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu

from flowdesk.gui.app import make_window
from flowdesk.gui.recent import recent_files
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "모델.toml"
    path.write_text("[pipeline]\nname = 'p'\n")
    return path


@pytest.fixture
def window(qapp: QApplication, home: Path, settings: QSettings) -> Iterator[MainWindow]:
    apply_theme(qapp, Scheme.LIGHT)
    made = make_window(home, settings)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_without_a_file_nothing_can_be_run_and_the_button_says_why(window: MainWindow) -> None:
    run, stop, *_ = window.actions_of_run
    assert (run.isEnabled(), run.toolTip()) == (False, "No pipeline is open")
    assert (stop.isEnabled(), stop.toolTip()) == (False, "No pipeline is open")
    assert window.windowTitle() == "flowdesk"


def test_the_arrangement_is_kept_and_can_be_reset(
    window: MainWindow, file: Path, home: Path, settings: QSettings
) -> None:
    window.open_file(file)
    window.shown.log_dock.hide()
    window.close()
    again = make_window(home, settings)
    again.show()
    again.open_file(file)
    try:
        assert not again.shown.log_dock.isVisible()
        again.shown.docks.reset()
        assert again.shown.log_dock.isVisible()
    finally:
        again.close()
        again.deleteLater()


def test_a_pipeline_dropped_on_the_window_is_opened_and_remembered(
    window: MainWindow, settings: QSettings, file: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert window.session.path == file
    assert recent_files(settings) == [file]


def test_every_action_of_the_menus_has_a_text_and_no_two_share_a_key(window: MainWindow) -> None:
    window.menu_actions.fill()
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.actions()]
    actions = [action for menu in menus for action in menu.actions()]
    keys = [key.toString() for action in set(actions) for key in action.shortcuts()]
    assert all(action.text() or action.isSeparator() for action in actions)
    assert {"F5", "Ctrl+R", "Shift+F5", "Ctrl+0", "Ctrl+O"} <= set(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.qt_log_ignore("does not support raise")  # said by the offscreen platform of a dock that moves
def test_panels_that_share_a_place_have_tabs_instead_of_titles(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    window.open_file(file)
    page = window.shown
    tabbed = [
        page.xcoms_dock,
        page.problems_dock,
        page.log_dock,
        page.source_dock,
    ]
    qtbot.waitUntil(lambda: all(dock.titleBarWidget() is not None for dock in tabbed))
    assert page.runs_dock.titleBarWidget() is None
    for dock in page.tabifiedDockWidgets(page.log_dock):
        dock.setFloating(True)
    qtbot.waitUntil(lambda: page.source_dock.titleBarWidget() is None)
    qtbot.waitUntil(lambda: page.log_dock.titleBarWidget() is None)
    page.docks.reset()
    qtbot.waitUntil(lambda: page.log_dock.titleBarWidget() is not None)
