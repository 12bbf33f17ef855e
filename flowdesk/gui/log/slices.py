"""Long work in the window's thread, a slice at a time, so that the window never stands still for it.

For work on what only that thread has, like the lines of a log. All else belongs into a `Workshop`.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE = 0.008  # seconds


class Slices(QObject):
    """Goes through one iterator at a time, whose steps are to be short."""

    progressed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def start(self, steps: Iterator[object]) -> None:
        """Go through these from now on, instead of what was under way."""
        self._steps = steps
        self._timer.start(0)

    def stop(self) -> None:
        """Leave off."""
        self._steps = None
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        steps, until = self._steps, perf_counter() + SLICE
        while steps is not None and perf_counter() < until:
            try:
                next(steps)
            except StopIteration:
                if self._steps is steps:
                    self.stop()
                self.progressed.emit()
                self.ended.emit()
                return
        self.progressed.emit()
