"""The line above the source: which file it is, the others that have a say, and the way to an editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import tr
from flowdesk.gui.panels.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence


class SourceHead(QWidget):
    """Names a file, or lets one be chosen where there are several."""

    file_chosen = Signal(str)
    """The path of the file that the user wants to see."""

    editor_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(self)
        self.files = QComboBox(self)
        self.files.setToolTip(tr("Which of the pipeline's files is shown"))
        self.editor = QToolButton(self)
        self.editor.setToolTip(tr("Open this file in your editor (Ctrl+E)"))
        self.editor.setAccessibleName(tr("Open in editor"))
        show_icon(self.editor, Icon.EDIT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 4)
        layout.addWidget(self.name, stretch=1)
        layout.addWidget(self.files, stretch=1)
        layout.addWidget(self.editor)
        self.files.activated.connect(self._on_files_activated)
        self.editor.clicked.connect(self.editor_asked)

    def list_files(self, files: Sequence[str], shown: str) -> None:
        """Offer these files, of which one is shown."""
        have = [self.files.itemData(row) for row in range(self.files.count())]
        if have != list(files):
            self.files.clear()
            for file in files:
                self.files.addItem(Path(file).name, file)
        self.files.setCurrentIndex(self.files.findData(shown))
        self.files.setVisible(len(files) > 1)
        self.name.setVisible(len(files) <= 1)
        self.name.say(Path(shown).name)
        self.setVisible(bool(files))

    def _on_files_activated(self, row: int) -> None:
        self.file_chosen.emit(self.files.itemData(row))
