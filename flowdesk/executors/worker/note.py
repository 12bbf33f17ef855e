"""What flowdesk itself has to say in a try's log."""

from __future__ import annotations

import sys
from contextlib import suppress


def write(text: str) -> None:
    """Write to the log by way of stderr, if the task has left it in a state that can be written to."""
    with suppress(Exception):
        sys.stderr.write(text)
        sys.stderr.flush()


def note(text: str) -> None:
    """Write a line to the log, marked as ours."""
    write(f"flowdesk: {text}\n")
