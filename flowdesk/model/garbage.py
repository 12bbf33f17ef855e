"""Holds Python's search for garbage back while much is made that stays.

The collector walks over all that lives each time so much has been added: a third of the time of reading
10,000 tasks, more than half of 100,000, for nothing, since nothing of it is garbage. What it would have
freed it frees afterwards.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage inside. Inside one another, and in several threads, the outermost end counts."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
