"""A picture in the middle of its room, made smaller to fit, never blurred by being made larger."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from flowdesk.gui.override import override

_MARGIN = 10
_MOST_BLOWN_UP = 32  # pixels of the screen for one of the picture
_SMALL = 128  # pixels of a side, up to which single pixels are what one wants to see


class PictureView(QWidget):
    """Draws an image; transparent parts show the ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setMinimumSize(80, 60)

    def show_image(self, image: QImage) -> None:
        """Draw another one."""
        self.image = image
        self.update()

    def place(self) -> QRect:
        """Where the image is drawn."""
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN).size()
        size = self.image.size()
        if size.isEmpty() or room.isEmpty():
            return QRect()
        is_small = max(size.width(), size.height()) <= _SMALL
        if is_small and size.width() <= room.width() and size.height() <= room.height():
            times = min(room.width() // size.width(), room.height() // size.height(), _MOST_BLOWN_UP)
            size = QSize(size.width() * times, size.height() * times)
        elif size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, max(1, size.width()), max(1, size.height()))
        place.moveCenter(self.rect().center())
        return place

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        place = self.place()
        if not place.isEmpty():
            is_smaller = place.width() < self.image.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smaller)
            painter.drawImage(place, self.image)
