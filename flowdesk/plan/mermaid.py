"""A plan as a Mermaid flowchart: the text that GitHub, GitLab and many editors draw in a document.

Ids are made of letters, digits and underscores alone and begin with what they are of, since Mermaid stumbles
over words of its own ("end", "default") and over signs in ids; what people read stands in quoted labels. In
those its entity codes (`#quot;`) stand for whatever means something to Mermaid, Markdown or HTML.
https://mermaid.js.org/syntax/flowchart.html
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from flowdesk.plan.nested import Nested, edge_label
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flowdesk.plan.plan import Plan, Task

_CODES = str.maketrans(
    {
        "#": "#35;",
        '"': "#quot;",
        "&": "#amp;",
        "<": "#lt;",
        ">": "#gt;",
        "`": "#96;",
        "\\": "#92;",
        "%": "#37;",
        "*": "#42;",
        ";": "#59;",
    }
)
_SHAPES = {
    Kind.BRANCH: ("{", "}"),
    Kind.SHORT_CIRCUIT: ("{", "}"),
    Kind.WAIT: ("([", "])"),
    Kind.APPROVE: ("{{", "}}"),
    Kind.PIPELINE: ("[[", "]]"),
    Kind.JOINT: ("((", "))"),
}
_BOX = ("(", ")")


def to_mermaid(plan: Plan, *, direction: str = "LR", states: Mapping[str, str] | None = None) -> str:
    """The flowchart, with a line feed at its end. `states` are words to show below the names, by id."""
    return "\n".join(_Writer(plan, states or {}).lines(direction)) + "\n"


class _Writer:
    def __init__(self, plan: Plan, states: Mapping[str, str]) -> None:
        self._plan = plan
        self._states = states
        self._nested = Nested(plan)
        self._ids = _ids_of(plan.tasks, "t") | _ids_of(plan.groups, "g")

    def lines(self, direction: str) -> Iterator[str]:
        if self._plan.name:
            yield from ("---", f"title: {json.dumps(self._plan.name, ensure_ascii=False)}", "---")
        yield f"flowchart {direction}"
        yield from self._inside("", "  ")
        for edge in self._plan.edges:
            source, target = self._ids[edge.source], self._ids[edge.target]
            label = edge_label(self._plan, edge)
            arrow = f'==>|"{_escaped(label)}"|' if label else "-->"
            yield f"  {source} {arrow} {target}"

    def _inside(self, group: str, indent: str) -> Iterator[str]:
        for task in self._nested.tasks[group]:
            yield indent + self._node(self._plan.tasks[task])
        for inner in self._nested.groups[group]:
            told = self._plan.groups[inner]
            yield f'{indent}subgraph {self._ids[inner]}["{_escaped(told.label or told.name)}"]'
            yield from self._inside(inner, indent + "  ")
            yield f"{indent}end"

    def _node(self, task: Task) -> str:
        opening, closing = _SHAPES.get(task.kind, _BOX)
        label = _escaped(task.label or task.name)
        state = self._states.get(task.id)
        said = f"{label}<br/>{_escaped(state)}" if state else label
        return f'{self._ids[task.id]}{opening}"{said}"{closing}'


def _ids_of(names: Iterable[str], of: str) -> dict[str, str]:
    """An id of Mermaid for each name, no two the same."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = f"{of}_{re.sub('[^A-Za-z0-9]', '_', name)}"
        made, number = plain, 1
        while made in taken:
            number += 1
            made = f"{plain}_{number}"
        taken.add(made)
        found[name] = made
    return found


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_CODES)
