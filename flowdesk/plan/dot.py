"""A plan in DOT, the language of Graphviz: `dot -Tsvg` draws it.

Names are quoted strings. In a label a backslash begins an escape and an ampersand an entity, so both are
written as what stands for them. A line cannot end at a cluster, only be cut off there: one from or to a group
is of the group's first task, with `ltail` or `lhead`. https://graphviz.org/doc/info/lang.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.nested import Nested, edge_label
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flowdesk.plan.plan import Edge, Plan, Task

_SHAPES = {
    Kind.BRANCH: "diamond",
    Kind.SHORT_CIRCUIT: "diamond",
    Kind.WAIT: "ellipse",
    Kind.APPROVE: "hexagon",
    Kind.PIPELINE: "box3d",
    Kind.JOINT: "circle",
}


def to_dot(plan: Plan, *, direction: str = "LR", states: Mapping[str, str] | None = None) -> str:
    """The graph, with a line feed at its end. `states` are words to show below the tasks' names, by id."""
    return "\n".join(_Writer(plan, states or {}).lines(direction)) + "\n"


class _Writer:
    def __init__(self, plan: Plan, states: Mapping[str, str]) -> None:
        self._plan = plan
        self._states = states
        self._nested = Nested(plan)

    def lines(self, direction: str) -> Iterator[str]:
        yield f"digraph {_quoted(self._plan.name)} {{"
        yield f"  graph [rankdir={direction}, compound=true, fontname={_FONT}, style=rounded, color=gray70]"
        yield f"  node [shape=box, style=rounded, fontname={_FONT}]"
        yield f"  edge [fontname={_FONT}, fontsize=11, color=gray50]"
        yield from self._inside("", "  ")
        for edge in self._plan.edges:
            yield self._edge(edge)
        yield "}"

    def _inside(self, group: str, indent: str) -> Iterator[str]:
        for task in self._nested.tasks[group]:
            yield indent + self._node(self._plan.tasks[task])
        for inner in self._nested.groups[group]:
            told = self._plan.groups[inner]
            yield f"{indent}subgraph {_cluster(inner)} {{"
            yield f"{indent}  label={_label(told.label or told.name)}"
            if self._nested.first(inner) is None:
                yield f"{indent}  {_anchor(inner)} [style=invis]"
            yield from self._inside(inner, indent + "  ")
            yield f"{indent}}}"

    def _node(self, task: Task) -> str:
        label, state = task.label or task.name, self._states.get(task.id)
        shape = f", shape={_SHAPES[task.kind]}" if task.kind in _SHAPES else ""
        return f"{_quoted(task.id)} [label={_label(label, state or '')}{shape}]"

    def _edge(self, edge: Edge) -> str:
        told = []
        if edge.source in self._plan.groups:
            told.append(f"ltail={_cluster(edge.source)}")
        if edge.target in self._plan.groups:
            told.append(f"lhead={_cluster(edge.target)}")
        if label := edge_label(self._plan, edge):
            told += [f"label={_label(label)}", 'color="#4a4fc8"', "penwidth=1.6"]
        attributes = f" [{', '.join(told)}]" if told else ""
        return f"  {self._end(edge.source)} -> {self._end(edge.target)}{attributes}"

    def _end(self, name: str) -> str:
        if name not in self._plan.groups:
            return _quoted(name)
        first = self._nested.first(name)
        return _anchor(name) if first is None else _quoted(first)


_FONT = '"sans-serif"'


def _cluster(group: str) -> str:
    return _quoted(f"cluster_{group}")


def _anchor(group: str) -> str:
    """What stands for a group without tasks. No task has a colon in its id."""
    return _quoted(f"group:{group}")


def _quoted(text: str) -> str:
    """Any text as an id. A backslash before the closing quote would swallow it."""
    flat = " ".join(text.split()).replace('"', '\\"')
    return f'"{flat} "' if flat.endswith("\\") else f'"{flat}"'


def _label(*lines: str) -> str:
    flat = (" ".join(line.split()) for line in lines if line)
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in flat)
    return '"' + "\\n".join(escaped) + '"'
