"""Writes the lines of a log that are seen into a file, without times and a terminal's sequences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from flowdesk.gui.language import tr
from flowdesk.gui.log.selection import whole_text
from flowdesk.gui.log.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.gui.log.log_area import LogArea


class LogSaving(QObject):
    """Saves what `view` shows."""

    def __init__(self, view: LogArea) -> None:
        super().__init__(view)
        self._view = view
        self.slices = Slices(self)

    def ask(self, name: str) -> None:
        """Ask for a file, `name` being proposed, and write it."""
        path, _ = QFileDialog.getSaveFileName(
            self._view, tr("Save the log"), name.replace("/", "_"), tr("Logs (*.log *.txt);;All files (*)")
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the file, a slice at a time."""
        self.slices.start(self._write(path))

    def _write(self, path: Path) -> Iterator[None]:
        try:
            with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                for part in whole_text(self._view.lines):
                    file.write(part)
                    yield
        except OSError as error:
            text = tr("The log could not be saved: {reason}").format(reason=error.strerror or error)
            box = QMessageBox(QMessageBox.Icon.Warning, tr("Save the log"), text, parent=self._view)
            box.open()
