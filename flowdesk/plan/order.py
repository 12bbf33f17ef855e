"""Order as `after` tells it, worked out to dependencies between tasks, and to the lines that show it.

A group that comes after something: each of its root tasks does. Something that comes after a group: it
comes after each of the group's leaf tasks. Roots and leaves depend on the order inside the group, so
what is ordered deepest inside is worked out first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.plan.names import groups_around
from flowdesk.plan.plan import Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flowdesk.plan.names import Named, Names

Loc = tuple[str | int, ...]
"""Where something is said: the keys and indexes that lead to it in the file."""


@dataclass(frozen=True, slots=True)
class After:
    """`owner`, a task or a group, comes after what `named` stands for. `loc` is where that is said."""

    owner: str
    named: Named
    loc: Loc


@dataclass(frozen=True, slots=True)
class _Line:
    source: str
    owner: str
    loc: Loc
    all_members: bool = False

    @property
    def depth(self) -> int:
        """How many groups the two ends share."""
        if "." not in self.owner or "." not in self.source:
            return 0
        shared = zip(groups_around(self.owner), groups_around(self.source), strict=False)
        return sum(1 for one, other in shared if one == other)


def is_inside(name: str, group: str) -> bool:
    """Whether a task or group is this one or lies in it, at any depth."""
    return name == group or name.startswith(f"{group}.")


def _lines(afters: Iterable[After]) -> Iterator[_Line]:
    for after in afters:
        group = after.named.group
        if group is not None and not is_inside(after.owner, group) and not is_inside(group, after.owner):
            yield _Line(group, after.owner, after.loc, all_members=after.named.is_glob)
        elif after.named.is_glob or group is None:
            # "All the others": a glob never means the one who says it.
            tasks = (task for task in after.named.tasks if not is_inside(task, after.owner))
            yield from (_Line(task, after.owner, after.loc) for task in tasks)


class Order:
    """Who comes after whom, task by task. `upstream[task]` maps each direct upstream to where it is said."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.upstream: dict[str, dict[str, Loc]] = {task: {} for task in names.tasks}
        self._ends: dict[str, tuple[list[str], list[str]]] = {}

    def add(self, source: str, target: str, loc: Loc) -> None:
        """Let a task come after another one. The first place that says so is kept."""
        self.upstream[target].setdefault(source, loc)

    def add_all(self, afters: Iterable[After]) -> list[Edge]:
        """Work out everything that `after` says, once data has been added. Returns the lines to draw.

        A line that tells no more than the data's own lines do is not among them.
        """
        data = {task: frozenset(sources) for task, sources in self.upstream.items()}
        lines = list(_lines(afters))
        telling: set[_Line] = set()
        for line in sorted(lines, key=lambda line: -line.depth):
            sources = self._names.groups[line.source] if line.all_members else self._leaves_of(line.source)
            targets = self._roots_of(line.owner)
            for target in targets:
                for source in sources:
                    self.add(source, target, line.loc)
            if any(source not in data[target] for target in targets for source in sources):
                telling.add(line)
        return list(dict.fromkeys(Edge(line.source, line.owner) for line in lines if line in telling))

    def _leaves_of(self, name: str) -> list[str]:
        return [name] if name in self.upstream else self._inside(name)[1]

    def _roots_of(self, name: str) -> list[str]:
        return [name] if name in self.upstream else self._inside(name)[0]

    def _inside(self, group: str) -> tuple[list[str], list[str]]:
        if group not in self._ends:
            members = self._names.groups[group]
            inside = set(members)
            followed = {source for member in members for source in self.upstream[member]}
            roots = [member for member in members if inside.isdisjoint(self.upstream[member])]
            self._ends[group] = roots, [member for member in members if member not in followed]
        return self._ends[group]
