"""The rows of the grid: tasks in the order of the graph, in their groups, which can be folded."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.grid.labels import told_apart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from flowdesk.plan.plan import Plan


class Row(NamedTuple):
    """A task, or a group with all `tasks` in it. `depth` counts the groups around it.

    `alike`: how many characters its label begins and ends with as all labels beside it do.
    """

    id: str
    label: str
    depth: int
    tasks: tuple[str, ...]
    is_group: bool = False
    is_mapped: bool = False
    alike: tuple[int, int] = (0, 0)


class Tree:
    """All rows of `plan`, and of tasks that only earlier runs had, which stand below the others."""

    def __init__(self, plan: Plan, earlier: Iterable[str] = ()) -> None:
        self._plan = plan
        known = list(_in_order(plan))
        self.tasks = known + sorted(set(earlier) - set(known))
        self._children: dict[str, dict[str, bool]] = {"": {}}
        self._inside: dict[str, list[str]] = {}
        for task in self.tasks:
            self._place(task)

    @property
    def groups(self) -> Collection[str]:
        """The ids of all groups."""
        return self._inside.keys()

    def rows(self, folded: Collection[str] = ()) -> list[Row]:
        """The rows that are seen while these groups are folded."""
        return list(self._rows("", 0, folded))

    def _place(self, task: str) -> None:
        parts = task.split(".")
        around = ""
        for length in range(1, len(parts)):
            group = ".".join(parts[:length])
            self._children[around].setdefault(group, True)
            self._children.setdefault(group, {})
            self._inside.setdefault(group, []).append(task)
            around = group
        self._children[around][task] = False

    def _rows(self, around: str, depth: int, folded: Collection[str]) -> Iterator[Row]:
        children = self._children[around]
        alike = told_apart([self._label(name) for name in children])
        for name, is_group in children.items():
            if is_group:
                inside = tuple(self._inside[name])
                yield Row(name, self._label(name), depth, inside, is_group=True, alike=alike)
                if name not in folded:
                    yield from self._rows(name, depth + 1, folded)
            else:
                task = self._plan.tasks.get(name)
                is_mapped = task is not None and bool(task.expand)
                yield Row(name, self._label(name), depth, (name,), is_mapped=is_mapped, alike=alike)

    def _label(self, name: str) -> str:
        known = self._plan.tasks.get(name) or self._plan.groups.get(name)
        return (known.label if known else None) or name.rpartition(".")[2]


def _in_order(plan: Plan) -> Iterator[str]:
    """Each task after those it comes after; of those that could come next, the first of the file."""
    places = {task: place for place, task in enumerate(plan.tasks)}
    names = list(plan.tasks)
    left: dict[str, int] = {}
    after: Mapping[str, list[str]] = {task: [] for task in plan.tasks}
    for task in plan.tasks.values():
        before = [one for one in task.upstream if one in places]
        left[task.id] = len(before)
        for one in before:
            after[one].append(task.id)
    ready = [places[task] for task, count in left.items() if not count]
    heapify(ready)
    while ready:
        task_id = names[heappop(ready)]
        yield task_id
        for follower in after[task_id]:
            left[follower] -= 1
            if not left[follower]:
                heappush(ready, places[follower])
