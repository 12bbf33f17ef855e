"""What stands for standard streams that are closed, as some daemons start what they start."""

from __future__ import annotations

import os
import sys

_STREAMS = (0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")


def stand_in_for_closed_streams() -> None:
    """Put the null device behind each standard stream that was closed when Python started.

    Else the next file or socket would get its number: a worker's socket did, and was no socket in the worker,
    where that number is a stream again.
    """
    for descriptor, name, mode in _STREAMS:
        if getattr(sys, name) is not None:
            continue
        nowhere = os.open(os.devnull, os.O_RDWR)
        if nowhere != descriptor:
            os.dup2(nowhere, descriptor)
            os.close(nowhere)
        os.set_inheritable(descriptor, True)  # noqa: FBT003 - the os module takes it by position
        setattr(sys, name, open(descriptor, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - it stays open
