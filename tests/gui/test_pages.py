from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from flowdesk.gui.kept_window import FRONT, TABS
from flowdesk.gui.main_window import MainWindow
from flowdesk.gui.page import PipelinePage
from flowdesk.gui.start.page import StartPage
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three pipelines; the last two have one name, in two folders."""
    names = {"a/one.toml": "one", "a/two.toml": "two", "b/two.toml": "two"}
    for place, name in names.items():
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"[pipeline]\nname = '{name}'\n[tasks.t]\nbash = 'true'\n")
    return [tmp_path / place for place in names]


def tabs(window: MainWindow) -> list[str]:
    strip = window.pages.strip
    return [strip.tabText(place) for place in range(strip.count())]


def read(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.is_reading)


def test_a_file_that_is_open_is_shown_on_its_tab(window: MainWindow, files: list[Path], qtbot: QtBot) -> None:
    for file in (files[0], files[1], files[0]):
        window.open_file(file)
        read(window, qtbot)
    assert tabs(window) == ["one", "two"]
    assert window.session.path == files[0]


def test_namesakes_are_told_apart_by_their_folders(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    for file in files:
        window.open_file(file)
        read(window, qtbot)
    assert tabs(window) == ["one", "two · a", "two · b"]
    assert window.pages.strip.tabToolTip(2).startswith(str(files[2]))


def test_a_tab_closes_by_its_button_and_by_the_middle_button(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    for file in files:
        window.open_file(file)
        read(window, qtbot)
    strip = window.pages.strip
    strip.tabCloseRequested.emit(1)
    assert window.pages.paths == [files[0], files[2]]
    at = QPointF(strip.tabRect(0).center())
    middle, none = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
    released = QEvent.Type.MouseButtonRelease
    QApplication.sendEvent(
        strip, QMouseEvent(released, at, strip.mapToGlobal(at), middle, Qt.MouseButton.NoButton, none)
    )
    assert window.pages.paths == [files[2]]
    window.pages.close_front()
    assert window.page is None
    assert window.start.isVisible()


def test_a_moved_tab_takes_its_page_along(window: MainWindow, files: list[Path], qtbot: QtBot) -> None:
    for file in files:
        window.open_file(file)
        read(window, qtbot)
    window.pages.strip.moveTab(2, 0)
    assert window.pages.paths == [files[2], files[0], files[1]]
    assert window.session.path == files[2]
    window.pages.step(1)
    assert window.session.path == files[0]


def test_a_promised_tab_is_read_once_it_is_looked_at(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window.pages.promise(files[:2])
    assert (window.page, tabs(window)) == (None, ["one", "two"])
    window.open_file(files[2])
    window.pages.step(1)
    read(window, qtbot)
    assert window.session.path == files[0]
    assert [tab.page is None for tab in window.pages._tabs] == [False, True, False]


def test_the_arrangement_goes_along_to_the_next_tab(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    for file in files[:2]:
        window.open_file(file)
        read(window, qtbot)
    window.shown.runs_dock.hide()
    window.pages.step(1)
    assert window.session.path == files[0]
    assert window.shown.runs_dock.isHidden()


def test_the_icon_of_a_tab_tells_of_errors(window: MainWindow, files: list[Path], qtbot: QtBot) -> None:
    files[0].write_text("[tasks.t]\nbash = 'true'\nafter = ['nobody']\n")
    window.open_file(files[0])
    read(window, qtbot)
    assert "1 error" in window.pages.strip.tabToolTip(0)
    assert "1 error" in window.pages.strip.accessibleTabName(0)


def test_nothing_of_a_closed_tab_stays_alive(window: MainWindow, files: list[Path], qtbot: QtBot) -> None:
    window.open_file(files[0])
    read(window, qtbot)
    window.open_file(files[1])
    read(window, qtbot)
    page = window.shown
    gone = [weakref.ref(one) for one in (page, page.session, page.stage.graph, page.session.feed, page.log)]
    del page
    window.pages.close_front()

    def is_gone() -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return not [one for one in gone if one() is not None]

    qtbot.waitUntil(is_gone)


def test_what_is_asked_for_lies_beside_what_was_in_front_and_alone_is_read(
    qapp: QApplication, home: Path, tmp_path: Path, files: list[Path], qtbot: QtBot
) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue(TABS, [str(files[0]), str(files[1])])
    settings.setValue(FRONT, str(files[0]))
    window = MainWindow(home, settings)
    window.open_again([files[2]])
    window.show()
    read(window, qtbot)
    assert window.pages.paths == [files[0], files[2], files[1]]
    assert [page.path for page in window.findChildren(PipelinePage)] == [files[2]]
    assert not window.findChildren(StartPage)
    window.close()
    window.deleteLater()
