"""Walking the graph by arrow keys: along an edge with the flow or against it, or across it to a neighbour."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flowdesk.gui.canvas.flow import Flow
    from flowdesk.layout.graph import Direction, Rect

_ACROSS = 3.0  # how much further a place feels that lies off the way


class Way(Enum):
    """Where to go from a task or a folded group. `BACK` and `ON` are across the flow, up or left first."""

    DOWNSTREAM = auto()
    UPSTREAM = auto()
    BACK = auto()
    ON = auto()


def next_node(
    current: str, way: Way, *, flow: Flow, places: Mapping[str, Rect], direction: Direction = "LR"
) -> str | None:
    """What lies `way` of `current`, or None where there is nothing."""
    at = {name: _along(rect, direction) for name, rect in places.items()}
    if way in (Way.UPSTREAM, Way.DOWNSTREAM):
        ends = flow.before(current) if way is Way.UPSTREAM else flow.after(current)
        return _nearest(current, (name for name in ends if name in at), at)
    sign = -1 if way is Way.BACK else 1
    ahead = [name for name, (_, across) in at.items() if (across - at[current][1]) * sign > 1]
    return _nearest(current, ahead, at, along=_ACROSS, across=1.0)


def sibling(current: str, step: int, names: Sequence[str]) -> str:
    """The next or previous of `names` that lies in the same group, in their order, round and round."""
    group = current.rpartition(".")[0]
    beside = [name for name in names if name.rpartition(".")[0] == group]
    return beside[(beside.index(current) + step) % len(beside)]


def first_node(places: Mapping[str, Rect], direction: Direction = "LR") -> str | None:
    """Where a walk begins: the first along the flow, the uppermost or leftmost of those."""

    def corner(name: str) -> tuple[float, float]:
        rect = places[name]
        return (rect.x, rect.y) if direction == "LR" else (rect.y, rect.x)

    return min(places, key=corner, default=None)


def _along(rect: Rect, direction: Direction) -> tuple[float, float]:
    """Where the middle of a rectangle lies along the flow and across it."""
    x, y = rect.center
    return (x, y) if direction == "LR" else (y, x)


def _nearest(
    current: str,
    candidates: Iterable[str],
    at: Mapping[str, tuple[float, float]],
    *,
    along: float = 1.0,
    across: float = _ACROSS,
) -> str | None:
    here = at[current]

    def distance(name: str) -> float:
        there = at[name]
        return abs(there[0] - here[0]) * along + abs(there[1] - here[1]) * across

    return min(candidates, key=distance, default=None)
