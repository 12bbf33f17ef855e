"""A line above the graph that says that the file has errors, and so what it is that the graph shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr
from flowdesk.gui.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session


class StaleStrip(Strip):
    """Shown while the file that is shown has errors and there is a graph all the same."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Show the problems"), "failed_soft", parent)
        self._session = session
        session.file_checked.connect(self.refresh)
        session.view_opened.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is to say."""
        file = self._session.file
        sentence = tr("The file has {errors}; this is what of it can be drawn.")
        if file.is_stale:
            sentence = tr("The file has {errors}; this is the last good graph.")
        self.text.setText(sentence.format(errors=plural("{n} error", "{n} errors", file.errors)))
        has_graph = bool(self._session.view.plan.tasks)
        self.setVisible(file.errors > 0 and has_graph and self._session.run is None)
