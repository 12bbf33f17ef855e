"""Between the start page and the window that it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.start.examples import examples
from flowdesk.gui.start.page import StartPage

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.main_window import MainWindow


def make_start(window: MainWindow, store_home: Path) -> StartPage:
    """The start page of `window`: what is chosen there is opened in it."""
    start = StartPage(store_home, window.settings, examples(), window)
    start.file_chosen.connect(window.open_file)
    start.run_asked.connect(window.open_and_run)
    start.open_asked.connect(window.ask_for_file)
    start.folder_asked.connect(window.ask_for_folder)
    window.afterwards.begin()  # there is no picture to wait for
    return start
