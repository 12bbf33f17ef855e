"""Graphviz's dot asked to draw a graph, with its distances set to flowdesk's."""

from __future__ import annotations

import resource
import shlex
import shutil
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING

from flowdesk.layout.graph import LayoutGraph, Rect
from tests.benchmarks.drawings import Drawn, bezier

if TYPE_CHECKING:
    from tests.benchmarks.drawings import Curve

PROGRAM = shutil.which("dot")
INCH = 72.0


def by_dot(graph: LayoutGraph, patience: float) -> Drawn | None:
    """What dot makes of a graph, None if it gives up or takes longer than `patience` seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(
            [str(PROGRAM), "-Tplain"],
            input=text_of(graph),
            capture_output=True,
            check=True,
            text=True,
            timeout=patience,
        )
    except subprocess.SubprocessError:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return drawn_of(graph, done.stdout, seconds)


def drawn_of(graph: LayoutGraph, plain: str, seconds: float) -> Drawn:
    """What dot wrote in its format `plain`, in pixels; that its y grows upwards is no matter."""
    drawn, curves = Drawn(seconds), defaultdict[tuple[str, str], list["Curve"]](list)
    for line in plain.splitlines():
        kind, *words = shlex.split(line)
        if kind == "graph":
            drawn.area = float(words[1]) * float(words[2]) * INCH * INCH
        elif kind == "node":
            x, y, width, height = (INCH * float(word) for word in words[1:5])
            drawn.nodes[words[0]] = Rect(x - width / 2, y - height / 2, width, height)
        elif kind == "edge":
            numbers = [INCH * float(word) for word in words[3 : 3 + 2 * int(words[2])]]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            pieces = range(0, len(points) - 3, 3)
            curves[words[0], words[1]].append([spot for at in pieces for spot in bezier(points[at : at + 4])])
    drawn.curves = [curves[line.source, line.target].pop() for line in graph.edges]
    return drawn


def text_of(graph: LayoutGraph) -> str:
    """The graph in dot's language, groups as clusters."""
    lines = [
        "digraph {",
        "rankdir=LR; nodesep=0.28; ranksep=0.78; node [shape=box, fixedsize=true];",
        "edge [arrowhead=none];",  # dot ends a line where its arrow begins
    ]
    inside: dict[str | None, list[str]] = defaultdict(list)
    for group, box in graph.groups.items():
        inside[box.parent].append(group)
    for node, size in graph.nodes.items():
        lines.append(f'"{node}" [width={size.width / INCH}, height={size.height / INCH}, label=""];')
        inside[graph.parents.get(node)].append(node)

    def within(group: str | None) -> str:
        return " ".join(
            f'subgraph "cluster_{item}" {{ {within(item)} }}' if item in graph.groups else f'"{item}";'
            for item in inside[group]
        )

    lines += [within(None), *(f'"{line.source}" -> "{line.target}";' for line in graph.edges), "}"]
    return "\n".join(lines)
