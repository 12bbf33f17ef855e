"""What only the C library can do."""

from __future__ import annotations

import sys
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ctypes

LINE_BUFFERED = 1
"""_IOLBF of stdio.h, on Linux."""


@cache
def libc() -> ctypes.CDLL:
    """Give the C library of this process."""
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


def prctl(option: int, value: int) -> None:
    """Set an attribute of the process; nothing happens where there is no Linux. See its manual page."""
    if sys.platform == "linux" and libc().prctl(option, value, 0, 0, 0):
        import ctypes

        raise OSError(ctypes.get_errno(), f"prctl({option}) failed")


def buffer_lines() -> None:
    """Make what C code prints appear line by line, although it goes to a file."""
    if sys.platform == "linux":
        import ctypes

        library = libc()
        library.setvbuf(ctypes.c_void_p.in_dll(library, "stdout"), None, LINE_BUFFERED, 0)


def flush() -> None:
    """Write out what C code has printed."""
    libc().fflush(None)
