"""What an empty canvas says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from flowdesk.gui.icons import Icon, icon_pixmap
from flowdesk.gui.theme import current_theme, theme_changes

_ICON = 56


class CanvasHint(QWidget):
    """A calm picture and two lines in the middle of the canvas. Clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QLabel()
        self._title = QLabel()
        self._more = QLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setBold(True)
        self._title.setFont(font)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch()
        for label in (self._picture, self._title, self._more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
            layout.addWidget(label)
        layout.addStretch()
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, title: str, more: str) -> None:
        """Show these two lines."""
        self._title.setText(title)
        self._more.setText(more)

    def _on_theme_changed(self) -> None:
        theme = current_theme()
        colour = theme.colour("border_strong")
        self._picture.setPixmap(icon_pixmap(Icon.FLOWDESK, colour, _ICON, self.devicePixelRatioF()))
        palette = self._more.palette()
        # In a viewport labels are drawn in its role for text, elsewhere in the window's.
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, theme.colour("text_dim"))
        self._more.setPalette(palette)
