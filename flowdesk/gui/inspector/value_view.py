"""The value itself: reads it, and shows it in the view that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from flowdesk.gui.inspector.array_view import ArrayView
from flowdesk.gui.inspector.content import (
    Array,
    Content,
    Nothing,
    Outline,
    Picture,
    Scalar,
    Table,
    Tree,
    Words,
)
from flowdesk.gui.inspector.outline_view import OutlineView
from flowdesk.gui.inspector.picture_view import PictureView
from flowdesk.gui.inspector.reading import read_value
from flowdesk.gui.inspector.scalar_view import ScalarView
from flowdesk.gui.inspector.table_view import TableView
from flowdesk.gui.inspector.tree_view import TreeView
from flowdesk.gui.inspector.words_view import WordsView
from flowdesk.gui.language import tr
from flowdesk.gui.models.xcoms import WHY_MASKED

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.inspector.errands import Errands
    from flowdesk.store.rows import ValueRow

PATIENCE = 150
"""Milliseconds before it is said that a value is being read: what comes at once must not flicker."""


class ValueView(QStackedWidget):
    """Shows a value; stored files of the store lie in `folder`."""

    def __init__(self, errands: Errands, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._folder = folder
        self.content: Content = Nothing("")
        self.outline, self.scalar, self.words = OutlineView(self), ScalarView(self), WordsView(errands, self)
        self.tree, self.table = TreeView(errands, self), TableView(errands, self)
        self.array, self.picture = ArrayView(self), PictureView(self)
        for view in (
            self.outline, self.scalar, self.words, self.tree, self.table, self.array, self.picture
        ):  # fmt: skip
            self.addWidget(view)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._on_late_timeout)

    def show_value(self, row: ValueRow) -> None:
        """Read and show a value; of a secret one, that it is one."""
        if row.secret:
            self.show_content(Nothing(WHY_MASKED + "."))
            return
        self._late.start()
        self._errands.give(lambda wanted: read_value(row.value, self._folder, wanted), self.show_content)

    def show_content(self, content: Content) -> None:
        """Show what was read."""
        self._late.stop()
        self.content = content
        match content:
            case Nothing():
                self.say(content.sentence)
            case Outline():
                self.outline.show_content(content)
                self.setCurrentWidget(self.outline)
            case Scalar():
                self.scalar.show_content(content)
                self.setCurrentWidget(self.scalar)
            case Words():
                self.words.show_content(content)
                self.setCurrentWidget(self.words)
            case Tree():
                self.tree.show_content(content)
                self.setCurrentWidget(self.tree)
            case Table():
                self.table.show_content(content)
                self.setCurrentWidget(self.table)
            case Array():
                self.array.show_content(content)
                self.setCurrentWidget(self.array)
            case Picture():
                self.picture.show_image(content.image)
                self.setCurrentWidget(self.picture)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of a value."""
        self._late.stop()
        self.outline.say(sentence)
        self.setCurrentWidget(self.outline)

    def _on_late_timeout(self) -> None:
        self.say(tr("Reading …"))
