"""Walking the graph by arrow keys: along an edge to the right or left, to the neighbour up or down."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flowdesk.layout.graph import Rect
    from flowdesk.plan.plan import Task

_ACROSS = 3.0  # how much further a place feels that lies off the way


class Way(Enum):
    """Where to go from a task."""

    DOWNSTREAM = auto()
    UPSTREAM = auto()
    UP = auto()
    DOWN = auto()


def next_task(current: str, way: Way, *, tasks: Mapping[str, Task], places: Mapping[str, Rect]) -> str | None:
    """The task that lies `way` of `current`, or None where there is none."""
    if way is Way.UPSTREAM:
        return _nearest(current, tasks[current].upstream, places)
    if way is Way.DOWNSTREAM:
        after = [task.id for task in tasks.values() if current in task.upstream]
        return _nearest(current, after, places)
    y = places[current].center.y
    sign = -1 if way is Way.UP else 1
    ahead = [task for task in places if (places[task].center.y - y) * sign > 1]
    return _nearest(current, ahead, places, across_is_x=True)


def first_task(places: Mapping[str, Rect]) -> str | None:
    """Where a walk begins: the leftmost task, the uppermost of those."""
    return min(places, key=lambda task: (places[task].x, places[task].y), default=None)


def _nearest(
    current: str, candidates: Iterable[str], places: Mapping[str, Rect], *, across_is_x: bool = False
) -> str | None:
    here = places[current].center

    def distance(task: str) -> float:
        there = places[task].center
        dx, dy = abs(there.x - here.x), abs(there.y - here.y)
        return dx * _ACROSS + dy if across_is_x else dx + dy * _ACROSS

    return min(candidates, key=distance, default=None)
