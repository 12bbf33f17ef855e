"""What is kept of the window from one start to the next: its place, its panels, its tabs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.pages import Pages

GEOMETRY, ARRANGEMENT = "window/geometry", "window/arrangement"
TABS, FRONT = "window/tabs", "window/front"


def keep(window: MainWindow, pages: Pages, settings: QSettings) -> None:
    """Keep the window as it is."""
    settings.setValue(GEOMETRY, window.saveGeometry())
    settings.setValue(ARRANGEMENT, pages.arrangement)
    settings.setValue(TABS, [str(path) for path in pages.paths])
    settings.setValue(FRONT, str(pages.front.path) if pages.front else "")


def give_back(window: MainWindow, pages: Pages, settings: QSettings) -> None:
    """Give the window its place and its panels; `open_kept` gives its tabs."""
    window.resize(1280, 800)
    geometry, arrangement = settings.value(GEOMETRY), settings.value(ARRANGEMENT)
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if isinstance(arrangement, QByteArray):
        pages.arrangement = arrangement


def open_kept(window: MainWindow, pages: Pages, paths: Sequence[Path] = ()) -> None:
    """Show these files, or else the one that was in front.

    What else was open gets its tab, and is read when it is looked at.
    """
    kept, front = kept_tabs(window.settings)
    pages.promise(kept, front)
    for path in paths:
        window.open_file(path)
    if front and not paths:
        pages.open(front)
    elif not paths:
        pages.show_start()


def kept_tabs(settings: QSettings) -> tuple[list[Path], Path | None]:
    """The files that were open and are still there, and the one of them that was in front."""
    kept = settings.value(TABS, [])
    names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    paths = [path for path in map(Path, names) if path.is_file()]
    front = Path(str(settings.value(FRONT, "")))
    return paths, front if front in paths else None
