"""What flowdesk itself has to say in a try's log."""

from __future__ import annotations

import sys


def note(text: str) -> None:
    """Write a line to the log, marked as ours."""
    sys.stderr.write(f"flowdesk: {text}\n")
    sys.stderr.flush()
