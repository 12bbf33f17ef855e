"""Shows the window's parts once in a user's life: when his first pipeline is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow

TOURED = "window/toured"


class FirstTour(QObject):
    """Waits for the first pipeline of `window`, unless the user was shown around before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        if not bool(window.settings.value(TOURED, defaultValue=False, type=bool)):
            window.pages.front_renamed.connect(self._on_pages_front_renamed)

    def _on_pages_front_renamed(self) -> None:
        page = self._window.page
        if page and page.session.view.plan.tasks and self._window.isVisible():
            self._window.pages.front_renamed.disconnect(self._on_pages_front_renamed)
            self._window.afterwards.give(self._window.show_around)
