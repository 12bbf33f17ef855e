"""Python's collector of cycles, run in the window's thread only.

Left to itself it runs in whichever thread happens to allocate, and there deletes what it finds: a dialog
or scene that was part of a cycle. Qt objects must not be deleted in another thread than their own; it
corrupts the heap (measured: an abort in free() within ten windows). So while a window is open the collector
is off, and a timer does what it would have done.

What was there before the window (modules, above all) is set aside: going through it, too, took 30 to 100 ms,
in which the window stood still. So is what is made all at once, as a large pipeline or run is opened (ten
thousand tasks: 400 ms), and whatever outlived going through all: all that is there to stay. What of it has
become garbage since is found once there is twice as much of it. How much there is is only reckoned: to count
what is set aside, Python walks along all of it.
"""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

PERIOD = 500  # milliseconds
MANY = 20_000  # objects, made within a period
MUCH = 3_000_000  # objects, further ones that are set aside; ten thousand tasks unfolded are one million
RARELY = 200
"""Of the time, going through everything may take one part of so many: with 10,000 tasks it takes 50 ms."""


class GarbageTimer(QObject):
    """Collects while it is open. Each window has one, and the collector is off until the last is closed."""

    _open = 0
    _was_on = True
    _kept = 0  # objects that were set aside when last all of them were gone through
    _further = 0  # about how many were made since, and not freed at once

    def __init__(self, parent: QObject | None = None, *, much: int = MUCH) -> None:
        super().__init__(parent)
        self._much = much
        if GarbageTimer._open == 0:
            GarbageTimer._was_on = gc.isenabled()
        GarbageTimer._open += 1
        gc.disable()
        gc.freeze()
        self._next_whole = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def close(self) -> None:
        """Leave the collector to itself again, as it was, once no other thread of a window runs Python."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        GarbageTimer._open -= 1
        if GarbageTimer._open:
            return
        GarbageTimer._kept = GarbageTimer._further = 0
        gc.unfreeze()
        gc.collect()  # here, and not in whichever thread allocates next
        if GarbageTimer._was_on:
            gc.enable()

    @Slot()
    def _on_timer_timeout(self) -> None:
        made = gc.get_count()[0]
        if made > MANY:
            GarbageTimer._further += made
            self._set_aside()
            return
        due = [number > most for number, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        due[2] = due[2] and monotonic() >= self._next_whole
        for generation in (2, 1, 0):
            if due[generation]:
                began = monotonic()
                GarbageTimer._further += made
                gc.collect(generation)
                if generation == 2:  # noqa: PLR2004 - the oldest: all that there is
                    self._next_whole = monotonic() + RARELY * (monotonic() - began)
                    self._set_aside()
                return

    def _set_aside(self) -> None:
        """Let nothing that is there now be gone through again, until it has become much."""
        gc.freeze()
        if GarbageTimer._further > max(GarbageTimer._kept, self._much):
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            GarbageTimer._kept, GarbageTimer._further = gc.get_freeze_count(), 0
