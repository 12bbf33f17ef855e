"""What can be done to the window as a whole, be a pipeline open or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage

OPEN: Deed[MainWindow] = Deed(
    mark("&Open…"),
    lambda window: window.ask_for_file(),
    mark("Open a pipeline's file"),
    Icon.OPEN,
    ("Ctrl+O",),
)
CLOSE: Deed[PipelinePage] = Deed(
    mark("&Close"),
    lambda page: page.close_asked.emit(),
    mark("Close this pipeline; its run goes on"),
    shortcuts=("Ctrl+W",),
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
    lambda window: window.quit(),
    mark("Close the window; runs go on"),
    shortcuts=("Ctrl+Q",),
)
ABOUT: Deed[MainWindow] = Deed(
    mark("&About flowdesk"),
    lambda window: window.tell_about(),
    mark("Which version this is, and what it runs on"),
)
