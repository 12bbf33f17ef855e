"""A layout in no time, to stand in until there is a good one: members in rows, groups round them.

Everything has its place and its size, groups are boxes round their members, and nothing overlaps; lines go
straight from side to side, through whatever lies between.
"""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from flowdesk.layout.graph import Layout, Point, Rect, Route, Size, Spacing

if TYPE_CHECKING:
    from flowdesk.layout.graph import Direction, LayoutGraph, Line

_ASPECT = 2.0  # how many times as many columns as rows


def lay_in_grid(graph: LayoutGraph, *, direction: Direction = "LR", spacing: Spacing | None = None) -> Layout:
    """Lay a graph out in rows of equal numbers, in the order in which it names things."""
    return _Grid(graph, direction, spacing or Spacing()).laid_out()


class _Grid:
    def __init__(self, graph: LayoutGraph, direction: Direction, spacing: Spacing) -> None:
        self._graph = graph
        self._direction = direction
        self._spacing = spacing
        self._members: dict[str | None, list[str]] = {None: []}
        for group in graph.groups:
            self._members[group] = []
        for name in graph.nodes:
            self._members[graph.parents.get(name)].append(name)
        for group, box in graph.groups.items():
            self._members[box.parent].append(group)
        self._corners: dict[str, tuple[float, float]] = {}  # within the group round it
        self._sizes: dict[str, Size] = dict(graph.nodes)

    def laid_out(self) -> Layout:
        graph = self._graph
        for group in reversed(list(graph.groups)):  # inner ones first, as parents come before children
            box, padding = graph.groups[group], self._spacing.padding
            inside = self._fill(group, padding, box.header + padding)
            width = max(box.min_width, inside.width + 2 * padding)
            self._sizes[group] = Size(width, box.header + inside.height + 2 * padding)
        whole = self._fill(None, 0.0, 0.0)
        places: dict[str, Rect] = {}
        for group, box in graph.groups.items():
            places[group] = self._place(group, box.parent, places)
        nodes = {name: self._place(name, graph.parents.get(name), places) for name in graph.nodes}
        groups = dict(places)
        ends = {**groups, **nodes}
        return Layout(nodes, groups, tuple(self._route(line, ends) for line in graph.edges), *whole)

    def _fill(self, group: str | None, left: float, top: float) -> Size:
        """Put the members of a group into rows, and say what room they take."""
        names, spacing = self._members[group], self._spacing
        across = max(1, ceil(sqrt(len(names) * _ASPECT)))
        width, y = 0.0, 0.0
        for start in range(0, len(names), across):
            row, x = names[start : start + across], 0.0
            for name in row:
                self._corners[name] = (left + x, top + y)
                x += self._sizes[name].width + spacing.layer
            width = max(width, x - spacing.layer)
            y += max(self._sizes[name].height for name in row) + spacing.node
        return Size(width, max(0.0, y - spacing.node))

    def _place(self, name: str, parent: str | None, places: dict[str, Rect]) -> Rect:
        x, y = self._corners[name]
        if parent is not None:
            x, y = x + places[parent].x, y + places[parent].y
        return Rect(x, y, *self._sizes[name])

    def _route(self, line: Line, ends: dict[str, Rect]) -> Route:
        tail, head = ends[line.source], ends[line.target]
        if self._direction == "LR":
            points = (Point(tail.right, tail.center.y), Point(head.x, head.center.y))
        else:
            points = (Point(tail.center.x, tail.bottom), Point(head.center.x, head.y))
        label = None
        if line.label is not None:
            x, y = ((one + other) / 2 for one, other in zip(*points, strict=True))
            width, height = line.label
            label = Rect(x - width / 2, y - height / 2, width, height)
        return Route(points, label)
