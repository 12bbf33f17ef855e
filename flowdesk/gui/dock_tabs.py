"""What a dock's title would offer, for docks with a tab instead: a double click floats, a menu closes too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QMenu

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QTabBar


class DockTabs(QObject):
    """Belongs to one row of tabs that Qt made in `window`, and goes with it."""

    def __init__(self, tabs: QTabBar, window: QMainWindow) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._window = window
        tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tabs.customContextMenuRequested.connect(self._on_tabs_menu_requested)
        tabs.tabBarDoubleClicked.connect(self.float_dock)

    def float_dock(self, tab: int) -> None:
        """Let the dock of a tab be a window of its own."""
        if dock := self._dock_of(tab):
            dock.setFloating(True)

    def menu_of(self, tab: int) -> QMenu | None:
        """The menu of a tab, which deletes itself when it closes; None beside the tabs."""
        dock = self._dock_of(tab)
        if dock is None:
            return None
        menu = QMenu(self._tabs)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Float")).setData(tab)
        close = menu.addAction(tr("&Close"))
        close.triggered.connect(dock.close)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _dock_of(self, tab: int) -> QDockWidget | None:
        # Qt keeps to itself which tab is whose; the titles are all different.
        title = self._tabs.tabText(tab)
        docks = self._window.findChildren(QDockWidget)
        return next((dock for dock in docks if title and dock.windowTitle() == title), None)

    def _on_menu_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self.float_dock(action.data())

    def _on_tabs_menu_requested(self, at: QPoint) -> None:
        if menu := self.menu_of(self._tabs.tabAt(at)):
            menu.popup(self._tabs.mapToGlobal(at))
