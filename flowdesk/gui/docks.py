"""The panels round the graph: where each lies at first, and how it is brought to the front.

Panels that share a place are told apart by tabs above them; there a title of their own would say the
same once more, so it is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from flowdesk.gui.dock_tabs import DockTabs

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

ARRANGEMENT = 3  # raise it when docks are added or renamed: a kept arrangement of another number is left out
BOTTOM, RIGHT = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
LEAST_RUNS = 344  # pixels; "23 min ago" is whole then


class Docks(QObject):
    """The docks of `window`: values and problems share a place, log, source and value another."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        self._untitled: dict[QDockWidget, QWidget] = {}
        self._first: QByteArray | None = None
        # One look at the tabs for however many docks move at once, after Qt has moved them.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settle_timeout)
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setDocumentMode(True)

    def add(self, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Make a dock for `panel`, known by its first title from now on."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(title)
        dock.setWidget(panel)
        self._window.addDockWidget(area, dock)
        self._docks[title] = dock
        dock.dockLocationChanged.connect(self._settle.start)
        dock.topLevelChanged.connect(self._settle.start)
        dock.visibilityChanged.connect(self._settle.start)
        return dock

    def find(self, title: str) -> QDockWidget:
        """The dock that had this title at first. Raises KeyError where there is none."""
        return self._docks[title]

    def arrange(self) -> None:
        """Put every dock where it is at first."""
        window, docks = self._window, self._docks
        window.splitDockWidget(docks["XComs"], docks["Log"], Qt.Orientation.Horizontal)
        window.tabifyDockWidget(docks["XComs"], docks["Problems"])
        window.tabifyDockWidget(docks["Log"], docks["Source"])
        window.tabifyDockWidget(docks["Source"], docks["Value"])
        for title in ("XComs", "Log"):
            docks[title].raise_()
        self._size()
        self._first = window.saveState(ARRANGEMENT)

    def reset(self) -> None:
        """Go back to the first arrangement, every dock shown."""
        if self._first is not None:
            self._window.restoreState(self._first, ARRANGEMENT)
            self._size()

    @staticmethod
    def bring(dock: QDockWidget) -> None:
        """Show a dock before those that share its place; the focus stays."""
        dock.show()
        dock.raise_()

    def _size(self) -> None:
        window, docks = self._window, self._docks
        width, height = window.width(), window.height()
        pair = [docks["XComs"], docks["Log"]]
        window.resizeDocks(pair, [width // 2, width // 2], Qt.Orientation.Horizontal)
        window.resizeDocks(pair[:1], [height * 2 // 5], Qt.Orientation.Vertical)
        window.resizeDocks([docks["Runs"]], [max(LEAST_RUNS, width // 8)], Qt.Orientation.Horizontal)

    def _hide_left_tabs(self) -> None:
        """Hide rows of tabs that Qt (6.12) forgets where docks are put into one place before they show.

        Such a row has the tabs of another one, and lies on top of the panels instead of right above one.
        """
        tops = {dock.geometry().top() for dock in self._docks.values() if not dock.isFloating()}
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for tabs in self._window.findChildren(QTabBar, options=direct):
            if tabs.isVisible() and tabs.geometry().bottom() + 1 not in tops:
                tabs.hide()

    def _on_settle_timeout(self) -> None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for tabs in self._window.findChildren(QTabBar, options=direct):
            if tabs.findChild(DockTabs, options=direct) is None:
                DockTabs(tabs, self._window)
        self._hide_left_tabs()
        for dock in self._docks.values():
            is_tabbed = not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock))
            if is_tabbed and dock not in self._untitled:
                self._untitled[dock] = QWidget(dock)
                dock.setTitleBarWidget(self._untitled[dock])
            elif not is_tabbed and dock in self._untitled:
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # Qt's way to give the own one back
                self._untitled.pop(dock).deleteLater()
