"""A note over the graph that says that all of it is shown, and that no name can be read so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from flowdesk.gui.canvas.corner import Corner
from flowdesk.gui.language import tr
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView

_LASTS = 5000  # milliseconds


class ScaleNote(QLabel):
    """Shown in a corner of `view` for a while when all of it had to be shrunk. Clicks go through it."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setMargin(8)
        self.hide()
        self._corner = Corner(self, view, Qt.Corner.BottomLeftCorner)
        self._timer = QTimer(self, singleShot=True, interval=_LASTS)
        self._timer.timeout.connect(self.hide)
        view.shrunk.connect(self._on_view_shrunk)
        view.picture_changed.connect(self.hide)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_view_shrunk(self) -> None:
        sentence = tr("All of it, at {percent} %: too small to read names. Ctrl+1 goes back to 100 %.")
        has_open_groups = bool(self._view.graph.groups)
        if has_open_groups:
            sentence = tr(
                "All of it, at {percent} %: too small to read names. Folding groups makes it smaller."
            )
        self.setText(sentence.format(percent=max(1, round(self._view.scale_now * 100))))
        self.adjustSize()
        self.show()
        self.raise_()
        self._timer.start()

    def _on_theme_changed(self) -> None:
        palette, theme = self.palette(), current_theme()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("accent_soft"))
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("text"))
        self.setPalette(palette)
