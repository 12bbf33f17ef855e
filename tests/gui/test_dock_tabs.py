from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QTabBar, QWidget

from flowdesk.gui.dock_tabs import DockTabs
from flowdesk.gui.docks import Docks
from flowdesk.gui.page_panels import BOTTOM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget
    from pytestqt.qtbot import QtBot

# Said by the offscreen platform of a dock that becomes a window.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")


@pytest.fixture
def pair(qtbot: QtBot) -> tuple[QDockWidget, QDockWidget]:
    """Two docks on one place."""
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = Docks(window)
    one, other = (docks.add(title, QWidget, BOTTOM) for title in ("One", "Other"))
    window.tabifyDockWidget(one, other)
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: one.titleBarWidget() is not None)
    one.kept = window  # type: ignore[attr-defined]  # for as long as the docks
    return one, other


def tabs_of(dock: QDockWidget) -> QTabBar:
    return next(tabs for tabs in dock.window().findChildren(QTabBar) if tabs.count())


def test_a_double_click_on_a_tab_floats_its_dock(pair: tuple[QDockWidget, QDockWidget], qtbot: QtBot) -> None:
    one, other = pair
    tabs = tabs_of(one)
    QTest.mouseDClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert other.isFloating()
    qtbot.waitUntil(lambda: one.titleBarWidget() is None and other.titleBarWidget() is None)


def test_the_menu_of_a_tab_floats_and_closes_its_dock(pair: tuple[QDockWidget, QDockWidget]) -> None:
    one, other = pair
    found = tabs_of(one).findChild(DockTabs)
    assert isinstance(found, DockTabs)
    menu = found.menu_of(1)
    assert menu is not None
    menu.actions()[1].trigger()
    assert other.isHidden()
    other.show()
    menu = found.menu_of(1)
    assert menu is not None
    menu.actions()[0].trigger()
    assert other.isFloating()
    assert found.menu_of(-1) is None
