"""The graph taken apart into levels: the canvas, and the inside of each group.

An edge between two groups becomes a link on the level where both lie, and one link on each level
below, from the group's border to the end. So each level can be placed by itself, inner ones first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.layout.cycles import backward

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.layout.graph import LayoutGraph

TOP = -1
"""The number of the canvas as a level."""


class End(NamedTuple):
    """Where a link ends: on an item of the level, or on the level's border if that is None.

    `leaf` is the end of the edge itself: the item, something inside of it, or, for a border, the
    item at the link's other end or something inside that.
    """

    item: int | None
    leaf: int


class Strand(NamedTuple):
    """A link of a level."""

    tail: End
    head: End
    edge: int | None = None


@dataclass(slots=True)
class Level:
    """The members of the canvas or of a group, and the links between them, by number."""

    members: list[int] = field(default_factory=list)
    strands: list[Strand] = field(default_factory=list)
    known: dict[Strand, int] = field(default_factory=dict)

    def link(self, strand: Strand) -> int:
        """Return the number of a link, which is added if need be."""
        if strand not in self.known:
            self.known[strand] = len(self.strands)
            self.strands.append(strand)
        return self.known[strand]


@dataclass(slots=True)
class Trail:
    """The links that make up an edge, as (level, number of link), in the direction of the flow.

    A backward edge runs against the flow; a loop is an edge from an item to itself and has no links.
    """

    tail: int
    head: int
    links: list[tuple[int, int]] = field(default_factory=list)
    is_backward: bool = False


@dataclass(slots=True)
class Nest:
    """All levels of a graph. Nodes have the numbers from 0 in their order, groups those after them."""

    parents: list[int]
    levels: dict[int, Level]
    trails: list[Trail]
    inside_out: list[int]


def nest(graph: LayoutGraph) -> Nest:
    """Take a graph apart.

    Raises:
        KeyError: An edge ends at something that is neither a node nor a group, or a parent is no group.
    """
    numbers = {name: len(graph.nodes) + place for place, name in enumerate(graph.groups)}
    parents = [_number(graph.parents.get(name), numbers) for name in graph.nodes]
    parents += [_number(box.parent, numbers) for box in graph.groups.values()]
    numbers |= {name: place for place, name in enumerate(graph.nodes)}
    made = Nest(parents, {TOP: Level()}, [], [])
    _fill(made, len(graph.nodes))
    _lead(made, graph, numbers)
    return made


def _number(name: str | None, numbers: Mapping[str, int]) -> int:
    return TOP if name is None else numbers[name]


def _fill(made: Nest, nodes: int) -> None:
    """Put every item on its level, groups where their first node is and empty ones last."""
    for group in range(nodes, len(made.parents)):
        made.levels[group] = Level()
    seen = {TOP}
    depth = {TOP: 0}
    for item in range(len(made.parents)):
        way, outer = [], item
        while outer not in seen:
            seen.add(outer)
            way.append(outer)
            outer = made.parents[outer]
        for each in reversed(way):
            parent = made.parents[each]
            made.levels[parent].members.append(each)
            depth[each] = depth[parent] + 1
    made.inside_out = sorted(made.levels, key=lambda level: -depth[level])


def _lead(made: Nest, graph: LayoutGraph, numbers: Mapping[str, int]) -> None:
    """Lead every edge through its levels, first all as written, to see which close a cycle."""
    ways = [_way(numbers[line.source], numbers[line.target], made.parents) for line in graph.edges]
    between: dict[int, list[tuple[int, int]]] = {}
    for tails, heads, level in ways:
        if tails and heads:
            between.setdefault(level, []).append((tails[-1], heads[-1]))
    closing: set[tuple[int, int]] = set()
    for level, pairs in between.items():
        index = {item: place for place, item in enumerate(made.levels[level].members)}
        members = made.levels[level].members
        found = backward(len(index), [(index[tail], index[head]) for tail, head in pairs])
        closing |= {(members[tail], members[head]) for tail, head in found}
    for edge, (tails, heads, level) in enumerate(ways):
        is_backward = bool(tails and heads) and (tails[-1], heads[-1]) in closing
        if is_backward:
            tails, heads = heads, tails  # noqa: PLW2901 - from here on, the edge is the turned one
        trail = Trail(numbers[graph.edges[edge].source], numbers[graph.edges[edge].target])
        trail.is_backward = is_backward
        _strand(made, trail, tails, heads, (level, edge if graph.edges[edge].label else None))
        made.trails.append(trail)


def _way(source: int, target: int, parents: list[int]) -> tuple[list[int], list[int], int]:
    """Return each end with the groups round it, from the inside out, up to the level that both share."""
    tails, heads = _up(source, parents), _up(target, parents)
    level = TOP
    while tails and heads and tails[-1] == heads[-1]:
        level = tails.pop()
        heads.pop()
    return tails, heads, level


def _up(item: int, parents: list[int]) -> list[int]:
    way = []
    while item != TOP:
        way.append(item)
        item = parents[item]
    return way


def _strand(
    made: Nest, trail: Trail, tails: list[int], heads: list[int], where: tuple[int, int | None]
) -> None:
    """Add the links of an edge. Without `tails` or `heads` it ends at the group round the other end."""
    level, edge = where
    tail, head = (tails or heads or [TOP])[0], (heads or tails or [TOP])[0]
    for inner, outer in zip(tails, [*tails, level][1:], strict=True):
        if outer != level or not heads:
            strand = Strand(End(inner, tail), End(None, tail), edge if outer == level else None)
            trail.links.append((outer, made.levels[outer].link(strand)))
    if tails and heads:
        strand = Strand(End(tails[-1], tail), End(heads[-1], head), edge)
        trail.links.append((level, made.levels[level].link(strand)))
    for inner, outer in reversed(list(zip(heads, [*heads, level][1:], strict=True))):
        if outer != level or not tails:
            strand = Strand(End(None, head), End(inner, head), edge if outer == level else None)
            trail.links.append((outer, made.levels[outer].link(strand)))
