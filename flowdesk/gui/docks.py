"""The panels round the graph: where each lies at first, and how it is brought to the front.

Panels that share a place are told apart by tabs above them; there a title of their own would say the
same once more, so it is left out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from flowdesk.gui.dock_tabs import DockTabs
from flowdesk.gui.language import tr
from flowdesk.gui.late_dock import LateDock
from flowdesk.gui.page_panels import BOTTOM, RIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QByteArray

    from flowdesk.gui.page_panels import PagePanel

LEAST_RUNS = 374  # pixels; the first columns are whole then, up to how long a run took


class Docks(QObject):
    """The docks of `window`, told apart by the titles they had at first. For `later` see LateDock."""

    def __init__(
        self, window: QMainWindow, later: Callable[[Callable[[], object]], None] | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._later = {"later": later} if later else {}
        self._docks: dict[str, LateDock] = {}
        self._untitled: dict[QDockWidget, QWidget] = {}
        self._panels: Sequence[PagePanel] = ()
        self._first: QByteArray | None = None
        # One look at the tabs for however many docks move at once, after Qt has moved them.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settle_timeout)
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setDocumentMode(True)

    def add(self, title: str, make: Callable[[], QWidget], area: Qt.DockWidgetArea) -> LateDock:
        """Make a dock for the panel that `make` gives, known by its first title from now on."""
        dock = LateDock(tr(title), make, self._window, **self._later)
        dock.setObjectName(title)
        self._window.addDockWidget(area, dock)
        self._docks[title] = dock
        dock.dockLocationChanged.connect(self._settle.start)
        dock.topLevelChanged.connect(self._settle.start)
        dock.visibilityChanged.connect(self._settle.start)
        return dock

    def find(self, title: str) -> LateDock:
        """The dock that had this title at first. Raises KeyError where there is none."""
        return self._docks[title]

    def arrange(self, panels: Sequence[PagePanel]) -> None:
        """Put every dock where its line of the table says."""
        self._panels = panels
        heads = self._heads(BOTTOM)
        for left, right in pairwise(heads):  # before they have tabs: Qt would add one instead
            self._window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
        for panel in panels:
            if panel.on:
                self._window.tabifyDockWidget(self._docks[panel.on], self._docks[panel.title])
        for panel in panels:
            if not panel.on:
                self._docks[panel.title].raise_()
            self._docks[panel.title].setVisible(panel.is_shown)
        self._size()
        self._first = self.state()

    def state(self) -> QByteArray:
        """Where everything is, to be kept."""
        return self._window.saveState(self._version())

    def restore(self, state: QByteArray) -> None:
        """Put everything where it was; what was kept with other docks is left out."""
        self._window.restoreState(state, self._version())

    def put_away(self) -> None:
        """Hide the docks that are windows of their own: their page is left, and Qt would let them stand."""
        for dock in self._docks.values():
            if dock.isFloating():
                dock.hide()

    def reset(self) -> None:
        """Go back to the first arrangement."""
        if self._first is not None:
            self.restore(self._first)
            self._size()

    def show_or_hide(self, dock: QDockWidget) -> None:
        """Bring a dock to the front and give it the keys; if it has that already, hide it."""
        if dock.isHidden() or dock.visibleRegion().isEmpty():
            self.bring(dock)
            dock.widget().setFocus()
        else:
            dock.hide()

    @staticmethod
    def bring(dock: QDockWidget) -> None:
        """Show a dock before those that share its place; the focus stays."""
        dock.show()
        dock.raise_()

    def _version(self) -> int:
        """Another one for other docks, since Qt would leave those that it does not find anywhere."""
        return crc32("|".join(self._docks).encode()) >> 1

    def _heads(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        return [self._docks[panel.title] for panel in self._panels if panel.area == area and not panel.on]

    def _size(self) -> None:
        window = self._window
        width, height = window.width(), window.height()
        below, right = self._heads(BOTTOM), self._heads(RIGHT)
        window.resizeDocks(below, [width // len(below)] * len(below), Qt.Orientation.Horizontal)
        window.resizeDocks(below[:1], [height * 2 // 5], Qt.Orientation.Vertical)
        window.resizeDocks(right[:1], [max(LEAST_RUNS, width // 8)], Qt.Orientation.Horizontal)

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
