"""What can be done to the window as a whole, be a pipeline open or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage


def _why_not_step(window: MainWindow) -> str:
    return "" if len(window.pages.paths) > 1 else tr("No other pipeline is open")


def _quit(window: MainWindow) -> None:
    window.close()


def _turn_full_screen(window: MainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


OPEN: Deed[MainWindow] = Deed(
    mark("&Open…"),
    lambda window: window.ask_for_file(),
    mark("Open a pipeline's file"),
    Icon.OPEN,
    ("Ctrl+O",),
)
OPEN_FOLDER: Deed[MainWindow] = Deed(
    mark("Open &folder…"),
    lambda window: window.ask_for_folder(),
    mark("List the pipelines in a folder"),
    Icon.GROUP,
    ("Ctrl+Shift+O",),
)
START: Deed[MainWindow] = Deed(
    mark("&Start page"),
    lambda window: window.pages.show_start(),
    mark("Recent pipelines and examples"),
    Icon.FLOWDESK,
    ("Ctrl+T",),
)
REOPEN: Deed[MainWindow] = Deed(
    mark("Open what was closed &last"),
    lambda window: window.reopen(),
    mark("Open the pipeline again whose tab was closed last"),
    shortcuts=("Ctrl+Shift+T",),
    refused=lambda window: "" if window.pages.closed else tr("No tab was closed"),
)
NEXT: Deed[MainWindow] = Deed(
    mark("&Next tab"),
    lambda window: window.pages.step(1),
    mark("Go to the tab to the right"),
    shortcuts=("Ctrl+Tab", "Ctrl+PgDown"),
    refused=_why_not_step,
)
PREVIOUS: Deed[MainWindow] = Deed(
    mark("&Previous tab"),
    lambda window: window.pages.step(-1),
    mark("Go to the tab to the left"),
    shortcuts=("Ctrl+Shift+Tab", "Ctrl+PgUp"),
    refused=_why_not_step,
)
CLOSE: Deed[MainWindow] = Deed(
    mark("&Close"),
    lambda window: window.pages.close_front(),
    mark("Close this tab; a run of it goes on"),
    shortcuts=("Ctrl+W",),
    refused=lambda window: "" if window.pages.has_tabs else tr("No pipeline is open"),
)
EDIT: Deed[PipelinePage] = Deed(
    mark("Open in &editor"),
    lambda page: page.source.ask_for_editor(),
    mark("Open the file that the source panel shows in your editor"),
    Icon.EDIT,
    ("Ctrl+E",),
)
QUIT: Deed[MainWindow] = Deed(
    mark("&Quit"),
    _quit,
    mark("Close the window; runs go on"),
    shortcuts=("Ctrl+Q",),
)
FULL_SCREEN: Deed[MainWindow] = Deed(
    mark("F&ull screen"),
    _turn_full_screen,
    mark("Give the window the whole screen, or take it back"),
    shortcuts=("F11",),
    checked=lambda window: window.isFullScreen(),
)
PALETTE: Deed[MainWindow] = Deed(
    mark("&Command palette…"),
    lambda window: window.open_palette(),
    mark("Find anything that can be done by a few letters, and tasks, runs and files"),
    Icon.FIND,
    ("Ctrl+Shift+P", "Ctrl+K"),
)
SHOW_AROUND: Deed[MainWindow] = Deed(
    mark("Show me &around"),
    lambda window: window.show_around(),
    mark("Say what each part of the window is for"),
)
SHORTCUTS: Deed[MainWindow] = Deed(
    mark("&Keyboard shortcuts"),
    lambda window: window.show_shortcuts(),
    mark("All keys on one sheet"),
    shortcuts=("F1",),
)
ABOUT: Deed[MainWindow] = Deed(
    mark("About &flowdesk"),
    lambda window: window.tell_about(),
    mark("Which version this is, and what it runs on"),
    Icon.NOTE,
)
