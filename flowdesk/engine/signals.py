"""Ctrl-C and its kin while a run is under way: the first ends the run in good order, the second at once.

The second still writes down how the run ended: tasks are killed without a grace. Only a third, which a task
in this very process may need, interrupts whatever goes on; the run then reads as interrupted. A hangup that
was ignored when the program started (`nohup`) stays ignored: the run outlives its terminal.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from flowdesk.engine.run import Engine

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Received:
    """Which of the ending signals came first, if any."""

    signal: signal.Signals | None = None
    count = 0

    @property
    def exit_code(self) -> int | None:
        """The shell's way to say "ended by a signal": 128 and its number; None if none came."""
        return 128 + self.signal if self.signal else None


@contextmanager
def cancelled_by_signals(engine: Engine, *, told: Callable[[], None] = lambda: None) -> Iterator[Received]:
    """While inside, a signal cancels the engine's run, a second kills, a third raises KeyboardInterrupt.

    At the first, `told` is called, within the handler. Must be entered on the main thread. The handlers
    that were there come back at the end.
    """
    received = Received()

    def on_signal(number: int, _frame: FrameType | None) -> None:
        if received.count > 1:
            raise KeyboardInterrupt
        received.signal = received.signal or signal.Signals(number)
        received.count += 1
        if received.count == 1:
            told()
        engine.cancel(f"ended by {received.signal.name}", at_once=received.count > 1)

    ending = [
        one for one in ENDING if one is not signal.SIGHUP or signal.getsignal(one) is not signal.SIG_IGN
    ]
    before = {number: signal.signal(number, on_signal) for number in ending}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
