"""The lines of the graph: all edges between the same two ends are one link, so they share one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.plan.plan import Edge, Plan


@dataclass(frozen=True, slots=True)
class Link:
    """One line from `source` to `target` (task or group ids) and the keys that travel along it.

    `keys` pairs each pulled key, once, with the arguments it is pulled as. No keys: order only.
    """

    source: str
    target: str
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()


def links_of(plan: Plan) -> list[Link]:
    """The links of a plan, in the order of their first edges."""
    ends: dict[tuple[str, str], dict[str, list[str]]] = {}
    for edge in plan.edges:
        _add(ends.setdefault((edge.source, edge.target), {}), edge)
    return [
        Link(source, target, tuple((key, tuple(arguments)) for key, arguments in keys.items()))
        for (source, target), keys in ends.items()
    ]


def _add(keys: dict[str, list[str]], edge: Edge) -> None:
    if edge.key is not None:
        arguments = keys.setdefault(edge.key, [])
        if edge.argument and edge.argument not in arguments:
            arguments.append(edge.argument)
