"""The graph layout beside Graphviz's dot: the same graphs, both drawings measured in the same way.

Nodes have the same sizes and distances, groups are clusters, and both draw from left to right. A row is the
sum over some graphs of its shape and size. Seconds are of the processor, for dot with the start of its
process, without which it cannot be asked. All edges are measured as the curves that are drawn: dot's may end
anywhere on a node's border, flowdesk's lead level out of the middle of one side and into that of the other.
In graphs of more than a thousand nodes nobody counts crossings, only length and time are compared, and where
dot needs longer than half a minute, nothing.
"""

from __future__ import annotations

import time
from functools import partial
from itertools import pairwise
from math import isnan, nan
from random import Random
from typing import TYPE_CHECKING

from flowdesk.layout.layout import lay_out
from tests.benchmarks.dot import PROGRAM, by_dot
from tests.benchmarks.drawings import Drawn, Looks, bezier, looks
from tests.benchmarks.machine import asked, head_line
from tests.benchmarks.made_graphs import SHAPES, courses
from tests.benchmarks.tables import Goal, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flowdesk.layout.graph import LayoutGraph
    from tests.benchmarks.drawings import Curve

SIZES = {50: 8, 300: 4, 1_000: 2, 10_000: 1}
"""How many graphs of each size are drawn."""

COUNTED = 1_000
"""The most nodes of a graph whose crossings are counted."""

PATIENCE = 30.0


def by_flowdesk(graph: LayoutGraph) -> Drawn:
    """What flowdesk makes of a graph."""
    began = time.process_time()
    layout = lay_out(graph)
    drawn = Drawn(time.process_time() - began, dict(layout.nodes), [], layout.width * layout.height)
    for route in layout.edges:
        curve: Curve = []
        for (x, y), (right, below) in pairwise(route.points):
            half = (right - x) / 2
            curve += bezier([(x, y), (x + half, y), (right - half, below), (right, below)])
        drawn.curves.append(curve)
    return drawn


def all_work() -> Iterator[tuple[str, Callable[[], list[LayoutGraph]]]]:
    """What makes the graphs of each row, under its name."""
    yield "course files", courses
    for shape in SHAPES:
        for size in SIZES:
            yield f"{shape} {size:,}", partial(made, shape, size)


def made(shape: str, size: int) -> list[LayoutGraph]:
    """So many graphs of a shape as belong to a size."""
    return [SHAPES[shape](size, Random(seed)) for seed in range(SIZES[size])]  # noqa: S311 - made up


def drawn_by(graphs: list[LayoutGraph]) -> tuple[Looks, Looks | None]:
    """How flowdesk's drawings look, and dot's, unless it is not there or gives up."""
    ours, theirs = Looks(), Looks() if PROGRAM else None
    for graph in graphs:
        is_counted = len(graph.nodes) <= COUNTED
        ours = ours.plus(looks(graph, by_flowdesk(graph), is_counted=is_counted))
        other = by_dot(graph, PATIENCE) if theirs is not None else None
        theirs = None if not other or not theirs else theirs.plus(looks(graph, other, is_counted=is_counted))
    return ours, theirs


def goal(ours: Looks, theirs: Looks | None) -> Goal:
    """No worse than dot in what is looked at, and faster."""
    if theirs is None:
        return Goal("faster than dot", f"dot not done in {PATIENCE:.0f} s", ours.seconds < PATIENCE)
    figures = ("crossings", "through", "length", "seconds")
    worse = [name for name in figures if getattr(ours, name) > getattr(theirs, name)]
    return Goal("no worse than dot", f"worse in {', '.join(worse)}" if worse else "no worse", not worse)


def cells(ours: Looks, theirs: Looks | None) -> list[str]:
    """Both, and how many times theirs ours is where that says something."""
    shown = []
    for name, digits in (("crossings", 0), ("through", 0), ("length", 0), ("area", 1), ("seconds", 2)):
        one, other = (nan if drawn is None else getattr(drawn, name) for drawn in (ours, theirs))
        told = ["-" if isnan(figure) else f"{figure:,.{digits}f}" for figure in (one, other)]
        shown.append(" / ".join(told) + (f" {one / other:5.2f}" if other > 0 else " " * 6))
    return shown


def main(words: Sequence[str] | None = None) -> None:
    """Compare what is asked for."""
    options = asked(__doc__, 1, words)
    print(head_line())
    if not PROGRAM:
        print(
            "Graphviz is not installed, so there is nothing to compare with; `make bench-peers` installs it"
        )
    columns = [f"{name}: ours / dot" for name in ("crossings", "through", "length", "area", "seconds")]
    table = Table("graphs, nodes", columns)
    for name, make in all_work():
        if all(word in name.split() for word in options.words):
            ours, theirs = drawn_by(make())
            table.row(name, *cells(ours, theirs), goal=goal(ours, theirs) if PROGRAM else None)
    table.show()


if __name__ == "__main__":
    main()
