"""Tells when one of some files has changed, however its editor writes it.

Many editors write a new file and rename it over the old one; a watch on the file alone dies with the
old one. So the folders are watched too, and what counts is each file's own stamp. Of a folder that is
itself watched, what counts is which Python and TOML files are in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from pathlib import Path

SETTLE = 40  # milliseconds of quiet before a change is told; a save is often several writes


class FileWatch(QObject):
    """Watches some files and folders, which need not exist."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stamps: dict[Path, Hashable] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_watcher_changed)
        self._watcher.directoryChanged.connect(self._on_watcher_changed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._on_settle_timeout)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these from now on, and no others. A change since they were last watched is told."""
        self._stamps = {path: self._stamps[path] if path in self._stamps else _stamp(path) for path in paths}
        self._watch_again()
        self._settle.start()

    def _watch_again(self) -> None:
        wanted = {str(path) for path in self._stamps if path.exists()}
        wanted |= {str(_nearest(path.parent)) for path in self._stamps}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := [path for path in watched if path not in wanted]:
            self._watcher.removePaths(gone)
        if missing := [path for path in wanted if path not in watched]:
            self._watcher.addPaths(missing)

    @Slot()
    def _on_watcher_changed(self) -> None:
        self._settle.start()

    @Slot()
    def _on_settle_timeout(self) -> None:
        self._watch_again()
        stamps = {path: _stamp(path) for path in self._stamps}
        if stamps != self._stamps:
            self._stamps = stamps
            self.changed.emit()


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((above for above in (folder, *folder.parents) if above.is_dir()), folder)


def _stamp(path: Path) -> Hashable:
    try:
        if path.is_dir():
            return tuple(sorted(file.name for file in path.iterdir() if file.suffix in {".py", ".toml"}))
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)
