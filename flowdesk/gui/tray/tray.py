"""The icon in the tray, and the messages when runs end while nobody looks at the window."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from shiboken6 import isValid

from flowdesk.gui.icons import program_icon
from flowdesk.gui.language import plural, tr
from flowdesk.gui.tray.ends import Ending, RunEnds
from flowdesk.gui.tray.notifier import found_notifier
from flowdesk.gui.tray.tray_menu import TrayMenu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction

    from flowdesk.gui.session import Session
    from flowdesk.gui.tray.notifier import Notifier
    from flowdesk.store.rows import RunRow

KEY = "window/notify"


class Tray(QObject):
    """Serves `window`: `show(path, task)` is to bring a file and a task of it in front."""

    def __init__(
        self,
        window: QWidget,
        settings: QSettings,
        show: Callable[[Path | None, str], None],
        run: Callable[[], QAction],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._show = show
        self._watched: list[ref[RunEnds]] = []  # each belongs to its session, and goes with it
        self.icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._place_icon(run)
        self.notifier: Notifier | None = found_notifier(self.icon, self)

    @property
    def is_on(self) -> bool:
        """Whether messages are wanted."""
        return bool(self._settings.value(KEY, defaultValue=True, type=bool))

    def switch(self) -> None:
        """Have messages shown, or no more."""
        self._settings.setValue(KEY, not self.is_on)

    def why_not(self) -> str:
        """Why no message can be shown here, as a sentence; "" if they can."""
        return "" if self.notifier else tr("This desktop has neither a tray nor a portal that takes messages")

    def watch(self, session: Session) -> None:
        """Tell of the runs of this session's file from now on, for as long as it lives."""
        ends = RunEnds(session)
        ends.run_ended.connect(self._on_run_ended)
        self._watched = [*map(ref, self._living()), ref(ends)]

    def running(self) -> list[tuple[Session, RunRow]]:
        """The runs that go on, of all files that are open."""
        return [(ends.session, row) for ends in self._living() for row in ends.running]

    def tell_what_goes_on(self) -> None:
        """Say of the window that is closed which runs go on without it."""
        runs = [f"{row.pipeline} #{row.number}" for _, row in self.running()]
        if not runs:
            return
        title = plural("{n} run goes on without the window", "{n} runs go on without the window", len(runs))
        text = ", ".join(runs)
        sys.stderr.write(f"{title}: {text}\n")
        if self.notifier and self.is_on:
            self.notifier.show(title, text, lambda: None)

    def _place_icon(self, run: Callable[[], QAction]) -> None:
        icon = QSystemTrayIcon(program_icon(), self)
        icon.setToolTip("flowdesk")
        self._menu = TrayMenu(self.running, run, self._window)
        self._menu.run_chosen.connect(self._on_menu_run_chosen)
        self._menu.window_asked.connect(self._on_window_asked)
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_icon_activated)
        icon.show()
        self.icon = icon

    def _living(self) -> list[RunEnds]:
        # Nobody tells of their end: a slot that hears of it at the end of the program breaks the heap
        # (PySide6 6.11), and a reference would keep a closed page.
        found = (one() for one in self._watched)
        return [ends for ends in found if ends is not None and isValid(ends)]

    def _on_run_ended(self, ending: Ending) -> None:
        if self.notifier and self.is_on and not self._window.isActiveWindow():
            clicked = partial(self._show, ending.path, ending.failed[0])
            self.notifier.show(ending.title, ending.text, clicked)

    def _on_menu_run_chosen(self, session: Session, run_id: str) -> None:
        self._show(session.path, "")
        session.show_run(run_id)

    def _on_window_asked(self) -> None:
        self._show(None, "")

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._on_window_asked()
