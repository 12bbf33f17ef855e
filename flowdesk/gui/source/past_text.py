"""The text that the shown run ran, where it is another than the file's of now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.lookup import Lookup
from flowdesk.gui.work import Work

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.checking import Look
    from flowdesk.gui.session import Session


class PastText(QObject):
    """`look` is at the text of the run that `session` shows; None where it is that of the file of now."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: tuple[str, str] = ("", "")  # a run, and its text
        self.look: Look | None = None
        self.is_wanted = True
        session.view_opened.connect(self._on_session_view_opened)
        session.file_checked.connect(self._on_session_file_checked)
        self._on_session_view_opened()

    @property
    def shown(self) -> Look | None:
        """What is to be shown: the run's text, unless the user wants that of now."""
        return self.look if self.look is not None and self.is_wanted else self._session.file.look

    def want(self, *, past: bool) -> None:
        """Show the text of the run, or that of now."""
        if past != self.is_wanted:
            self.is_wanted = past
            self.changed.emit()

    def _on_session_view_opened(self) -> None:
        run = self._session.run
        self.is_wanted = True
        if run is None:
            self._put(None)
        else:
            run_id = run.id
            read = Lookup(lambda store: store.source_text(run_id), partial(self._take_text, run_id))
            self._session.feed.look_up(read)

    def _on_session_file_checked(self) -> None:
        self._take_text(*self._read)

    def _take_text(self, run_id: str, text: str) -> None:
        session = self._session
        if session.run is None or session.run.id != run_id or session.path is None:
            return
        self._read = (run_id, text)
        now = session.file.look
        if now is None or not text or now.texts.get(str(session.path)) == text:
            self._put(None)
        elif self.look is None or self.look.document.text != text:
            look = partial(_look_back, session.path, text)
            session.file.workshop.give(Work(look, partial(self._take_look, run_id), _fail))

    def _take_look(self, run_id: str, look: Look) -> None:
        if self._session.run is not None and self._session.run.id == run_id:
            self._put(look)

    def _put(self, look: Look | None) -> None:
        if look is not self.look:
            self.look = look
            self.changed.emit()


def _look_back(path: Path, text: str) -> Look:
    from flowdesk.gui.checking import look_back

    return look_back(path, text)


def _fail(error: Exception) -> None:
    raise error  # ours: the window's border shows it
