"""The actions of the menu bar: each deed one, found again by its deed.

The titles are there at once. What lies under them, a hundred actions with their icons and the modules they
come from, is made once the first picture is painted, or when somebody opens a menu before that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from flowdesk.gui.actions import Action, Deed, FoundAction
from flowdesk.gui.language import mark, tr
from flowdesk.gui.menu_entries import Line, Made, Menu, OfWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.menu_entries import Entries
    from flowdesk.gui.page import PipelinePage

TITLES = (
    mark("&File"),
    mark("&Run"),
    mark("T&ask"),
    mark("&Graph"),
    mark("&Time"),
    mark("&Log"),
    mark("&View"),
    mark("&Help"),
)


class MenuActions(QObject):
    """All actions of the menu bar of `window`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._by_deed: dict[Deed[Any], Action[Any]] = {}
        self._empty = [window.menuBar().addMenu(tr(title)) for title in TITLES]
        for shown in self._empty:
            shown.aboutToShow.connect(self.fill)
            window.afterwards.give(self._fill_next)

    def of(self, deed: Deed[Any]) -> Action[Any]:
        """The action of a deed. Raises KeyError where it stands in no menu."""
        if deed not in self._by_deed:
            self.fill()
        return self._by_deed[deed]

    def make(self, entry: Deed[PipelinePage] | OfWindow) -> Action[Any]:
        """The action of an entry; what stands in two menus is one, as it has one shortcut."""
        deed: Deed[Any] = entry.deed if isinstance(entry, OfWindow) else entry
        if deed in self._by_deed:
            return self._by_deed[deed]
        if isinstance(entry, OfWindow):
            action: Action[Any] = Action(entry.deed, self._window, self._window)
            self._by_deed[entry.deed] = action
            return action
        action = FoundAction(entry, self._window.front, self._window)
        self._by_deed[entry] = action
        return action

    def refresh(self) -> None:
        """Ask anew what can be done."""
        for action in self._by_deed.values():
            action.refresh()

    def fill(self) -> None:
        """Fill the menus now that are still empty."""
        while self._empty:
            self._fill_next()

    def _fill_next(self) -> None:
        from flowdesk.gui.menus import MENUS

        if self._empty:
            self._fill(self._empty.pop(0), MENUS[-1 - len(self._empty)])

    def _fill(self, shown: QMenu, entries: Entries) -> None:
        shown.setToolTipsVisible(True)
        shown.aboutToShow.connect(self.refresh)
        for entry in entries:
            if isinstance(entry, Line):
                shown.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(shown.addMenu(tr(entry.title)), entry.entries)
            elif isinstance(entry, Made):
                shown.addMenu(entry.make(self._window))
            else:
                shown.addAction(self.make(entry))
