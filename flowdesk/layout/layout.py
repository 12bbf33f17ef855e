"""The layout of a graph: `lay_out`.

Layered, in the manner of Sugiyama: ranks, order, places. Groups are laid out from the inside out and
are boxes to the level above, so that nothing foreign can lie in a group and no edge runs through one
that it has no business in. The price is that a cycle among groups (a task between two of one group)
is drawn as one: the closing edge runs against the flow, from its source's front to its target's back.

Everything is arithmetic on plain numbers, in time near to linear, and depends on nothing but the input.
"""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

from flowdesk.layout.boxes import Manner, loop_labels, place_boxes
from flowdesk.layout.frames import picture
from flowdesk.layout.graph import Layout, Point, Rect, Route, Spacing
from flowdesk.layout.items import Box, Spot
from flowdesk.layout.loops import loops
from flowdesk.layout.nesting import TOP, nest
from flowdesk.layout.outlook import outlook
from flowdesk.layout.routing import fan_out

if TYPE_CHECKING:
    from flowdesk.layout.frames import Picture
    from flowdesk.layout.graph import Direction, LayoutGraph
    from flowdesk.layout.nesting import Nest


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
    begun, budget = perf_counter(), inf if budget_seconds is None else budget_seconds
    manner = Manner(direction, spacing or Spacing(), lambda part=1.0: perf_counter() - begun > part * budget)
    levels = nest(graph)
    boxes = place_boxes(graph, levels, manner, outlook(levels, manner))
    return _on_canvas(graph, levels, picture(levels, boxes), manner)


def _on_canvas(graph: LayoutGraph, levels: Nest, drawn: Picture, manner: Manner) -> Layout:
    """Turn a picture the way of the canvas."""
    boxes = drawn.boxes
    rects = [_rect(spot, box, manner) for spot, box in zip(drawn.corners, boxes.boxes, strict=True)]
    names = (*graph.nodes, *graph.groups)
    nodes = len(graph.nodes)
    top = boxes.placed[TOP]
    size = _rect(Spot(0.0, 0.0), Box(top.depth, top.breadth), manner)
    return Layout(
        nodes=dict(zip(names[:nodes], rects[:nodes], strict=True)),
        groups=dict(zip(names[nodes:], rects[nodes:], strict=True)),
        edges=_routes(graph, levels, drawn, manner),
        width=size.width,
        height=size.height,
    )


def _routes(graph: LayoutGraph, levels: Nest, drawn: Picture, manner: Manner) -> tuple[Route, ...]:
    looped = {
        item: iter(loops(drawn.corners[item], drawn.boxes.boxes[item], labels))
        for item, labels in loop_labels(graph, levels, manner).items()
    }
    ways = [
        (way.path, way.label) if way.path else next(looped[trail.tail])
        for trail, way in zip(levels.trails, drawn.ways, strict=True)
    ]
    paths = [path for path, _ in ways]
    fan_out(paths, manner.spacing.line)
    routes = []
    for line, path, (_, spot) in zip(graph.edges, paths, ways, strict=True):
        label = None
        if line.label is not None and spot is not None:
            box = manner.box(line.label)
            label = _rect(Spot(spot.depth, spot.breadth - box.breadth / 2), box, manner)
        routes.append(Route(tuple(_point(each, manner) for each in path), label))
    return tuple(routes)


def _rect(corner: Spot, box: Box, manner: Manner) -> Rect:
    if manner.direction == "LR":
        return Rect(corner.depth, corner.breadth, box.depth, box.breadth)
    return Rect(corner.breadth, corner.depth, box.breadth, box.depth)


def _point(spot: Spot, manner: Manner) -> Point:
    return Point(*(spot if manner.direction == "LR" else spot[::-1]))
