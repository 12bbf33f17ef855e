"""A button over the end of a log that tells of lines that came while one reads above, and goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

_FROM_EDGE = 10


class NewLinesButton(QPushButton):
    """Hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._within: QRect | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+End goes there too
        self.setToolTip(tr("Go to the end and follow it (Ctrl+End)"))
        show_icon(self, Icon.DOWN, "accent")
        self.hide()

    def add(self, count: int) -> None:
        """So many more came."""
        self._count += max(0, count)
        if self._count:
            one, many = tr("1 new line"), tr("{count} new lines")
            self.setText(one if self._count == 1 else many.format(count=f"{self._count:,}"))
            self.setAccessibleName(self.text())
            self.adjustSize()
            self.show()
            if self._within is not None:
                self.place(self._within)

    def clear(self) -> None:
        """All have been seen."""
        self._count = 0
        self.hide()

    def place(self, within: QRect) -> None:
        """Lie over the end of this part of the parent."""
        self._within = within
        x = within.left() + (within.width() - self.width()) // 2
        self.move(x, within.bottom() - self.height() - _FROM_EDGE)
