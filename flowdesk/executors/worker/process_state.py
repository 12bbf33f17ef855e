"""The limits and signals of this process: a task may change them, and the next one must not feel it."""

from __future__ import annotations

import resource
from contextlib import suppress

from flowdesk.executors.worker.core import signal

LIMITS = tuple(
    getattr(resource, f"RLIMIT_{name}")
    for name in ("AS", "CORE", "CPU", "DATA", "FSIZE", "MEMLOCK", "NOFILE", "NPROC", "STACK")
)
SIGNALS = tuple(
    int(getattr(signal, f"SIG{name}"))
    for name in ("HUP", "INT", "QUIT", "USR1", "USR2", "PIPE", "ALRM", "TERM", "CHLD", "CONT", "TSTP", "XFSZ")
)


class ProcessState:
    """How this process stands when this is made. For the main thread."""

    def __init__(self) -> None:
        self._limits = _limits()
        self._handlers = list(map(signal.getsignal, SIGNALS))
        self._mask = _blocked()

    def restore(self) -> bool:
        """Bring that back; false if something cannot be: a hard limit stays lowered."""
        if _blocked() != self._mask:
            signal.pthread_sigmask(signal.SIG_SETMASK, self._mask)
        handlers = list(map(signal.getsignal, SIGNALS))
        if handlers != self._handlers:
            for one, handler, now in zip(SIGNALS, self._handlers, handlers):  # noqa: B905 - `strict` came with 3.10
                if handler is not now and handler is not None:
                    signal.signal(one, handler)
        if _limits() == self._limits:
            return True
        for limit, pair in zip(LIMITS, self._limits):  # noqa: B905 - as above
            with suppress(ValueError, OSError):
                resource.setrlimit(limit, pair)
        return _limits() == self._limits


def _limits() -> list[tuple[int, int]]:
    return list(map(resource.getrlimit, LIMITS))


def _blocked() -> set[int]:
    blocked: set[int] = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return blocked
