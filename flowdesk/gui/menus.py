"""The menu bar as a table, and what is made of it: each deed one action, found again by its deed.

A deed to the pipeline in front stands in the table as it is, one to the window in an `OfWindow`; `LINE`
parts, a `Menu` lies inside another, and `Made` is a menu that makes itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from flowdesk.gui.actions import Action, Deed, FoundAction
from flowdesk.gui.deeds import of_group, of_task
from flowdesk.gui.deeds import of_window as window_deeds
from flowdesk.gui.deeds.of_graph import ANIMATE, DOWNWARDS, OF_FOLDS, OF_LOOK, OF_ZOOM
from flowdesk.gui.deeds.of_log import OF_LOG
from flowdesk.gui.deeds.of_panels import OF_PANELS, RESET
from flowdesk.gui.deeds.of_picture import EXPORT, FIND, MINIMAP
from flowdesk.gui.deeds.of_run import COPY_WAY, OF_RUN
from flowdesk.gui.deeds.of_runs import OF_RUNS
from flowdesk.gui.deeds.of_task import OF_SELECTED
from flowdesk.gui.deeds.of_time import OF_TIME
from flowdesk.gui.deeds.of_tray import NOTIFY
from flowdesk.gui.deeds.of_value import EDIT_SELECTED, RESTORE_SELECTED
from flowdesk.gui.language import mark, tr
from flowdesk.gui.language_menu import LanguageMenu
from flowdesk.gui.theme_menu import ThemeMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage


@dataclass(frozen=True, slots=True)
class Line:
    """A line between entries."""


@dataclass(frozen=True, slots=True)
class OfWindow:
    """A deed to the window, which can be done without a pipeline."""

    deed: Deed[MainWindow]


@dataclass(frozen=True, slots=True)
class Made:
    """A menu that fills itself."""

    make: Callable[[MainWindow], QMenu]


@dataclass(frozen=True, slots=True)
class Menu:
    """A title and what lies under it."""

    title: str
    entries: Sequence[Deed[PipelinePage] | OfWindow | Menu | Made | Line]


LINE = Line()

FILE = Menu(
    mark("&File"),
    (
        OfWindow(window_deeds.START),
        OfWindow(window_deeds.OPEN),
        OfWindow(window_deeds.OPEN_FOLDER),
        Made(lambda window: window.recent_menu),
        OfWindow(window_deeds.REOPEN),
        LINE,
        window_deeds.EDIT,
        EXPORT,
        LINE,
        OfWindow(window_deeds.PREVIOUS),
        OfWindow(window_deeds.NEXT),
        OfWindow(window_deeds.CLOSE),
        OfWindow(window_deeds.QUIT),
    ),
)
RUN = Menu(mark("&Run"), (*OF_RUN, LINE, *OF_RUNS, COPY_WAY))
PREFERENCES = Menu(
    mark("P&references"),
    (
        Made(lambda window: ThemeMenu(window.settings, window)),
        Made(lambda window: LanguageMenu(window.settings, window)),
        LINE,
        DOWNWARDS,
        ANIMATE,
        OfWindow(NOTIFY),
    ),
)
VIEW = Menu(
    mark("&View"),
    (
        OfWindow(window_deeds.PALETTE),
        LINE,
        *OF_ZOOM,
        FIND,
        MINIMAP,
        LINE,
        Menu(mark("&Panels"), (*OF_PANELS, LINE, RESET)),
        LINE,
        PREFERENCES,
        OfWindow(window_deeds.FULL_SCREEN),
    ),
)
GRAPH = Menu(
    mark("&Graph"),
    (*OF_FOLDS, LINE, *OF_LOOK),
)
OF_GROUP: tuple[Deed[PipelinePage] | Line, ...] = (
    *(of_group.OF_AT_HAND[deed] for deed in (of_group.RETRY, of_group.CLEAR, of_group.CLEAR_ALONE)),
    LINE,
    *(of_group.OF_AT_HAND[deed] for deed in of_group.MARKS),
    LINE,
    *(of_group.OF_AT_HAND[deed] for deed in of_group.PARTS),
)
TASK = Menu(
    mark("T&ask"),
    (
        *(OF_SELECTED[deed] for deed in (of_task.RETRY, of_task.CANCEL)),
        LINE,
        *(OF_SELECTED[deed] for deed in (of_task.CLEAR, of_task.CLEAR_ALONE)),
        *(OF_SELECTED[deed] for deed in of_task.MARKS),
        LINE,
        *(OF_SELECTED[deed] for deed in of_task.PARTS),
        Menu(mark("All of its &group"), OF_GROUP),
        LINE,
        EDIT_SELECTED,
        RESTORE_SELECTED,
        LINE,
        OF_SELECTED[of_task.COPY_WAY],
    ),
)
TIME = Menu(mark("&Time"), OF_TIME)
LOG = Menu(mark("&Log"), OF_LOG)
HELP = Menu(
    mark("&Help"),
    (
        OfWindow(window_deeds.SHOW_AROUND),
        OfWindow(window_deeds.SHORTCUTS),
        LINE,
        OfWindow(window_deeds.ABOUT),
    ),
)
MENUS = (FILE, RUN, TASK, GRAPH, TIME, LOG, VIEW, HELP)


class MenuActions(QObject):
    """All actions of the menu bar of `window`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._by_deed: dict[Deed[Any], Action[Any]] = {}
        for menu in MENUS:
            self._fill(window.menuBar().addMenu(tr(menu.title)), menu)

    def of(self, deed: Deed[Any]) -> Action[Any]:
        """The action of a deed. Raises KeyError where it stands in no menu."""
        return self._by_deed[deed]

    def refresh(self) -> None:
        """Ask anew what can be done."""
        for action in self._by_deed.values():
            action.refresh()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        shown.setToolTipsVisible(True)
        shown.aboutToShow.connect(self.refresh)
        for entry in menu.entries:
            if isinstance(entry, Line):
                shown.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(shown.addMenu(tr(entry.title)), entry)
            elif isinstance(entry, Made):
                shown.addMenu(entry.make(self._window))
            else:
                shown.addAction(self._made(entry))

    def _made(self, entry: Deed[PipelinePage] | OfWindow) -> Action[Any]:
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
