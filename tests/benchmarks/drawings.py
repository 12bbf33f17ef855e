"""A drawn graph, whoever drew it, and how it is to be looked at: crossings, edges through nodes, length."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import dist, nan
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowdesk.layout.graph import LayoutGraph, Rect

    Place = tuple[float, float]
    Curve = list[Place]
    Piece = tuple[Place, Place]

STEPS = 8
CELL = 160.0
THOUSAND, MILLION = 1e3, 1e6


@dataclass
class Drawn:
    """A drawing: every node's box, every edge's curve as a polyline, and the seconds of the processor."""

    seconds: float
    nodes: dict[str, Rect] = field(default_factory=dict)
    curves: list[Curve] = field(default_factory=list)
    area: float = 0.0


class Looks(NamedTuple):
    """How a drawing looks: `through` counts an edge for every foreign node that it runs through.

    `crossings` are pairs of edges without a common end that meet; `length` is in thousands of pixels,
    `area` in millions of square pixels.
    """

    crossings: float = 0
    through: float = 0
    length: float = 0
    area: float = 0
    seconds: float = 0

    def plus(self, other: Looks) -> Looks:
        """Of two drawings together."""
        return Looks(*map(sum, zip(self, other, strict=True)))


def looks(graph: LayoutGraph, drawn: Drawn, *, is_counted: bool = True) -> Looks:
    """Measure a drawing. Crossings are not a number where it takes too long to count them."""
    length = sum(dist(*piece) for curve in drawn.curves for piece in pairwise(curve))
    crossed = len(crossings(graph, drawn)) if is_counted else nan
    found = Looks(crossed, len(through(graph, drawn)), length / THOUSAND)
    return found._replace(area=drawn.area / MILLION, seconds=drawn.seconds)


def bezier(points: Sequence[Place]) -> Curve:
    """A cubic of four points as a polyline."""
    curve = []
    for step in range(STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
        curve.append((x, sum(weight * point[1] for weight, point in zip(weights, points, strict=True))))
    return curve


def _cells(start: Place, end: Place) -> Iterator[tuple[int, int]]:
    for column in range(int(min(start[0], end[0]) // CELL), int(max(start[0], end[0]) // CELL) + 1):
        for row in range(int(min(start[1], end[1]) // CELL), int(max(start[1], end[1]) // CELL) + 1):
            yield column, row


def _side(piece: Piece, place: Place) -> float:
    one, other = piece
    return (other[0] - one[0]) * (place[1] - one[1]) - (other[1] - one[1]) * (place[0] - one[0])


def _meet(one: Piece, other: Piece) -> bool:
    return _side(one, other[0]) * _side(one, other[1]) < 0 and _side(other, one[0]) * _side(other, one[1]) < 0


def crossings(graph: LayoutGraph, drawn: Drawn) -> set[tuple[int, int]]:
    """The pairs of edges that meet, each with the smaller number first."""
    where: dict[tuple[int, int], list[tuple[int, Piece]]] = defaultdict(list)
    for edge, curve in enumerate(drawn.curves):
        for piece in pairwise(curve):
            for cell in _cells(*piece):
                where[cell].append((edge, piece))
    ends = [{line.source, line.target} for line in graph.edges]
    found: set[tuple[int, int]] = set()
    for pieces in where.values():
        for (edge, one), (other, two) in combinations(pieces, 2):
            pair = (edge, other) if edge < other else (other, edge)
            if edge != other and pair not in found and not ends[edge] & ends[other] and _meet(one, two):
                found.add(pair)
    return found


def through(graph: LayoutGraph, drawn: Drawn) -> set[tuple[int, str]]:
    """The edges that run through nodes, with those nodes."""
    where: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, rect in drawn.nodes.items():
        for cell in _cells((rect.x, rect.y), (rect.right, rect.bottom)):
            where[cell].append(name)
    found = set()
    for edge, (line, curve) in enumerate(zip(graph.edges, drawn.curves, strict=True)):
        for x, y in curve:
            for name in where.get((int(x // CELL), int(y // CELL)), ()):
                rect = drawn.nodes[name]
                inside = rect.x + 1 < x < rect.right - 1 and rect.y + 1 < y < rect.bottom - 1
                if inside and name not in {line.source, line.target}:
                    found.add((edge, name))
    return found
