"""How the whole graph would lie without its groups, which tells each group what comes first in it.

A group is placed before what is round it, and only knows its own edges. Here all nodes are put into rows as
if there were no groups; where a node then lies across the flow is where it would best lie in its group, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.layout.breadths import breadths
from flowdesk.layout.items import Box, Link
from flowdesk.layout.nesting import TOP
from flowdesk.layout.ordering import order
from flowdesk.layout.ranks import early_ranks
from flowdesk.layout.rows import rows_of

if TYPE_CHECKING:
    from flowdesk.layout.boxes import Leans, Manner
    from flowdesk.layout.nesting import Level, Nest

_ROOM = 40.0
_PART = 0.4  # of the time


def outlook(nest: Nest, manner: Manner) -> Leans:
    """Where across the flow all members of the groups would best lie, group by group."""
    pairs = [
        (trail.head, trail.tail) if trail.is_backward else (trail.tail, trail.head)
        for trail in nest.trails
        if trail.links
    ]
    if len(nest.levels) == 1 or not pairs or manner.out_of_time(_PART):
        return {}
    count = len(nest.parents)
    links = [Link(tail, head) for tail, head in dict.fromkeys(pairs)]
    rows = rows_of([Box(0.0, _ROOM)] * count, links, early_ranks(count, pairs), manner.spacing)
    order(rows, lambda: manner.out_of_time(_PART))
    at = breadths(rows)
    _lift(nest, at)
    return {number: _places(level, at) for number, level in nest.levels.items() if number != TOP}


def _places(level: Level, at: list[float]) -> dict[int, float]:
    """Number what lies in a group, or is an end of what enters it, across the flow."""
    known = {*level.members, *(end.leaf for strand in level.strands for end in strand[:2])}
    return {item: float(place) for place, item in enumerate(sorted(known, key=lambda item: (at[item], item)))}


def _lift(nest: Nest, at: list[float]) -> None:
    """Put every group in the middle of its members."""
    for number in nest.inside_out:
        members = nest.levels[number].members
        if number != TOP and members:
            at[number] = sum(at[member] for member in members) / len(members)
