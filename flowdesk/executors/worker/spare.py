"""A few descriptors kept back, so that the end of a task that has used up all of them can still be told."""

from __future__ import annotations

import os

SPARES = 8
MANY = 256
"""A process that has so many files open takes no further job: the task has kept them."""

_kept: list[int] = []


def keep() -> None:
    """Keep them.

    Raises:
        OSError: there are none left.
    """
    while len(_kept) < SPARES:
        _kept.append(os.dup(0))


def release() -> None:
    """Give them back: what ends the task may open files now."""
    while _kept:
        os.close(_kept.pop())


def has_room() -> bool:
    """Whether the next task finds descriptors enough, with those that are kept."""
    try:
        keep()
    except OSError:
        return False
    try:
        os.fstat(MANY)  # the lowest number that is free is given out first: all below are or were in use
    except OSError:
        return True
    return False
