"""Layouts that were found before, by shape: in memory, and as files below the user's cache folder.

A file is never trusted: one that is damaged, foreign or of another graph is passed over, and one that cannot
be written is done without. What was not used for longest goes first.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from flowdesk.gui.canvas.arrangement import SPACING, fine
from flowdesk.layout.shape import ShapeMismatch, from_json, shape_of, to_json

if TYPE_CHECKING:
    from flowdesk.layout.graph import Direction, Layout, LayoutGraph

_MOST = 64
_MOST_FILES = 256
_FEW = 60  # things that are laid out sooner than a file is read


def cache_folder() -> Path:
    """Where layouts are kept for this user."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(place) / "flowdesk" / "layouts"


class LayoutShelf:
    """Keeps layouts in memory and, with a `folder`, in files."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}

    def find(self, graph: LayoutGraph, direction: Direction) -> Layout | None:
        """A layout that is in memory, or None."""
        shape = shape_of(graph, direction, SPACING)
        text = self._texts.pop(shape, None)
        if text is None:
            return None
        self._texts[shape] = text  # the last to go now
        return from_json(text, graph)

    def fetch(self, graph: LayoutGraph, direction: Direction) -> Layout:
        """The fine layout of a graph, read or found. Takes its time, in any thread."""
        shape = shape_of(graph, direction, SPACING)
        layout = self._read(shape, graph)
        if layout is None:
            layout = fine(graph, direction)
            self._write(shape, to_json(layout), is_worth=len(graph.nodes) > _FEW)
        return layout

    def _keep(self, shape: str, text: str) -> None:
        self._texts[shape] = text
        while len(self._texts) > _MOST:
            self._texts.pop(next(iter(self._texts)))

    def _read(self, shape: str, graph: LayoutGraph) -> Layout | None:
        if self._folder is None or len(graph.nodes) <= _FEW:
            return None
        try:
            text = (self._folder / f"{shape}.json").read_text("utf-8")
            layout = from_json(text, graph)
        except (OSError, UnicodeDecodeError, ShapeMismatch):
            return None
        self._keep(shape, text)
        return layout

    def _write(self, shape: str, text: str, *, is_worth: bool) -> None:
        self._keep(shape, text)
        if self._folder is None or not is_worth:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"{shape}.draft"
            draft.write_text(text, "utf-8")
            draft.replace(self._folder / f"{shape}.json")
            self._prune(self._folder)

    def _prune(self, folder: Path) -> None:
        files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for file in files[:-_MOST_FILES]:
            file.unlink(missing_ok=True)
