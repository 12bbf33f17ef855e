"""Keeps a widget in a corner of another one, over what that shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Corner(QObject):
    """Puts `widget`, which is a child of `of`, into its `corner`, `margin` pixels from the edges."""

    def __init__(self, widget: QWidget, of: QWidget, corner: Qt.Corner, margin: int = 12) -> None:
        super().__init__(widget)
        self._widget = widget
        self._of = of
        self._corner = corner
        self._margin = margin
        for watched in (widget, of):
            watched.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Put it there now."""
        widget, room, margin = self._widget, self._of.rect(), self._margin
        is_left = self._corner in (Qt.Corner.TopLeftCorner, Qt.Corner.BottomLeftCorner)
        is_top = self._corner in (Qt.Corner.TopLeftCorner, Qt.Corner.TopRightCorner)
        x = margin if is_left else room.width() - margin - widget.width()
        y = margin if is_top else room.height() - margin - widget.height()
        widget.move(x, y)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return False
