"""The ways of the edges, put together from their links on each level, with no more points than needed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from flowdesk.layout.items import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL = 0.01


def simplify(path: Sequence[Spot]) -> list[Spot]:
    """Leave out points inside of level stretches; where lines swing, both ends of the swing stay."""
    kept: list[Spot] = []
    for spot in path:
        if kept and abs(kept[-1].breadth - spot.breadth) < _LEVEL:
            if abs(kept[-1].depth - spot.depth) < _LEVEL:
                continue
            if len(kept) > 1 and abs(kept[-2].breadth - spot.breadth) < _LEVEL:
                kept.pop()
        kept.append(spot)
    return kept


def fan_out(paths: list[list[Spot]], room: float) -> None:
    """Move edges that lie on each other, being parallel, apart, within `room` altogether."""
    order = sorted(range(len(paths)), key=paths.__getitem__)
    for path, group in groupby(order, key=paths.__getitem__):
        same = list(group)
        distance = room / max(2, len(same) - 1)
        for place, edge in enumerate(same):
            off = (place - (len(same) - 1) / 2) * distance
            paths[edge] = [Spot(spot.depth, spot.breadth + off) for spot in path]
