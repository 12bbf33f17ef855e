"""A line above the graph that says that the shown run ran something else than the file says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.checked_file import counted
from flowdesk.gui.strip import Strip
from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session


class Banner(Strip):
    """Shown while it is true, with a button that shows the file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Show the file", "accent_soft", parent)
        self._session = session
        self.button.clicked.connect(session.show_file)
        session.possibilities_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is to say."""
        run, differs = self._session.run, self._session.differs
        if run and differs:
            moment = moment_text(run.started_at)
            errors = self._session.file.errors
            broken = f", which has {counted(errors, 'error')}" if errors else ""
            self.text.setText(f"This is run #{run.number} of {moment}, not the file as it is now{broken}.")
        self.setVisible(differs)
