"""How an exported graph is to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.gui.colours import LIGHT

if TYPE_CHECKING:
    from collections.abc import Collection

    from flowdesk.gui.colours import Theme
    from flowdesk.layout.graph import Direction, Layout


@dataclass(frozen=True, slots=True)
class Looks:
    """Its colours, which way it flows, which groups are folded, which tasks are shown (None: all).

    `scale` is how many dots a PNG has for each pixel of the window at 100 %. `layout` is where everything
    lies where that is known already.
    """

    theme: Theme = LIGHT
    direction: Direction = "LR"
    folded: Collection[str] = frozenset()
    only: Collection[str] | None = None
    scale: float = 2.0
    layout: Layout | None = None
