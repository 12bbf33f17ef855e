"""Keeps the panel of the log at what the session shows: the task, the try, the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.editors import open_in_editor
from flowdesk.gui.language import tr
from flowdesk.gui.log.code_places import find_file
from flowdesk.gui.panels.log import LogPanel

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from flowdesk.gui.page import PipelinePage
    from flowdesk.gui.session import Session

TIMES, WRAPPED = "log/times", "log/wrapped"


class LogLink(QObject):
    """Between the session and its feed on one side and the panel of the log on the other."""

    def __init__(self, session: Session, log: LogPanel, settings: QSettings) -> None:
        super().__init__(log)
        self._session = session
        self.log = log
        self._settings = settings
        self._followed = ("", 0)  # which try of which task, because of the moment; 0 is the last
        log.head.times.setChecked(bool(settings.value(TIMES, defaultValue=False, type=bool)))
        log.head.wrap.setChecked(bool(settings.value(WRAPPED, defaultValue=False, type=bool)))
        feed = session.feed
        feed.log_reset.connect(log.reset)
        feed.log_grew.connect(log.grow)
        feed.tries_listed.connect(log.list_tries)
        log.log_chosen.connect(feed.follow_log)
        log.place_asked.connect(self._on_log_place_asked)
        session.moment_changed.connect(self._on_session_moment_changed)

    def keep(self) -> None:
        """Remember how the log is shown."""
        self._settings.setValue(TIMES, self.log.head.times.isChecked())
        self._settings.setValue(WRAPPED, self.log.head.wrap.isChecked())

    def _on_session_moment_changed(self) -> None:
        session = self._session
        self.log.show_until(None if session.moment is None else session.time())
        self._follow_try_of_then()

    def _follow_try_of_then(self) -> None:
        """Read the log of the try that was the last one at the moment that is shown."""
        session, name = self._session, self.log.name
        tries = session.view.task(name).tries
        wanted = (name, 0 if tries == session.now.task(name).tries else tries)
        if name and wanted != self._followed:
            before, self._followed = self._followed, wanted
            if wanted[1] or (before[0] == name and before[1]):
                session.feed.follow_log(*wanted)

    def _on_log_place_asked(self, file: str, line: int) -> None:
        path = self._session.path
        found = find_file(file, path.parent if path else None)
        if found is None:
            self._session.told.emit(tr("There is no file {file} here.").format(file=file))
        elif refused := open_in_editor(str(found), line):
            self._session.told.emit(refused)


def make_log_link(page: PipelinePage) -> LogLink:
    """The panel of the log of `page`, with its links."""
    log = LogPanel(page)
    link = LogLink(page.session, log, page.settings)
    log.menu_asked.connect(page.open_task_menu)
    log.shown_changed.connect(page.possibilities_changed)
    log.name_shown.connect(page.xcoms.select_task)
    log.show_task(page.session.task, page.session.view)
    return link
