"""A qtbot that waits long: on a machine with much else to do, what takes no time may take ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytestqt.qtbot import QtBot
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from pytestqt.wait_signal import SignalBlocker

LONG = 60_000
"""Milliseconds; a test that passes never waits for them."""


class PatientBot(QtBot):
    """Waits for signals and conditions as long as a loaded machine may need."""

    @override
    def waitSignal(self, signal: SignalInstance, *, timeout: int = LONG, **more: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **more)

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG) -> None:
        super().waitUntil(callback, timeout=timeout)
