"""The graph layout beside Graphviz's dot: the same made-up graphs, both measured in the same way.

    python tests/benchmarks/bench_layout.py [NODES …]

Seconds include what each needs to be asked: dot its process and text. Crossings are pairs of edges
without a common end that meet, through counts an edge for every foreign node it touches, length and
area are in thousands of pixels and millions of square pixels. All edges are measured as the curves drawn.
"""

from __future__ import annotations

import random
import shlex
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING

from flowdesk.layout.graph import GroupBox, LayoutGraph, Line, Rect, Size
from flowdesk.layout.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Place = tuple[float, float]
    Curve = list[Place]

SIZES = [int(argument) for argument in sys.argv[1:]] or [50, 300, 1000]
STEPS = 8
CELL = 160.0
DOT = shutil.which("dot")
SEED = 7
PATIENCE = 120


@dataclass
class Drawn:
    """A drawing: every node's box and every edge's curve as a polyline."""

    seconds: float
    nodes: dict[str, Rect]
    curves: list[Curve]
    area: float


def sizes(names: Sequence[str], rnd: random.Random) -> dict[str, Size]:
    return {name: Size(rnd.choice((96, 128, 160, 240)), rnd.choice((36, 36, 52, 76))) for name in names}


def fan(count: int, rnd: random.Random) -> LayoutGraph:
    """One task, twenty after it, one after them, and so on."""
    names = [f"n{number}" for number in range(count)]
    lines: list[Line] = []
    for hub in range(0, count - 21, 21):
        for leaf in range(hub + 1, hub + 21):
            lines += [Line(names[hub], names[leaf]), Line(names[leaf], names[hub + 21])]
    used = {line.source for line in lines} | {line.target for line in lines}
    return LayoutGraph(sizes([name for name in names if name in used], rnd), edges=lines)


def woven(count: int, rnd: random.Random) -> LayoutGraph:
    """Layers of tasks, each after one to three near it in a layer before, some from far back."""
    names = [f"n{number}" for number in range(count)]
    wide = max(2, int(count**0.5 * 1.2))
    lines = set()
    for number in range(wide, count):
        for _ in range(rnd.choice((1, 1, 1, 2, 2, 3))):
            back = rnd.choice((1,) * 9 + (3,))
            near = number - back * wide + round(rnd.gauss(0, 2))
            lines.add((names[max(0, min(near, number - number % wide - 1))], names[number]))
    return LayoutGraph(sizes(names, rnd), edges=[Line(*line) for line in sorted(lines)])


