"""Which lines a chart of a run has, in which order: tasks under groups, what was made under mapped ones."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from flowdesk.plan.instances import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Plan
    from flowdesk.plan.spans import Spans


class Order(StrEnum):
    """What lines are ordered by."""

    GRAPH = "graph"
    START = "start"


class LineKind(StrEnum):
    """What a line stands for. MADE: a task made of a mapped one."""

    GROUP = "group"
    TASK = "task"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of the chart. `is_open` is None where nothing lies under it."""

    name: str
    title: str
    kind: LineKind
    depth: int
    is_open: bool | None = None
    tasks: tuple[str, ...] = ()
    """Of a group: all tasks in it."""


class Lines:
    """The lines of a plan. `folded` groups and `unfolded` mapped tasks are changed by whoever shows them."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.folded: set[str] = set()
        self.unfolded: set[str] = set()
        self._known: list[ChartLine] = []
        self._known_of: object = None  # what they follow from
        self._places = {task: place for place, task in enumerate(plan.tasks)}
        self._tasks: dict[str | None, list[str]] = {}
        for task in plan.tasks.values():
            self._tasks.setdefault(task.group, []).append(task.id)
        self._groups: dict[str | None, list[str]] = {}
        for group in plan.groups.values():
            self._groups.setdefault(group.parent, []).append(group.id)

    def toggle(self, line: ChartLine) -> None:
        """Show what lies under a line, or hide it."""
        kept = self.folded if line.kind is LineKind.GROUP else self.unfolded
        (kept.discard if line.name in kept else kept.add)(line.name)

    def fold_all(self, *, folded: bool) -> None:
        """Hide all that lies in groups, or show it."""
        self.folded = set(self._plan.groups) if folded else set()

    def reveal(self, task: str) -> bool:
        """Unfold the groups around a task. Returns whether any was folded."""
        around = {task[:at] for at, sign in enumerate(task) if sign == "."} & self.folded
        self.folded -= around
        return bool(around)

    def of(self, spans: Spans, order: Order) -> list[ChartLine]:
        """The lines that are to be seen now; the same list for as long as they are the same for sure."""
        starts: dict[str, float] = {}
        if order is Order.START:
            starts = {name: row.spans[0].start for name, row in spans.rows.items() if row.spans}
        of = (frozenset(self.folded), frozenset(self.unfolded), starts, dict(spans.made))
        if of != self._known_of:
            self._known_of, self._known = of, list(self._under(None, 0, spans, starts))
        return self._known

    def _under(
        self, group: str | None, depth: int, spans: Spans, starts: dict[str, float]
    ) -> Iterator[ChartLine]:
        members = [*self._tasks.get(group, ()), *self._groups.get(group, ())]
        inside = {one: self._inside(one) for one in members}
        # Without starts the order is that of the file, in which a group stands where its first task does.
        members.sort(
            key=lambda one: (
                min((starts.get(task, math.inf) for task in inside[one]), default=math.inf),
                min((self._places[task] for task in inside[one]), default=len(self._places)),
            )
        )
        for one in members:
            if one in self._plan.tasks:
                yield from self._of_task(one, depth, spans)
            else:
                is_open = one not in self.folded
                title = self._plan.groups[one].label or self._plan.groups[one].name
                yield ChartLine(one, title, LineKind.GROUP, depth, is_open, inside[one])
                if is_open:
                    yield from self._under(one, depth + 1, spans, starts)

    def _inside(self, one: str) -> tuple[str, ...]:
        if one in self._plan.tasks:
            return (one,)
        below = [task for group in self._groups.get(one, ()) for task in self._inside(group)]
        return (*self._tasks.get(one, ()), *below)

    def _of_task(self, task: str, depth: int, spans: Spans) -> Iterator[ChartLine]:
        made = spans.made.get(task)
        is_open = None if not made else task in self.unfolded
        title = self._plan.tasks[task].label or self._plan.tasks[task].name
        yield ChartLine(task, title, LineKind.TASK, depth, is_open)
        if is_open:
            for index in range(made or 0):
                yield ChartLine(name_of(task, index), f"[{index}]", LineKind.MADE, depth + 1)
