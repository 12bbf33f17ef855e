"""Notes when the window's event loop stands still: more than `LIMIT` of work between two of its turns.

These machines are shared, so what counts is the processor time of the window's thread, not the clock's. A
timer that runs on processor time interrupts a long turn to keep what Python is doing: so a stall is told by
the names of functions. (A thread that looks was refused: it may run Python's collector of cycles, and there
delete what is Qt's.) Only work that the loop does counts, not what a test does between two of its waits.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

LIMIT = 0.1  # seconds
FIRST_LOOK, LOOK = 0.03, 0.01
STACKS = 8

ALLOWED: dict[str, tuple[float, str]] = {
    "docks.py:_on_settle_timeout": (0.3, "a page is shown for the first time: all its panels are laid out"),
    "session.py:_on_file_checked": (0.3, "every panel gets and paints a file's contents in one turn"),
    "session.py:_on_feed_run_opened": (0.2, "every panel gets and paints a run in one turn"),
    "garbage.py:_on_timer_timeout": (0.2, "the collector goes through what earlier tests have left, too"),
}
"""Functions in which the loop may stand still for longer: so many seconds, and why."""


class Stall(NamedTuple):
    """A turn that took too long, and the calls that were seen in it, innermost last, as "file:name:line"."""

    seconds: float
    stacks: Sequence[list[str]]

    @property
    def limit(self) -> float:
        """How long the loop may stand still for what was seen, in seconds."""
        calls = [call.rpartition(":")[0] for stack in self.stacks for call in stack]
        return max([LIMIT, *(ALLOWED[call][0] for call in calls if call in ALLOWED)])

    def __str__(self) -> str:
        told = [" → ".join(stack[-6:]) or "Qt itself" for stack in self.stacks]
        seen = "\n".join(f"  {one}" for one in dict.fromkeys(told))
        return f"the event loop stood still for {self.seconds * 1e3:.0f} ms of processor time, in:\n{seen}"


class StallWatch(QObject):
    """Watches the loop of the thread in which it is made, which is Python's main one."""

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[Stall] = []
        self._since: float | None = None
        self._stacks = deque[list[str]](maxlen=STACKS)
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._on_dispatcher_about_to_block)
        dispatcher.awake.connect(self._on_dispatcher_awake)
        # Glib's tells that it may block before it does all the work of a turn, Qt's own that it is awake.
        self._is_glib = "Glib" in dispatcher.metaObject().className()
        self._before = signal.signal(signal.SIGPROF, self._on_signal)

    def close(self) -> None:
        """Look no more."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, self._before)

    def taken(self) -> list[Stall]:
        """The stalls since the last time, without those that are allowed."""
        found, self.stalls = [stall for stall in self.stalls if stall.seconds > stall.limit], []
        return found

    @Slot()
    def _on_dispatcher_about_to_block(self) -> None:
        self._turn(begins=self._is_glib)

    @Slot()
    def _on_dispatcher_awake(self) -> None:
        self._turn(begins=not self._is_glib)

    def _turn(self, *, begins: bool) -> None:
        now = time.thread_time()
        if self._since is not None and now - self._since > LIMIT:
            self.stalls.append(Stall(now - self._since, self._stacks))
            self._stacks = deque(maxlen=STACKS)
        self._stacks.clear()
        self._since = now if begins else None
        signal.setitimer(signal.ITIMER_PROF, FIRST_LOOK if begins else 0, LOOK)

    def _on_signal(self, _: int, frame: FrameType | None) -> None:
        stack: list[str] = []
        while frame is not None:
            path = Path(frame.f_code.co_filename)
            if "flowdesk" in path.parts[-4:-1] or "gui" in path.parts[-4:-1]:
                stack.insert(0, f"{path.name}:{frame.f_code.co_name}:{frame.f_lineno}")
            frame = frame.f_back
        self._stacks.append(stack)
