"""Groups placed again and again, each time knowing where their edges came from the last time.

A group is placed before what is round it, so at first its members do not know on which side their
edges arrive. Only what enters a group is told: were the other end told too, both would change places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.boxes import place_boxes
from flowdesk.layout.frames import leans, picture
from flowdesk.layout.outlook import outlook

if TYPE_CHECKING:
    from flowdesk.layout.boxes import Manner
    from flowdesk.layout.frames import Picture
    from flowdesk.layout.graph import LayoutGraph
    from flowdesk.layout.nesting import Nest

_ROUNDS = 8
_WORTH = 0.995


def settle(graph: LayoutGraph, nest: Nest, manner: Manner) -> Picture:
    """Place a graph in rounds, as long as its edges get straighter."""
    known = outlook(nest, manner)
    best = picture(nest, place_boxes(graph, nest, manner, known))
    for _ in range(_ROUNDS):
        before, known = known, leans(nest, best)
        if known == before or manner.out_of_time():
            break
        other = picture(nest, place_boxes(graph, nest, manner, known))
        if other.swing() > best.swing() * _WORTH:
            break
        best = other
    return best
