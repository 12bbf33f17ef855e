"""An icon on its own, which keeps to the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from flowdesk.gui.icons import icon_pixmap
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from flowdesk.gui.icons import Icon


class IconLabel(QLabel):
    """Shows `name` in the theme's colour `role`, `size` pixels wide."""

    def __init__(self, name: Icon, role: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = (name, role, size)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        name, role, size = self._told
        colour = current_theme().colour(role)
        self.setPixmap(icon_pixmap(name, colour, size, self.devicePixelRatioF()))
