"""Opens the window. Nothing of the pipeline is imported for it, and no run depends on it."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from flowdesk import __version__
from flowdesk.gui.address import address
from flowdesk.gui.bug_border import BugBorder
from flowdesk.gui.help.first_tour import FirstTour
from flowdesk.gui.icons import program_icon
from flowdesk.gui.import_hook import take_out_import_hook
from flowdesk.gui.interrupt import CloseOnInterrupt
from flowdesk.gui.language import kept_language, use_language
from flowdesk.gui.main_window import MainWindow
from flowdesk.gui.screen import sentence_without_screen
from flowdesk.gui.theme import apply_theme
from flowdesk.gui.theme_menu import kept_scheme
from flowdesk.store.home import home

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def open_window(paths: Sequence[Path] = (), *, run: str = "", task: str = "", is_new: bool = False) -> int:
    """Show the window, these files before what was open last, until it is closed; the exit code.

    With a run, by its number or id, or a task, these of the last file are shown. Where there is a window
    already, they are shown there, unless `is_new` asks for a further one.
    """
    door = _door()
    if door and not is_new and _has_let_in(door, paths, run=run, task=task):
        return 0
    app = _application()
    settings = QSettings("flowdesk", "flowdesk")
    use_language(app, kept_language(settings))
    apply_theme(app, kept_scheme(settings))
    app.setWindowIcon(program_icon())
    border = BugBorder(app)
    sys.excepthook = border.take
    window = make_window(home(), settings)
    CloseOnInterrupt(window)
    border.open_now = partial(_open_now, window)
    FirstTour(window)
    window.open_again(paths)
    window.show()  # with what is open, not an empty one first, whose parts would all be styled twice
    if paths and (run or task):
        _point(window, run, task)
    if door:
        window.afterwards.give(partial(_listen, door, window))
    return app.exec()


def make_window(store_home: Path, settings: QSettings) -> MainWindow:
    """A window on the store of this home, with nothing open yet."""
    take_out_import_hook()
    return MainWindow(store_home, settings)


def _door() -> Path | None:
    """Where the one window listens; None where no such place can be made."""
    try:
        return address(home())
    except OSError:
        return None


def _has_let_in(door: Path, paths: Sequence[Path], *, run: str, task: str) -> bool:
    """Whether a window that is there already has taken all this over."""
    if not door.exists():
        return False
    from flowdesk.gui.one_window import hand_over

    return hand_over(door, paths, run=run, task=task)


def _listen(where: Path, window: MainWindow) -> None:
    """Take in what later calls of `flowdesk open` bring, if no other window does."""
    from flowdesk.gui.one_window import Door

    door = Door(where, window)
    door.knocked.connect(window.let_in)
    door.pointed.connect(partial(_point, window))
    door.open()


def _open_now(window: MainWindow) -> str:
    from flowdesk.gui.open_now import open_now

    return open_now(window)


def _point(window: MainWindow, run: str, task: str) -> None:
    """Show a run and a task of the pipeline in front."""
    from flowdesk.gui.pointing import Pointer

    Pointer(window.session, run, task)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with sentence_without_screen():
            app = QApplication(sys.argv[:1])
    app.setApplicationName("flowdesk")
    app.setApplicationDisplayName("flowdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("flowdesk")
    return app
