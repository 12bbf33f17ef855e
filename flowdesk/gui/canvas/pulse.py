"""The one clock of the canvas: it ticks while something runs, and rests otherwise."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_FRAME = 40  # milliseconds: an arc that turns once in 1.4 s is smooth at 25 frames a second
_SECOND = 1000
_TURN = 1400


class Pulse(QObject):
    """Ticks 25 times a second while busy; once a second, for the durations, where motion is not wanted."""

    ticked = Signal(float)
    """The angle of a turning arc, in degrees."""

    def __init__(self, parent: QObject | None = None, *, is_animated: bool = True) -> None:
        super().__init__(parent)
        self._is_animated = is_animated
        self._is_busy = False
        self._is_seen = True
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_ticking(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def set_animated(self, *, is_animated: bool) -> None:
        """Whether things may move."""
        self._is_animated = is_animated
        self._settle()

    def set_busy(self, *, is_busy: bool) -> None:
        """Whether there is anything to tick for."""
        self._is_busy = is_busy
        self._settle()

    def set_seen(self, *, is_seen: bool) -> None:
        """Whether anybody can see it: a hidden window costs nothing."""
        self._is_seen = is_seen
        self._settle()

    def _settle(self) -> None:
        self._timer.setInterval(_FRAME if self._is_animated else _SECOND)
        if not (self._is_busy and self._is_seen):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        angle = self._elapsed.elapsed() % _TURN / _TURN * 360.0 if self._is_animated else 0.0
        self.ticked.emit(angle)
