"""Runs a pipeline that was just opened, as soon as it has been checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


class RunWhenReady(QObject):
    """Waits for the first look at the file of `page`; one that has problems is not run."""

    def __init__(self, page: PipelinePage) -> None:
        super().__init__(page)
        self._page = page
        page.session.possibilities_changed.connect(self._on_session_possibilities_changed)
        self._on_session_possibilities_changed()

    def _on_session_possibilities_changed(self) -> None:
        session = self._page.session
        if session.is_reading:
            return
        session.possibilities_changed.disconnect(self._on_session_possibilities_changed)
        self.deleteLater()
        if not session.why_not_run():
            self._page.clerk.run()
