"""Which colour stands for which task, in the order in which the parts of a bar stand from the bottom up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from flowdesk.gui.history.plot import ROLES
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDE, _BOX, _GAP = 12, 10, 6


class Legend(QWidget):
    """Names in one line; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        theme_changes().theme_changed.connect(self.update)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Name these, and all others."""
        self._names = [*names, tr("all other tasks")] if names else []
        self.setToolTip("\n".join(self._names))
        self.setAccessibleName(", ".join(self._names))
        self.setVisible(bool(self._names))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height() + 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(self.rect(), self.palette().base())
        metrics = self.fontMetrics()
        room = self.width() - 2 * _SIDE - len(self._names) * (_BOX + 3 * _GAP)
        most = _widest([metrics.horizontalAdvance(name) + 2 for name in self._names], room)
        x, middle = float(_SIDE), self.height() / 2
        for place, name in enumerate(self._names):
            role = "line" if place == len(self._names) - 1 else ROLES[place % len(ROLES)]
            painter.fillRect(QRectF(x, middle - _BOX / 2, _BOX, _BOX), theme.colour(role))
            x += _BOX + _GAP
            text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, most)
            painter.setPen(theme.colour("text_dim"))
            width = metrics.horizontalAdvance(text) + 2
            painter.drawText(QRectF(x, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += width + 2 * _GAP


def _widest(widths: list[int], room: int) -> int:
    """How wide a name may be, so that all fit: the short ones leave the long ones what they do not take."""
    for place, width in enumerate(sorted(widths)):
        share = room // (len(widths) - place)
        if width > share:
            return max(20, share)
        room -= width
    return max(widths, default=0)
