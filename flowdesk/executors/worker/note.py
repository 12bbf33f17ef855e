"""What flowdesk itself has to say in a try's log."""

from __future__ import annotations

import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_takers: list[Callable[[bytes], object]] = []


def go_to(take: Callable[[bytes], object] | None) -> None:
    """Hand all notes of this process to `take` from now on; None: they go to stderr."""
    _takers[:] = [take] if take else []


def write(text: str) -> None:
    """Write to stderr, or where notes go if the task has left that in no state to be written to."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except Exception:  # noqa: BLE001 - whatever the task has put there
        _hand_over(text)


def note(text: str) -> None:
    """Write a line to the log, marked as ours."""
    if not _takers:
        write(f"flowdesk: {text}\n")
        return
    _hand_over(f"{text}\n")


def _hand_over(text: str) -> None:
    with suppress(OSError):  # the task closed it
        for take in _takers:
            take(text.encode("utf-8", "backslashreplace"))
