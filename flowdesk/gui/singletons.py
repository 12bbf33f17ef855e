"""Keeps CPython 3.11 alive under PySide6 6.12.0, which gives away references that it does not own.

Measured: each call that returns nothing lowers the reference count of None by one, and each `emit`
that of True. (From Python 3.12 on they are immortal, PEP 683; compiled for that, PySide6 no longer counts
them, and the same binaries are installed on 3.11.) They start at some thousands, so a window would abort
with "deallocating None" within minutes. Here they get more references than a window can give away.

Refused: leaving 6.12.0 out in pyproject.toml alone, since an environment that has it is quickly met.
"""

from __future__ import annotations

import ctypes
import sys

SPARE = 1 << 40
MORTAL_BEFORE = (3, 12)


def spare_singletons() -> None:
    """Give None, True, False and NotImplemented references to spare where they are mortal."""
    if sys.version_info >= MORTAL_BEFORE:
        return
    for one in (None, True, False, NotImplemented):
        if sys.getrefcount(one) < SPARE // 2:
            ctypes.c_ssize_t.from_address(id(one)).value += SPARE
