"""Ctrl-C in the terminal that opened the window closes it, as its close button does.

Python runs a signal's handler only between two of its own instructions, and Qt's loop is none. So the
signal is taken from the wake-up descriptor (Python's docs, `signal.set_wakeup_fd`), which keeps it until
the loop runs: a window that is closed before the loop has begun would leave the loop running for ever.
"""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CloseOnInterrupt(QObject):
    """Closes `window` on SIGINT and SIGTERM."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._here, there = socket.socketpair()
        self._there = there
        for end in (self._here, there):
            end.settimeout(0.0)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        signal.set_wakeup_fd(there.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _leave_to_the_loop)

    def _on_notifier_activated(self) -> None:
        self._here.recv(64)
        for dialog in QApplication.topLevelWidgets():
            if dialog.isModal():  # which keeps the window from closing
                dialog.close()
        self._window.close()


def _leave_to_the_loop(_number: int, _frame: object) -> None:
    """Only a signal that has a handler reaches the wake-up descriptor."""