def grouped(count: int, rnd: random.Random) -> LayoutGraph:
    """Groups of ten in groups of six, edges mostly inside of a group, else to a near one."""
    groups: dict[str, GroupBox] = {}
    parents: dict[str, str | None] = {}
    lines = set()
    for number in range(count):
        group, outer = f"g{number // 10}", f"s{number // 60}"
        groups.setdefault(outer, GroupBox())
        groups.setdefault(group, GroupBox(outer))
        parents[f"n{number}"] = group
        if number % 10:
            lines |= {(f"n{number - rnd.randint(1, min(3, number % 10))}", f"n{number}") for _ in range(2)}
        elif number:
            far = rnd.randint(max(0, number // 10 - 4), number // 10 - 1)
            lines |= {(f"n{10 * far + rnd.randint(7, 9)}", f"n{number + rnd.randint(0, 1)}")}
    edges = [Line(*line) for line in sorted(lines)]
    return LayoutGraph(sizes(list(parents), rnd), groups, parents, edges)


def by_flowdesk(graph: LayoutGraph) -> Drawn:
    start = time.perf_counter()
    layout = lay_out(graph)
    seconds = time.perf_counter() - start
    curves = []
    for route in layout.edges:
        curve: Curve = []
        for (x, y), (right, below) in pairwise(route.points):
            half = (right - x) / 2
            curve += bezier([(x, y), (x + half, y), (right - half, below), (right, below)])
        curves.append(curve)
    return Drawn(seconds, dict(layout.nodes), curves, layout.width * layout.height)


def by_dot(graph: LayoutGraph) -> Drawn | None:
    """Ask dot, with its distances set to flowdesk's."""
    text = dot_text(graph)
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [str(DOT), "-Tplain"], input=text, capture_output=True, check=True, text=True, timeout=PATIENCE
        )
    except subprocess.SubprocessError:
        return None
    drawn = Drawn(time.perf_counter() - start, {}, [], 0.0)
    curves: dict[tuple[str, str], Curve] = {}
    for line in done.stdout.splitlines():
        kind, *words = shlex.split(line)
        if kind == "graph":
            drawn.area = float(words[1]) * float(words[2]) * 72 * 72
        elif kind == "node":
            x, y, width, height = (72 * float(word) for word in words[1:5])
            drawn.nodes[words[0]] = Rect(x - width / 2, y - height / 2, width, height)
        elif kind == "edge":
            numbers = [72 * float(word) for word in words[3 : 3 + 2 * int(words[2])]]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            curves[words[0], words[1]] = [
                place for at in range(0, len(points) - 3, 3) for place in bezier(points[at : at + 4])
            ]
    drawn.curves = [curves[line.source, line.target] for line in graph.edges]
    return drawn


def dot_text(graph: LayoutGraph) -> str:
    lines = ["digraph {", "rankdir=LR; nodesep=0.28; ranksep=0.78; node [shape=box, fixedsize=true];"]
    inside: dict[str | None, list[str]] = defaultdict(list)
    for group, box in graph.groups.items():
        inside[box.parent].append(group)
    for node, size in graph.nodes.items():
        lines.append(f'{node} [width={size.width / 72}, height={size.height / 72}, label=""];')
        inside[graph.parents.get(node)].append(node)

    def within(group: str | None) -> str:
        return " ".join(
            f"subgraph cluster_{item} {{ {within(item)} }}" if item in graph.groups else f"{item};"
            for item in inside[group]
        )

    lines += [within(None), *(f"{line.source} -> {line.target};" for line in graph.edges), "}"]
    return "\n".join(lines)


def bezier(points: Sequence[Place]) -> Curve:
    curve = []
    for step in range(STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
        curve.append((x, sum(weight * point[1] for weight, point in zip(weights, points, strict=True))))
    return curve


def cells(start: Place, end: Place) -> Iterator[tuple[int, int]]:
    for column in range(int(min(start[0], end[0]) // CELL), int(max(start[0], end[0]) // CELL) + 1):
        for row in range(int(min(start[1], end[1]) // CELL), int(max(start[1], end[1]) // CELL) + 1):
            yield column, row


def side(one: Place, other: Place, place: Place) -> float:
    return (other[0] - one[0]) * (place[1] - one[1]) - (other[1] - one[1]) * (place[0] - one[0])


def meet(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    return side(*one, other[0]) * side(*one, other[1]) < 0 and side(*other, one[0]) * side(*other, one[1]) < 0


def crossings(graph: LayoutGraph, drawn: Drawn) -> int:
    where: dict[tuple[int, int], list[tuple[int, tuple[Place, Place]]]] = defaultdict(list)
    for edge, curve in enumerate(drawn.curves):
        for piece in pairwise(curve):
            for cell in cells(*piece):
                where[cell].append((edge, piece))
    ends = [{line.source, line.target} for line in graph.edges]
    found = set()
    for pieces in where.values():
        for (edge, one), (other, two) in combinations(pieces, 2):
            if (
                edge != other
                and (edge, other) not in found
                and not ends[edge] & ends[other]
                and meet(one, two)
            ):
                found |= {(edge, other), (other, edge)}
    return len(found) // 2


def through(graph: LayoutGraph, drawn: Drawn) -> int:
    where: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, rect in drawn.nodes.items():
        for cell in cells((rect.x, rect.y), (rect.right, rect.bottom)):
            where[cell].append(name)
    found = set()
    for edge, (line, curve) in enumerate(zip(graph.edges, drawn.curves, strict=True)):
        for x, y in curve:
            for name in where.get((int(x // CELL), int(y // CELL)), ()):
                rect = drawn.nodes[name]
                inside = rect.x + 1 < x < rect.right - 1 and rect.y + 1 < y < rect.bottom - 1
                if inside and name not in {line.source, line.target}:
                    found.add((edge, name))
    return len(found)


def measures(graph: LayoutGraph, drawn: Drawn) -> list[float]:
    length = sum(dist(*piece) for curve in drawn.curves for piece in pairwise(curve))
    return [
        drawn.seconds,
        crossings(graph, drawn),
        through(graph, drawn),
        length / 1e3,
        drawn.area / 1e6,
    ]


def report(name: str, graph: LayoutGraph) -> None:
    title = f"{name:<10}{len(graph.nodes):>6}{len(graph.edges):>6}"
    ours = measures(graph, by_flowdesk(graph))
    rows = [("flowdesk", ours)]
    other = by_dot(graph) if DOT else None
    if other:
        theirs = measures(graph, other)
        rows += [("dot", theirs), ("ratio", [a / b if b else 0.0 for a, b in zip(ours, theirs, strict=True)])]
    elif DOT:
        print(f"{title}  dot gave up or took over {PATIENCE} s")
    for who, row in rows:
        print(f"{title}  {who:<9}" + "".join(f"{value:>11.2f}" for value in row), flush=True)


def main() -> None:
    if not DOT:
        print("Graphviz is not installed, so there is nothing to compare with: apt-get install graphviz")
    words = "".join(f"{word:>11}" for word in ("seconds", "crossings", "through", "length", "area"))
    print(f"{'graph':<10}{'nodes':>6}{'edges':>6}  {'by':<9}{words}")
    makers: list[Callable[[int, random.Random], LayoutGraph]] = [fan, woven, grouped]
    for maker in makers:
        for count in SIZES:
            report(maker.__name__, maker(count, random.Random(SEED)))  # noqa: S311 - a made-up graph


if __name__ == "__main__":
    main()
