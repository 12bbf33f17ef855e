"""What of a plan is to be seen while some of its groups are folded: pure arithmetic on ids.

A folded group is one box, which stands for all that lies in it. A line whose end it hides ends at the box
instead, and lines that come to have the same two ends are bundled into one, with the keys of all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.links import Link, LinkKey

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from flowdesk.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Projection:
    """What is to be seen, by id, in the plan's order: tasks, boxes of folded groups, open groups, lines.

    `shown_by` says for each task and group what stands for it: itself, or a folded group's box. What is
    not to be seen at all is not in it.
    """

    tasks: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    shown_by: Mapping[str, str] = field(default_factory=dict)


def project(
    plan: Plan,
    folded: Collection[str] = (),
    *,
    links: Sequence[Link] = (),
    only: Collection[str] | None = None,
) -> Projection:
    """See `plan`, whose lines are `links`, with these groups folded, and of its tasks `only` these."""
    kept = None if only is None else groups_round(only)
    shown_by: dict[str, str] = {}
    for group in plan.groups.values():
        if kept is None or group.id in kept:
            outer = shown_by.get(group.parent or "", "")
            hidden = outer if outer and (outer != group.parent or outer in folded) else ""
            shown_by[group.id] = hidden or group.id
    boxes = tuple(group for group, by in shown_by.items() if by == group and group in folded)
    closed = set(boxes)
    groups = tuple(group for group, by in shown_by.items() if by == group and group not in closed)
    tasks = []
    for task in plan.tasks:
        if only is None or task in only:
            outer = shown_by.get(task.rpartition(".")[0], "")
            shown_by[task] = outer if outer in closed else task
            if outer not in closed:
                tasks.append(task)
    return Projection(tuple(tasks), boxes, groups, _bundled(links, shown_by), shown_by)


def groups_round(tasks: Collection[str]) -> set[str]:
    """All groups in which any of these lies, at any depth."""
    found: set[str] = set()
    for task in tasks:
        group = task.rpartition(".")[0]
        while group and group not in found:
            found.add(group)
            group = group.rpartition(".")[0]
    return found


def _bundled(links: Sequence[Link], shown_by: Mapping[str, str]) -> tuple[Link, ...]:
    ends: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        source, target = shown_by.get(link.source), shown_by.get(link.target)
        if source is None or target is None:
            continue
        if source != target or (source == link.source and target == link.target):
            ends.setdefault((source, target), []).append(link)
    return tuple(
        same[0] if len(same) == 1 and _ends_at(same[0], ends_of) else _bundle(ends_of, same)
        for ends_of, same in ends.items()
    )


def _ends_at(link: Link, ends: tuple[str, str]) -> bool:
    return (link.source, link.target) == ends


def _bundle(ends: tuple[str, str], links: Sequence[Link]) -> Link:
    keys: dict[tuple[str, str], dict[str, None]] = {}
    for link in links:
        for task, key, arguments in link.keys:
            keys.setdefault((task, key), {}).update(dict.fromkeys(arguments))
    told = tuple(LinkKey(task, key, tuple(names)) for (task, key), names in keys.items())
    return Link(*ends, told, sum(link.bundled for link in links))
