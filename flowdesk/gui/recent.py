"""The files that were opened lately, kept in the settings, and the menu that opens them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QMenu, QWidget

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

KEY = "recent/files"
MOST = 10


def recent_files(settings: QSettings) -> list[Path]:
    """The files, the latest first, those that are gone included."""
    kept = settings.value(KEY, [])
    if isinstance(kept, str):  # so a list of one comes back from an INI file
        return [Path(kept)]
    return [Path(path) for path in kept] if isinstance(kept, list) else []


def remember(settings: QSettings, path: Path) -> None:
    """Put a file at the head of the list."""
    others = [other for other in recent_files(settings) if other != path]
    settings.setValue(KEY, [str(file) for file in [path, *others][:MOST]])


class RecentMenu(QMenu):
    """Lists the files of `settings` each time it is opened."""

    file_chosen = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open &recent"), parent)
        self._settings = settings
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    def fill(self) -> None:
        """List the files as they are kept now."""
        self.clear()
        files = [file for file in recent_files(self._settings) if file.is_file()]
        for file in files:
            action = self.addAction(f"{file.name} ({file.parent})".replace("&", "&&"))
            action.setData(str(file))
        if not files:
            self.addAction(tr("No file yet")).setEnabled(False)

    def _on_triggered(self, action: QAction) -> None:
        if path := action.data():
            self.file_chosen.emit(path)
