"""Ctrl-C and its kin while a run is under way: the first ends the run in good order, the second at once."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from flowdesk.engine.run import Engine

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Received:
    """Which of the ending signals came first, if any."""

    signal: signal.Signals | None = None

    @property
    def exit_code(self) -> int | None:
        """The shell's way to say "ended by a signal": 128 and its number; None if none came."""
        return 128 + self.signal if self.signal else None


@contextmanager
def cancelled_by_signals(engine: Engine) -> Iterator[Received]:
    """While inside, a signal cancels the engine's run; a second one raises KeyboardInterrupt.

    Must be entered on the main thread. The handlers that were there come back at the end.
    """
    received = Received()

    def on_signal(number: int, _frame: FrameType | None) -> None:
        if received.signal is not None:
            raise KeyboardInterrupt
        received.signal = signal.Signals(number)
        engine.cancel(f"ended by {received.signal.name}")

    before = {number: signal.signal(number, on_signal) for number in ENDING}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
