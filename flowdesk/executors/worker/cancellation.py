"""The cancel of the task that is under way, and the moments in which it must wait."""

from __future__ import annotations

import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Cancelled(BaseException):
    """The task is to end: it was cancelled."""


class Cancellation:
    """Says whether a cancel was asked for, and acts on it once.

    `requested` is never taken back: after a cancel the worker gets no further job. So a cancel that
    overtakes its job on the way here is not lost. `acted` tells whether the task was still there to feel it.
    `hears_keyboard`: Ctrl-C reaches this process. A worker is in no terminal's session; there,
    KeyboardInterrupt is an exception like any other.
    """

    def __init__(self, *, hears_keyboard: bool = False) -> None:
        self.hears_keyboard = hears_keyboard
        self.requested = False
        self._action: Callable[[], None] | None = None
        self.acted = False

    def request(self, *_signal: object) -> None:
        """Cancel; usable as a signal handler."""
        self.requested = True
        self._act()

    def acting(self, action: Callable[[], None]) -> _Acting:
        """While inside, do `action` at a cancel; at once, if it came before."""
        return _Acting(self, action)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Put off the action until the end of the block: a message must not be sent by half.

        Signals interrupt the main thread only, so there is nothing to put off in another.
        """
        threading = sys.modules.get("threading")  # as long as nobody has imported it, there is one thread
        if threading is not None and threading.current_thread() is not threading.main_thread():
            yield
            return
        action, self._action = self._action, None
        try:
            yield
        finally:
            self._action = action
        self._act()

    def act_by(self, action: Callable[[], None] | None) -> None:
        """Do this at a cancel from now on, and at once if it came before; None: nothing."""
        self._action = action
        self._act()

    def _act(self) -> None:
        if self.requested and self._action and not self.acted:
            self.acted = True
            self._action()


class _Acting:
    """The block of `Cancellation.acting`: a class, as a generator takes three times as long."""

    __slots__ = ("_action", "_cancellation")

    def __init__(self, cancellation: Cancellation, action: Callable[[], None]) -> None:
        self._cancellation = cancellation
        self._action = action

    def __enter__(self) -> None:
        self._cancellation.act_by(self._action)

    def __exit__(self, *_error: object) -> None:
        self._cancellation.act_by(None)


def interrupt() -> None:
    """Raise `Cancelled` wherever the main thread stands: the action for a callable."""
    raise Cancelled
