"""A file descriptor that becomes readable when a child may have ended."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress

from flowdesk.executors.worker.core import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def exit_of(pid: int) -> Iterator[int]:
    """Give a descriptor as `exit_signal` does, for one child of this process that has not been waited for."""
    try:
        descriptor = os.pidfd_open(pid)
    except (AttributeError, OSError):  # not on macOS and older kernels
        with exit_signal() as descriptor:
            yield descriptor
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def exit_signal() -> Iterator[int]:
    """Give the descriptor; only in the main thread. Read it, then ask `os.waitpid`.

    SIGCHLD through a pipe, as pidfd is missing on macOS and on older kernels. A child that ended before
    is not announced, so ask `os.waitpid` once at first.
    """
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    before = signal.signal(signal.SIGCHLD, lambda *_: None)
    wakeup = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    try:
        yield reading
    finally:
        signal.set_wakeup_fd(wakeup)
        signal.signal(signal.SIGCHLD, before)
        os.close(reading)
        os.close(writing)


def settle(descriptor: int) -> None:
    """Read what has gathered in the descriptor."""
    with suppress(OSError):  # it is of the kind that cannot be read, or there is nothing
        os.read(descriptor, 4096)
