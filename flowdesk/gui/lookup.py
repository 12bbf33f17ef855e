"""A question to the store, asked in the thread that has it open, with an end for its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Lookup:
    """`read` asks the store, `take` is called in the window's thread with what it said.

    Any: what the store says is what its own `take` takes. It must be quick: the feed waits for it.
    """

    read: Callable[[Store], Any]
    take: Callable[[Any], None]
