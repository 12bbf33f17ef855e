"""The menu of the tray's icon: the window, the runs that go on, another run, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.models.state_icons import state_icon
from flowdesk.gui.state_look import look_of, shown_of_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow


class TrayMenu(QMenu):
    """Lists what `running` gives each time it opens; `run` gives the window's own action."""

    window_asked = Signal()
    run_chosen = Signal(object, str)
    """The session of the run, and its id."""

    def __init__(
        self, running: Callable[[], list[tuple[Session, RunRow]]], run: Callable[[], QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._running = running
        self._run = run
        self._runs: list[QAction] = []
        self.addAction(tr("&Open the window")).triggered.connect(self.window_asked)
        self._line = self.addSeparator()
        self._end = self.addSeparator()
        self.addAction(tr("&Quit")).triggered.connect(window.close)
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._on_triggered)

    def refresh(self) -> None:
        """List the runs that go on now, and offer another."""
        self.insertAction(self._end, self._run())
        for old in self._runs:
            self.removeAction(old)
            old.deleteLater()
        self._runs = []
        for session, row in self._running():
            shown = shown_of_row(row)
            action = QAction(f"{row.pipeline} #{row.number} · {look_of(shown).word}".replace("&", "&&"), self)
            action.setIcon(state_icon(shown))
            action.setData((session, row.id))
            self.insertAction(self._line, action)
            self._runs.append(action)

    def _on_triggered(self, action: QAction) -> None:
        if action in self._runs:
            session, run_id = action.data()
            self.run_chosen.emit(session, run_id)
