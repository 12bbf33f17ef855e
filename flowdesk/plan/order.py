"""Order as `after` tells it, worked out to dependencies between tasks, and to the lines that show it.

A group that comes after something: each of its root tasks does. Something that comes after a group: it
comes after each of the group's leaf tasks. Roots and leaves depend on the order inside the group, so
what is ordered deepest inside is worked out first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.names import groups_around
from flowdesk.plan.plan import Edge
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flowdesk.plan.names import Named, Names

Loc = tuple[str | int, ...]
"""Where something is said: the keys and indexes that lead to it in the file."""


class After(NamedTuple):
    """`owner`, a task or a group, comes after what `named` stands for. `loc` is where that is said."""

    owner: str
    named: Named
    loc: Loc


class _Line(NamedTuple):
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


def _lines(after: After) -> Iterator[_Line]:
    group = after.named.group
    if group is not None and not is_inside(after.owner, group) and not is_inside(group, after.owner):
        yield _Line(group, after.owner, after.loc, all_members=after.named.is_glob)
    elif group is None and not after.named.is_glob:
        yield _Line(after.named.tasks[0], after.owner, after.loc)
    elif after.named.is_glob:
        # "All the others": a glob never means the one who says it.
        tasks = (task for task in after.named.tasks if not is_inside(task, after.owner))
        yield from (_Line(task, after.owner, after.loc) for task in tasks)


class Order:
    """Who comes after whom, task by task. `upstream[task]` maps each direct upstream to where it is said.

    Tasks of one group that come after the same ones share one mapping: between two groups of a hundred
    tasks there are ten thousand dependencies, and all of them are told by one mapping of a hundred.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self.upstream: dict[str, dict[str, Loc]] = {task: {} for task in names.tasks}
        self._ends: dict[str, tuple[list[str], list[str]]] = {}

    def add(self, source: str, target: str, loc: Loc) -> None:
        """Let a task come after another one, before `add_all`. The first place that says so is kept."""
        self.upstream[target].setdefault(source, loc)

    def add_all(self, afters: Iterable[After]) -> list[Edge]:
        """Work out everything that `after` says, once data has been added. Returns the lines to draw.

        A line that tells no more than the data's own lines do is not among them.
        """
        data = {task: frozenset(sources) for task, sources in self.upstream.items() if sources}
        lines = [line for after in afters for line in _lines(after)]
        telling: dict[int, bool] = {}
        of_groups: list[tuple[int, _Line]] = []
        for number, line in enumerate(lines):
            if line.source in self.upstream and line.owner in self.upstream:
                telling[number] = line.source not in data.get(line.owner, ())
                self.add(line.source, line.owner, line.loc)
            else:
                of_groups.append((number, line))
        for number, line in sorted(of_groups, key=lambda one: -one[1].depth):
            telling[number] = self._add_group(line, data)
        return list(
            dict.fromkeys(
                Edge(line.source, line.owner) for number, line in enumerate(lines) if telling[number]
            )
        )

    def in_file_order(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each task with its direct upstream in the file's order. What is the same is one tuple."""
        position = self._names.tasks.__getitem__
        ordered: dict[int, tuple[str, ...]] = {}
        alone: dict[str, tuple[str, ...]] = {}
        for task, sources in self.upstream.items():
            if len(sources) > 1:
                found = ordered.get(id(sources)) or tuple(sorted(sources, key=position))
                ordered[id(sources)] = found
            else:
                found = next((alone.setdefault(source, (source,)) for source in sources), ())
            yield task, found

    def _add_group(self, line: _Line, data: Mapping[str, frozenset[str]]) -> bool:
        """Add a line with a group at an end. Returns whether it tells more than the data."""
        sources = self._names.groups[line.source] if line.all_members else self._leaves_of(line.source)
        targets = self._roots_of(line.owner)
        said = dict.fromkeys(sources, line.loc)
        widened: dict[int, dict[str, Loc]] = {}
        before = [self.upstream[target] for target in targets]  # held, so that no two have one id
        for target, known in zip(targets, before, strict=True):
            if id(known) not in widened or not known:
                widened[id(known)] = {**known, **said, **known} if known else said
            self.upstream[target] = widened[id(known)]
        return any(source not in data.get(target, ()) for target in targets for source in sources)

    def _leaves_of(self, name: str) -> list[str]:
        return [name] if name in self.upstream else self._inside(name)[1]

    def _roots_of(self, name: str) -> list[str]:
        return [name] if name in self.upstream else self._inside(name)[0]

    def _inside(self, group: str) -> tuple[list[str], list[str]]:
        if group not in self._ends:
            members = self._names.groups[group]
            inside = set(members)
            before = {id(sources): sources for sources in map(self.upstream.__getitem__, members)}
            followed = set().union(*before.values())
            roots = [member for member in members if inside.isdisjoint(self.upstream[member])]
            self._ends[group] = roots, [member for member in members if member not in followed]
        return self._ends[group]
