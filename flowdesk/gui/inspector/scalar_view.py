"""A value that is read at a glance, in large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from flowdesk.gui.fonts import interface_font, mono_font
from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from flowdesk.gui.inspector.content import Scalar

LARGE = 24  # characters up to which a value is shown large
_SCALE = 1.9


class ScalarView(QPlainTextEdit):
    """Shows a `Scalar`; a number of many digits goes over as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.document().setDocumentMargin(12)
        self.setAccessibleName(tr("Value"))

    def show_content(self, content: Scalar) -> None:
        """Show another value."""
        size = interface_font().pointSizeF()
        self.setFont(mono_font(size * (_SCALE if len(content.text) <= LARGE else 1.0)))
        self.setPlainText(content.text)
