"""What a layout depends on, as a short name for it, and a layout as plain JSON, to be kept under that name.

Ids make no difference, only sizes, nesting, edges and order do: a pipeline in which a task is renamed, or
another one of the same shape, is laid out the same. A text that is none of ours, or that does not fit its
graph, is refused and never believed.
"""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Any

from flowdesk.layout.graph import Layout, Point, Rect, Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flowdesk.layout.graph import Direction, LayoutGraph, Spacing

_FORM = 3  # of the JSON, and of what the layout makes of a shape


class ShapeMismatch(ValueError):
    """The text is no layout of the graph."""


def shape_of(graph: LayoutGraph, direction: Direction, spacing: Spacing) -> str:
    """A name for all that decides how a graph is laid out: 64 hexadecimal digits."""
    number = {name: place for place, name in enumerate((*graph.nodes, *graph.groups))}
    nodes = [(*size, number.get(graph.parents.get(name) or "", -1)) for name, size in graph.nodes.items()]
    groups = [(number.get(box.parent or "", -1), box.header, box.min_width) for box in graph.groups.values()]
    edges = [(number[line.source], number[line.target], line.label) for line in graph.edges]
    told = (_FORM, direction, spacing, nodes, groups, edges)
    return sha256(repr(told).encode()).hexdigest()


def to_json(layout: Layout) -> str:
    """A layout as text, in the order of its graph."""
    return json.dumps(
        {
            "form": _FORM,
            "size": _rounded((layout.width, layout.height)),
            "nodes": [_rounded(rect) for rect in layout.nodes.values()],
            "groups": [_rounded(rect) for rect in layout.groups.values()],
            "edges": [
                [
                    _rounded(number for point in route.points for number in point),
                    None if route.label is None else _rounded(route.label),
                ]
                for route in layout.edges
            ],
        },
        separators=(",", ":"),
    )


def from_json(text: str, graph: LayoutGraph) -> Layout:
    """The layout of `graph` that `to_json` wrote.

    Raises:
        ShapeMismatch: The text is something else.
    """
    try:
        told = json.loads(text)
        if told["form"] != _FORM:
            raise ShapeMismatch
        width, height = _numbers(told["size"], 2)
        return Layout(
            nodes=_rects(graph.nodes, told["nodes"]),
            groups=_rects(graph.groups, told["groups"]),
            edges=tuple(_route(*each) for each in _as_many(graph.edges, told["edges"])),
            width=width,
            height=height,
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ShapeMismatch from error


def _rounded(numbers: Iterable[float]) -> list[float]:
    return [round(number, 2) for number in numbers]


def _rects(names: Iterable[str], told: Any) -> dict[str, Rect]:  # noqa: ANN401 - nobody knows what it is
    kept = list(names)
    return {name: Rect(*_numbers(rect, 4)) for name, rect in zip(kept, _as_many(kept, told), strict=True)}


def _route(points: Any, label: Any) -> Route:  # noqa: ANN401 - as above
    flat = _numbers(points, len(points))
    pairs = [Point(x, y) for x, y in list(pairwise(flat))[::2]]
    if len(pairs) < 2 or len(flat) % 2:  # noqa: PLR2004 - a line has two ends
        raise ShapeMismatch
    return Route(tuple(pairs), None if label is None else Rect(*_numbers(label, 4)))


def _numbers(told: Any, count: int) -> list[float]:  # noqa: ANN401 - as above
    numbers = [float(number) for number in told]
    if len(numbers) != count or not all(map(isfinite, numbers)):
        raise ShapeMismatch
    return numbers


def _as_many(expected: Sequence[object], told: Any) -> list[Any]:  # noqa: ANN401 - as above
    if not isinstance(told, list) or len(told) != len(expected):
        raise ShapeMismatch
    return told
