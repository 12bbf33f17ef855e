"""Graphs for the layout's tests: written by hand in a line, or random and nested."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from flowdesk.layout.graph import GroupBox, LayoutGraph, Line, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIZE = Size(120.0, 36.0)
LABEL = Size(90.0, 16.0)


def graph_of(
    nodes: Iterable[str],
    edges: Iterable[str | Line] = (),
    *,
    groups: Iterable[str] = (),
    sizes: Mapping[str, Size] | None = None,
) -> LayoutGraph:
    """Make a graph of dotted ids; an edge is a line or "a > b", and "a > b > c" is two."""
    names = list(nodes)
    boxes: dict[str, GroupBox] = {}
    for name in (*(_group(name) for name in names), *groups):
        steps = name.split(".") if name else []
        for end in range(1, len(steps) + 1):
            group = ".".join(steps[:end])
            boxes.setdefault(group, GroupBox(_group(group) or None))
    lines: list[Line] = []
    for edge in edges:
        if isinstance(edge, Line):
            lines.append(edge)
        else:
            lines += [Line(tail.strip(), head.strip()) for tail, head in pairwise(edge.split(">"))]
    measured = {name: (sizes or {}).get(name, SIZE) for name in names}
    return LayoutGraph(measured, boxes, {name: _group(name) or None for name in names}, lines)


def _group(name: str) -> str:
    return name.rpartition(".")[0]


def around(graph: LayoutGraph, item: str) -> set[str]:
    """Return the groups round a node or a group."""
    found = set()
    outer = graph.groups[item].parent if item in graph.groups else graph.parents.get(item)
    while outer is not None:
        found.add(outer)
        outer = graph.groups[outer].parent
    return found


_GROUPS = ("", "g", "g.h", "g.h.i", "k", "k.l")
_sizes = st.builds(Size, st.sampled_from([20.0, 90.0, 131.5, 320.0]), st.sampled_from([18.0, 36.0, 150.0]))
_labels = st.one_of(st.none(), st.builds(Size, st.floats(8, 200), st.floats(8, 40)))


@st.composite
def graphs(draw: st.DrawFn, *, acyclic: bool = False) -> LayoutGraph:
    """Draw a graph with up to 14 nodes in up to 5 nested groups, some of them empty.

    With `acyclic`, edges lead between nodes only, from earlier to later ones, and groups do not
    interleave, so that every edge can follow the flow.
    """
    places = draw(st.lists(st.sampled_from(_GROUPS), max_size=14))
    if acyclic:
        places.sort()
    names = [f"{group}.n{number}" if group else f"n{number}" for number, group in enumerate(places)]
    sizes = {name: draw(_sizes) for name in names}
    if acyclic:
        pairs = [(tail, head) for at, tail in enumerate(names) for head in names[at + 1 :]]
    else:
        ends = [*names, *(group for group in _GROUPS if group)]
        pairs = [(tail, head) for tail in ends for head in ends]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=24)) if pairs else []
    lines = [Line(tail, head, draw(_labels)) for tail, head in chosen]
    return graph_of(names, lines, groups=filter(None, _GROUPS), sizes=sizes)
