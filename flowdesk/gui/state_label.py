"""The icon of a state on its own, which keeps to the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from flowdesk.gui.models.state_icons import SIZE, state_icon
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import theme_changes

if TYPE_CHECKING:
    from flowdesk.gui.state_look import Shown


class StateLabel(QLabel):
    """Shows one state, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Shown | None = None
        theme_changes().theme_changed.connect(self._on_theme_changed)

    def show_state(self, state: Shown | None) -> None:
        """Show another state; None shows none and takes no room."""
        self._state = state
        self.setAccessibleName(look_of(state).word if state else "")
        self._on_theme_changed()
        self.setVisible(state is not None)

    def _on_theme_changed(self) -> None:
        if self._state is None:
            self.setPixmap(QPixmap())
        else:
            self.setPixmap(state_icon(self._state).pixmap(QSize(SIZE, SIZE), self.devicePixelRatioF()))
