"""Work off the window's thread: a callable, and what to call with its result or its error.

The one place, besides the feed, where the window has a thread. Works are done one after another in
the order in which they were asked for, and their ends are called in the thread of whoever made the
`Workshop`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


_PATIENCE = 0.0005
"""Seconds for which a work that computes keeps the interpreter from the window's thread.

Painting goes back and forth between Qt and Python a hundred times a frame, and Python's own 5 ms for each
made frames of 50 ms while a large graph was laid out; with this they take a third.
"""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to do, and its two ends. Any: a work's result is what its own `succeeded` takes."""

    do: Callable[[], Any]
    succeeded: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Workshop(QObject):
    """A thread that does works for the window."""

    _work_given = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_PATIENCE)
        self._thread = QThread()
        self._thread.setObjectName("work")
        self._bench = _Bench()
        self._bench.moveToThread(self._thread)
        # Here, and in its own thread, what was given and not begun goes too. Left to the end of the program,
        # which deletes thread and bench in any order, such a work was freed twice (measured: 8 of 12 ends).
        self._thread.finished.connect(self._bench.deleteLater)
        self._work_given.connect(self._bench.carry_out)
        self._bench.succeeded.connect(self._on_bench_succeeded)
        self._bench.failed.connect(self._on_bench_failed)
        self._thread.start()

    def give(self, work: Work) -> None:
        """Have `work` done, as soon as what was given before is done."""
        self._work_given.emit(work)

    def close(self) -> None:
        """End the thread after the work under way; works not yet begun are dropped, ends not called."""
        self._thread.quit()
        self._thread.wait()
        QCoreApplication.removePostedEvents(self, QEvent.Type.MetaCall)  # the ends that are on their way

    @Slot(object, object)
    def _on_bench_succeeded(self, work: Work, result: object) -> None:
        work.succeeded(result)

    @Slot(object, object)
    def _on_bench_failed(self, work: Work, error: Exception) -> None:
        work.failed(error)


class _Bench(QObject):
    succeeded = Signal(object, object)
    failed = Signal(object, object)

    @Slot(object)
    def carry_out(self, work: Work) -> None:
        try:
            result = work.do()
        except Exception as error:  # noqa: BLE001 - a border: the error goes to the work's own end
            self.failed.emit(work, error)
        else:
            self.succeeded.emit(work, result)
