"""Long work on the canvas in slices: the window paints and answers between them."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLICE = 0.012  # seconds; with what else a turn of the loop has to do it stays below a frame or two


class Slices(QObject):
    """Does one long work at a time: another one takes its place. `clock` tells seconds."""

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = perf_counter) -> None:
        super().__init__(parent)
        self._clock = clock
        self._steps: Iterator[None] = iter(())
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def run(self, steps: Iterator[None], then: Callable[[], None] | None = None) -> None:
        """Take these steps, however many of them in a slice, and then do `then`, if it is given."""
        self._steps, self._then = steps, then
        self._timer.start()

    def stop(self) -> None:
        """Leave what is under way."""
        self._timer.stop()
        self._steps, self._then = iter(()), None

    def _on_timer_timeout(self) -> None:
        until = self._clock() + SLICE
        for _ in self._steps:
            if self._clock() >= until:
                return
        then = self._then
        self.stop()
        if then is not None:
            then()
