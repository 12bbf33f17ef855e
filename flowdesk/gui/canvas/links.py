"""The lines of the graph: all edges between the same two ends are one link, so they share one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan


class LinkKey(NamedTuple):
    """A key on a line: the `task` that pushes it, and the arguments it is pulled as, each once."""

    task: str
    key: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One line from `source` to `target` (task or group ids) and the keys that travel along it, each once.

    No keys: order only. `bundled` says how many lines of the plan it stands for, which is more than one
    where folded groups hide the ends of several.
    """

    source: str
    target: str
    keys: tuple[LinkKey, ...] = ()
    bundled: int = 1


def links_of(plan: Plan) -> list[Link]:
    """The links of a plan, in the order of their first edges."""
    ends: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for edge in plan.edges:
        keys = ends.setdefault((edge.source, edge.target), {})
        if edge.key is not None:
            arguments = keys.setdefault(edge.key, {})
            if edge.argument:
                arguments[edge.argument] = None
    return [
        Link(source, target, tuple(LinkKey(source, key, tuple(names)) for key, names in keys.items()))
        for (source, target), keys in ends.items()
    ]
