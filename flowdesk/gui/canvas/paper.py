"""What a view shows, kept as dots: moved along with it, and painted anew only where that leaves a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap, QTransform

if TYPE_CHECKING:
    from PySide6.QtCore import QSize


class Paper:
    """A pixmap for a view; empty until it is first turned to one."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self._way = QTransform()
        self._of: object = None

    def forget(self) -> None:
        """Paint all anew the next time."""
        self._of = None

    def turn_to(self, way: QTransform, size: QSize, ratio: float, of: object) -> list[QRect]:
        """Be of this `size`, and show what is seen by `way`; returns what is to be painted for it, in pixels.

        What is shown is told by `of`: once that differs, nothing of it is of use any more.
        """
        room, old = QRect(0, 0, size.width(), size.height()), self._way
        self._way = way
        wanted = (of, size.width(), size.height(), ratio)
        if wanted != self._of:
            self._of = wanted
            self.pixmap = QPixmap(size * ratio)
            self.pixmap.setDevicePixelRatio(ratio)
            return [room]
        across, down = way.dx() - old.dx(), way.dy() - old.dy()
        if way == old:
            return []
        if way.m11() != old.m11() or not (across * ratio).is_integer() or not (down * ratio).is_integer():
            return [room]
        return self._move(room, round(across), round(down), ratio)

    def _move(self, room: QRect, across: int, down: int, ratio: float) -> list[QRect]:
        kept = room.translated(across, down) & room
        if kept.isEmpty():
            return [room]
        self.pixmap.scroll(round(across * ratio), round(down * ratio), self.pixmap.rect())
        gaps = []
        if across:
            left = room.left() if across > 0 else kept.right() + 1
            gaps.append(QRect(left, room.top(), abs(across), room.height()))
        if down:
            top = room.top() if down > 0 else kept.bottom() + 1
            gaps.append(QRect(kept.left(), top, kept.width(), abs(down)))
        return gaps
