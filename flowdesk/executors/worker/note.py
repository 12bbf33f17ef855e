"""What flowdesk itself has to say in a try's log."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_takers: list[Callable[[bytes], object]] = []


def go_to(take: Callable[[bytes], object] | None) -> None:
    """Hand all notes of this process to `take` from now on; None: they go to stderr."""
    _takers[:] = [take] if take else []


def write(text: str) -> None:
    """Write to stderr, if the task has left it in a state that can be written to."""
    with suppress(Exception):
        sys.stderr.write(text)
        sys.stderr.flush()


def note(text: str) -> None:
    """Write a line to the log, marked as ours."""
    if not _takers:
        write(f"flowdesk: {text}\n")
        return
    with suppress(OSError):  # the task closed it
        _takers[0](f"{text}\n".encode("utf-8", "backslashreplace"))
