"""Everything that a try prints goes to its log: at the level of file descriptors, line by line.

So what C code and grandchildren print is there too, and the log can be followed while the task runs.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from flowdesk.executors.worker import libc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

STANDARD = (0, 1, 2)


def settle_streams() -> None:
    """Put nothing on stdin, stdout and stderr, and make Python and C write whole lines at once."""
    _put(os.open(os.devnull, os.O_RDWR), STANDARD)
    libc.buffer_lines()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]  # the interpreter's own


def open_log(path: str) -> int:
    """The log's descriptor, for appending; its folders are made."""
    try:
        return os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - pathlib is slow to import
        return os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o644)


@contextmanager
def to_log(path: str) -> Iterator[None]:
    """Send stdout and stderr to the log for the length of the block."""
    _put(open_log(path), STANDARD[1:])
    streams = sys.stdout, sys.stderr
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams
        _flush(streams)
        libc.flush()
        _put(os.open(os.devnull, os.O_RDWR), STANDARD)
        _flush(streams)  # what a closed descriptor did not take must not get into the next log


def _flush(streams: tuple[TextIO, ...]) -> None:
    for stream in streams:
        with suppress(OSError, ValueError):  # a task may close even that, or the descriptor below it
            stream.flush()


def _put(descriptor: int, standards: tuple[int, ...]) -> None:
    """Put an open file in the place of standard ones. It may be one itself, where a task has closed that."""
    for standard in standards:
        os.dup2(descriptor, standard)
        os.set_inheritable(standard, True)  # noqa: FBT003 - the os module takes it by position
    if descriptor not in STANDARD:
        os.close(descriptor)
