"""A line above the graph that says that the shown run ran something else than the file says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr
from flowdesk.gui.strip import Strip
from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session


class Banner(Strip):
    """Shown while it is true, with a button that shows the file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Show the file"), "accent_soft", parent)
        self._session = session
        self.button.clicked.connect(session.show_file)
        session.possibilities_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is to say."""
        run, differs = self._session.run, self._session.differs
        if run and differs:
            moment = moment_text(run.started_at)
            errors = self._session.file.errors
            sentence = tr("This is run #{number} of {moment}, not the file as it is now.")
            if errors:
                sentence = tr(
                    "This is run #{number} of {moment}, not the file as it is now, which has {errors}."
                )
            told = plural("{n} error", "{n} errors", errors)
            self.text.setText(sentence.format(number=run.number, moment=moment, errors=told))
        self.setVisible(differs)
