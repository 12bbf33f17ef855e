"""The layout of a graph: `lay_out`.

Layered, in the manner of Sugiyama: ranks, order, places. Groups are laid out from the inside out and
are boxes to the level above, so that nothing foreign can lie in a group and no edge runs through one
that it has no business in. The price is that a cycle among groups (a task between two of one group)
is drawn as one: the closing edge runs against the flow, from its source's front to its target's back.

Everything is arithmetic on plain numbers, in time near to linear, and depends on nothing but the input.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from flowdesk.layout.boxes import Manner, loop_labels, place_boxes
from flowdesk.layout.graph import Layout, Point, Rect, Route, Spacing
from flowdesk.layout.items import Box, Spot
from flowdesk.layout.loops import loops
from flowdesk.layout.nesting import TOP, nest
from flowdesk.layout.routing import fan_out, simplify

if TYPE_CHECKING:
    from flowdesk.layout.boxes import Boxes
    from flowdesk.layout.graph import Direction, LayoutGraph
    from flowdesk.layout.nesting import Nest, Trail


def lay_out(
    graph: LayoutGraph,
    *,
    direction: Direction = "LR",
    spacing: Spacing | None = None,
    budget_seconds: float | None = None,
) -> Layout:
    """Lay a graph out from left to right or from top to bottom.

    Without a budget, the same graph always gets the same layout. With one, the search for fewer
    crossings ends when the time is up.

    Raises:
        KeyError: An edge ends at something that is neither a node nor a group, or a parent is no group.
    """
    end = None if budget_seconds is None else perf_counter() + budget_seconds
    manner = Manner(direction, spacing or Spacing(), lambda: end is not None and perf_counter() > end)
    levels = nest(graph)
    return _Drawing(graph, levels, place_boxes(graph, levels, manner), manner).layout()


class _Drawing:
    """Levels put into their frames, from the outside in, and turned the way of the canvas."""

    def __init__(self, graph: LayoutGraph, levels: Nest, boxes: Boxes, manner: Manner) -> None:
        self._graph = graph
        self._nest = levels
        self._boxes = boxes
        self._manner = manner
        self._corners = [Spot(0.0, 0.0)] * len(boxes.boxes)
        self._origins = {TOP: Spot(0.0, 0.0)}
        for number in reversed(levels.inside_out):
            self._open(number)

    def _open(self, number: int) -> None:
        """Place a level's members, whose own levels lie within their frames."""
        origin, boxes = self._origins[number], self._boxes
        for member, spot in zip(self._nest.levels[number].members, boxes.placed[number].spots, strict=False):
            box, room = boxes.boxes[member], boxes.rooms[member]
            depth = origin.depth + spot.depth + (room.depth - box.depth) / 2
            corner = Spot(depth, origin.breadth + spot.breadth - box.breadth / 2)
            self._corners[member] = corner
            if member in boxes.frames:
                frame = boxes.frames[member]
                self._origins[member] = Spot(corner.depth + frame.depth, corner.breadth + frame.breadth)

    def layout(self) -> Layout:
        boxes = self._boxes
        rects = [self._rect(spot, box) for spot, box in zip(self._corners, boxes.boxes, strict=True)]
        names = (*self._graph.nodes, *self._graph.groups)
        nodes = len(self._graph.nodes)
        top = boxes.placed[TOP]
        size = self._rect(Spot(0.0, 0.0), Box(top.depth, top.breadth))
        return Layout(
            nodes=dict(zip(names[:nodes], rects[:nodes], strict=True)),
            groups=dict(zip(names[nodes:], rects[nodes:], strict=True)),
            edges=self._routes(),
            width=size.width,
            height=size.height,
        )

    def _routes(self) -> tuple[Route, ...]:
        looped = {
            item: iter(loops(self._corners[item], self._boxes.boxes[item], labels))
            for item, labels in loop_labels(self._graph, self._nest, self._manner).items()
        }
        drawn = [
            self._path(trail) if trail.links else next(looped[trail.tail]) for trail in self._nest.trails
        ]
        paths = [path for path, _ in drawn]
        fan_out(paths, self._manner.spacing.line)
        routes = []
        for line, path, (_, spot) in zip(self._graph.edges, paths, drawn, strict=True):
            label = None
            if line.label is not None and spot is not None:
                box = self._manner.box(line.label)
                label = self._rect(Spot(spot.depth, spot.breadth - box.breadth / 2), box)
            routes.append(Route(tuple(self._point(each) for each in path), label))
        return tuple(routes)

    def _path(self, trail: Trail) -> tuple[list[Spot], Spot | None]:
        path: list[Spot] = []
        label: Spot | None = None
        for level, link in trail.links:
            origin, placed = self._origins[level], self._boxes.placed[level]
            path += [
                Spot(origin.depth + spot.depth, origin.breadth + spot.breadth) for spot in placed.paths[link]
            ]
            spot = placed.labels[link]
            if spot is not None:
                label = Spot(origin.depth + spot.depth, origin.breadth + spot.breadth)
        path = simplify(self._ended(path, trail))
        return path[::-1] if trail.is_backward else path, label

    def _ended(self, path: list[Spot], trail: Trail) -> list[Spot]:
        """Lead a path on to its ends: an item with loops is smaller than its room."""
        (level, first), (other, last) = trail.links[0], trail.links[-1]
        tail, head = self._nest.levels[level].strands[first].tail, self._nest.levels[other].strands[last].head
        if tail.item is not None:
            end = self._corners[tail.item].depth + self._boxes.boxes[tail.item].depth
            path.insert(0, path[0]._replace(depth=end))
        if head.item is not None:
            path.append(path[-1]._replace(depth=self._corners[head.item].depth))
        return path

    def _rect(self, corner: Spot, box: Box) -> Rect:
        if self._manner.direction == "LR":
            return Rect(corner.depth, corner.breadth, box.depth, box.breadth)
        return Rect(corner.breadth, corner.depth, box.breadth, box.depth)

    def _point(self, spot: Spot) -> Point:
        return Point(*(spot if self._manner.direction == "LR" else spot[::-1]))
