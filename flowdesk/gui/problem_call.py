"""Brings the list of problems to the front when errors come, and steps back when they are mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from flowdesk.gui.docks import Docks
    from flowdesk.gui.session import Session


class ProblemCall(QObject):
    """Knows whether it was this that brought them; a file broken from the start shows its source too."""

    def __init__(self, session: Session, docks: Docks) -> None:
        super().__init__(docks)
        self._session = session
        self._docks = docks
        self._problems, self._values = docks.find("Problems"), docks.find("XComs")
        self._source = docks.find("Source")
        self._had_errors = False
        self._has_called = False
        session.file_checked.connect(self._on_session_file_checked)

    def _on_session_file_checked(self) -> None:
        session = self._session
        problems = session.problems
        self._problems.setWindowTitle(
            tr("Problems ({n})").format(n=len(problems)) if problems else tr("Problems")
        )
        has_errors = session.file.errors > 0
        if has_errors and not self._had_errors:
            self._has_called = True
            self._docks.bring(self._problems)
            if not session.file.is_stale:
                self._docks.bring(self._source)
        elif self._has_called and not has_errors:
            self._has_called = False
            if not self._values.isHidden():
                self._docks.bring(self._values)
        self._had_errors = has_errors
