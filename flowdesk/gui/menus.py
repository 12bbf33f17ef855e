"""The menu bar as a table. Its actions are made by `menu_actions`, after the first picture: see there."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from flowdesk.gui.language import mark
from flowdesk.gui.language_menu import LanguageMenu
from flowdesk.gui.menu_entries import Line, Made, Menu, OfWindow
from flowdesk.gui.theme_menu import ThemeMenu

if TYPE_CHECKING:
    from flowdesk.gui.actions import Deed
    from flowdesk.gui.menu_entries import Entries
    from flowdesk.gui.page import PipelinePage

LINE = Line()

FILE: Entries = (
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
)
RUN: Entries = (*OF_RUN, LINE, *OF_RUNS, COPY_WAY)
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
VIEW: Entries = (
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
)
GRAPH: Entries = (
    *OF_FOLDS,
    LINE,
    *OF_LOOK,
)
OF_GROUP: tuple[Deed[PipelinePage] | Line, ...] = (
    *(of_group.OF_AT_HAND[deed] for deed in (of_group.RETRY, of_group.CLEAR, of_group.CLEAR_ALONE)),
    LINE,
    *(of_group.OF_AT_HAND[deed] for deed in of_group.MARKS),
    LINE,
    *(of_group.OF_AT_HAND[deed] for deed in of_group.PARTS),
)
TASK: Entries = (
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
)
HELP: Entries = (
    OfWindow(window_deeds.SHOW_AROUND),
    OfWindow(window_deeds.SHORTCUTS),
    LINE,
    OfWindow(window_deeds.ABOUT),
)
MENUS: tuple[Entries, ...] = (FILE, RUN, TASK, GRAPH, OF_TIME, OF_LOG, VIEW, HELP)
"""Under the titles of `menu_actions`, in their order."""
