"""What is done once the first picture is painted: all that nobody waits for when he opens a window.

Measured with 1,000 tasks: half of the time from the start to the first frame went into what the frame does
not show, the modules it takes included.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PATIENCE = 1500  # milliseconds


class Afterwards(QObject):
    """Does works in the order in which they were given, one in each turn of the loop, once it has begun.

    When all of them are done, further ones are done as they are given.
    """

    done = Signal()
    """All that was given is done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: deque[Callable[[], object]] = deque()
        self._has_begun = self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def give(self, do: Callable[[], object]) -> None:
        """Have this done, after what was given before."""
        if self._is_closed:
            return
        if self._has_begun and not self._works:
            do()
        else:
            self._works.append(do)

    def begin(self) -> None:
        """Begin with the next turn of the loop."""
        if not self._has_begun and not self._is_closed:
            self._has_begun = True
            self._timer.start()

    def begin_soon(self) -> None:
        """Begin in any case after a while, if there is no first picture till then."""
        QTimer.singleShot(PATIENCE, self, self.begin)

    def close(self) -> None:
        """Leave undone what is not done yet, and whatever is given from now on."""
        self._is_closed = True
        self._timer.stop()
        self._works.clear()

    def _on_timer_timeout(self) -> None:
        if self._works:
            self._works.popleft()()
        if not self._works:
            self._timer.stop()
            self.done.emit()


class FirstPaint(QObject):
    """Tells of the first painting of `widget` once something `is_there` to be seen, and is gone then."""

    came = Signal()
    """The painting is about to begin; what a timer does comes after it."""

    def __init__(self, widget: QWidget, is_there: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._is_there = is_there
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._is_there():
            watched.removeEventFilter(self)
            self.came.emit()
            self.deleteLater()
        return False
