"""An array: what it holds in numbers, and as a picture, a line, or as numpy prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.inspector.facts_table import FactsTable
from flowdesk.gui.inspector.line_view import LineView
from flowdesk.gui.inspector.picture_view import PictureView
from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from flowdesk.gui.inspector.array_summary import Pixels
    from flowdesk.gui.inspector.content import Array

LEFT = 190  # pixels of the facts at first


class ArrayView(QWidget):
    """Shows an `Array`: facts on the left; on the right how it is drawn, above its first numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = FactsTable(self)
        self.picture, self.line = PictureView(self), LineView(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(mono_font())
        self.text.setAccessibleName(tr("The numbers"))
        self.drawn = QStackedWidget(self)
        self.drawn.addWidget(self.picture)
        self.drawn.addWidget(self.line)
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.addWidget(self.drawn)
        right.addWidget(self.text)
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 1)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.addWidget(self.facts)
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        across.setSizes([LEFT, 2 * LEFT])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def show_content(self, content: Array) -> None:
        """Show another array."""
        summary = content.summary
        self.facts.show_facts(summary.facts)
        self.text.setPlainText(summary.beginning)
        self.drawn.setVisible(summary.pixels is not None or summary.line is not None)
        if summary.pixels is not None:
            self.picture.show_image(_image(summary.pixels))
            self.drawn.setCurrentWidget(self.picture)
        elif summary.line is not None:
            self.line.show_line(summary.line)
            self.drawn.setCurrentWidget(self.line)


def _image(pixels: Pixels) -> QImage:
    form = QImage.Format.Format_Grayscale8 if pixels.is_grey else QImage.Format.Format_RGB888
    stride = pixels.width * (1 if pixels.is_grey else 3)
    return QImage(pixels.data, pixels.width, pixels.height, stride, form).copy()  # that owns its pixels
