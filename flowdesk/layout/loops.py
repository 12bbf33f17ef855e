"""Edges from an item to itself, which only a broken file has: small loops along one side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.items import Box, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 10.0


def room(box: Box, labels: Sequence[Box | None]) -> Box:
    """Return the size of an item with one loop for each label (None: a loop without one) on both sides."""
    if not labels:
        return box
    depth = max([box.depth, *(label.depth for label in labels if label)])
    breadth = sum(_REACH + (label.breadth if label else 0.0) for label in labels)
    return Box(depth + 2 * _REACH * len(labels), box.breadth + 2 * breadth)


def loops(start: Spot, box: Box, labels: Sequence[Box | None]) -> list[tuple[list[Spot], Spot | None]]:
    """Draw the loops of an item whose corner is at `start`: each path, and where its label starts."""
    drawn: list[tuple[list[Spot], Spot | None]] = []
    side, level = start.breadth + box.breadth / 4, start.breadth
    for turn, label in enumerate(labels, 1):
        half = (label.breadth if label else 0.0) / 2
        level -= _REACH + half
        before, behind = start.depth - _REACH * turn, start.depth + box.depth + _REACH * turn
        path = [
            Spot(start.depth + box.depth, side),
            Spot(behind, side),
            Spot(behind, level),
            Spot(before, level),
            Spot(before, side),
            Spot(start.depth, side),
        ]
        spot = Spot(start.depth + (box.depth - label.depth) / 2, level) if label else None
        drawn.append((path, spot))
        level -= half
    return drawn
