"""Tells when a file has changed, however its editor writes it.

Many editors write a new file and rename it over the old one; a watch on the file alone dies with the
old one. So the folder is watched too, and what counts is the file's own stamp.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

SETTLE = 80  # milliseconds of quiet before a change is told; a save is often several writes


class FileWatch(QObject):
    """Watches one file at a time, which need not exist."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_watcher_changed)
        self._watcher.directoryChanged.connect(self._on_watcher_changed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._on_settle_timeout)

    def watch(self, path: Path) -> None:
        """Watch this file from now on, and no other."""
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path, self._stamp = path, _stamp(path)
        self._watch_again()

    def _watch_again(self) -> None:
        if self._path is None:
            return
        paths = [str(path) for path in (self._path, self._path.parent) if path.exists()]
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if missing := [path for path in paths if path not in watched]:
            self._watcher.addPaths(missing)

    @Slot()
    def _on_watcher_changed(self) -> None:
        self._settle.start()

    @Slot()
    def _on_settle_timeout(self) -> None:
        self._watch_again()
        if self._path and (stamp := _stamp(self._path)) != self._stamp:
            self._stamp = stamp
            self.changed.emit()


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)
