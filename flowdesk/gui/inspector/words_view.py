"""A text, of which more is read as it is wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from flowdesk.gui.fonts import interface_font, mono_font
from flowdesk.gui.language import tr
from flowdesk.gui.panels.find_bar import FindBar

if TYPE_CHECKING:
    from flowdesk.gui.inspector.content import Words
    from flowdesk.gui.inspector.errands import Errands
    from flowdesk.gui.inspector.wanted import Wanted

LONGEST_LINE = 4000
"""Characters after which a line is broken: Qt lays out a line as a whole, which takes its time."""


class WordsView(QWidget):
    """Shows `Words`; Ctrl+F finds in what is read."""

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._content: Words | None = None
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.document().setDocumentMargin(10)
        self.text.setAccessibleName(tr("Value"))
        self.finder = FindBar(self.text, tr("Find in the text"), self)
        self.told = QLabel(self)
        self.more = QPushButton(tr("Show &more"), self)
        self.foot = QWidget(self)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(10, 4, 10, 6)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.finder, self.text, self.foot):
            layout.addWidget(widget)
        self.more.clicked.connect(self._on_more_clicked)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.finder.open)

    def show_content(self, content: Words) -> None:
        """Show another text."""
        self._content = content
        self.text.setFont(mono_font() if content.is_code else interface_font())
        self.text.setPlainText(_broken(content.text))
        self._tell()

    def _tell(self) -> None:
        source = self._content.source if self._content else None
        self.foot.setVisible(source is not None and not source.is_over)
        if source is not None:
            self.told.setText(tr("This is {part}.").format(part=source.told))
        self.more.setEnabled(True)

    def _on_more_clicked(self) -> None:
        if self._content is not None and self._content.source is not None:
            self.more.setEnabled(False)
            self._errands.give(self._read, self._take)

    def _read(self, _wanted: Wanted) -> str:
        source = self._content.source if self._content else None
        return source.more() if source else ""

    def _take(self, text: str) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(_broken(text))
        self._tell()


def _broken(text: str) -> str:
    """The text with its longest lines broken; what is copied from the panel's head is the text itself."""
    if len(text) <= LONGEST_LINE:
        return text
    lines = text.split("\n")
    return "\n".join(
        line[start : start + LONGEST_LINE]
        for line in lines
        for start in range(0, max(1, len(line)), LONGEST_LINE)
    )
