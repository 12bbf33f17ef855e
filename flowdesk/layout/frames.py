"""Placed levels put into their frames, from the outside in, and the edges' ways through all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.layout.items import Spot
from flowdesk.layout.nesting import TOP
from flowdesk.layout.routing import simplify

if TYPE_CHECKING:
    from flowdesk.layout.boxes import Boxes
    from flowdesk.layout.nesting import Nest, Trail


@dataclass(frozen=True, slots=True)
class Way:
    """An edge's path along the flow, and where its label starts. A loop has no path yet."""

    path: list[Spot]
    label: Spot | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole graph along the flow: the corner of every item and the way of every edge."""

    boxes: Boxes
    corners: list[Spot]
    ways: list[Way]


def picture(nest: Nest, boxes: Boxes) -> Picture:
    """Put all levels together."""
    corners = [Spot(0.0, 0.0)] * len(boxes.boxes)
    origins = {TOP: Spot(0.0, 0.0)}
    for number in reversed(nest.inside_out):
        origin = origins[number]
        for member, spot in zip(nest.levels[number].members, boxes.placed[number].spots, strict=False):
            box, room = boxes.boxes[member], boxes.rooms[member]
            depth = origin.depth + spot.depth + (room.depth - box.depth) / 2
            corners[member] = Spot(depth, origin.breadth + spot.breadth - box.breadth / 2)
            if member in boxes.frames:
                origins[member] = _sum(corners[member], boxes.frames[member])
    made = Picture(boxes, corners, [])
    made.ways.extend(_way(trail, nest, made, origins) for trail in nest.trails)
    return made


def _sum(one: Spot, other: Spot) -> Spot:
    return Spot(one.depth + other.depth, one.breadth + other.breadth)


def _way(trail: Trail, nest: Nest, made: Picture, origins: dict[int, Spot]) -> Way:
    path: list[Spot] = []
    label: Spot | None = None
    for level, link in trail.links:
        placed = made.boxes.placed[level]
        path += [_sum(origins[level], spot) for spot in placed.paths[link]]
        spot = placed.labels[link]
        if spot is not None:
            label = _sum(origins[level], spot)
    if path:
        path = simplify(_ended(path, trail, nest, made))
    return Way(path[::-1] if trail.is_backward else path, label)


def _ended(path: list[Spot], trail: Trail, nest: Nest, made: Picture) -> list[Spot]:
    """Lead a path on to its ends: an item with loops is smaller than its room."""
    (level, first), (other, last) = trail.links[0], trail.links[-1]
    tail, head = nest.levels[level].strands[first].tail.item, nest.levels[other].strands[last].head.item
    if tail is not None:
        end = made.corners[tail].depth + made.boxes.boxes[tail].depth
        path.insert(0, path[0]._replace(depth=end))
    if head is not None:
        path.append(path[-1]._replace(depth=made.corners[head].depth))
    return path
