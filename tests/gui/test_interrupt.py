"""Ctrl-C in the terminal that opened the window."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from flowdesk.gui.bug_dialog import BugDialog
from flowdesk.gui.interrupt import CloseOnInterrupt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window that closes on SIGTERM; the handlers that were there come back after the test."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    interrupt = CloseOnInterrupt(window)
    yield window
    signal.set_wakeup_fd(-1)
    interrupt._notifier.setEnabled(False)
    interrupt._here.close()
    interrupt._there.close()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_signal_closes_the_window(window: QWidget, qtbot: QtBot) -> None:
    signal.raise_signal(signal.SIGTERM)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_signal_closes_the_window_behind_a_dialog(window: QWidget, qtbot: QtBot) -> None:
    BugDialog("a report").open()
    signal.raise_signal(signal.SIGTERM)
    qtbot.waitUntil(lambda: not window.isVisible())
