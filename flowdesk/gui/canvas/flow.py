"""What comes before and after what: of the tasks of a plan, or of what stands for them on the canvas."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flowdesk.plan.plan import Plan


class Reach(Enum):
    """Which way to look from a task."""

    UPSTREAM = auto()
    DOWNSTREAM = auto()
    BOTH = auto()


class Flow:
    """The neighbours of each task. With `shown_by`, those of what stands for it; the rest is passed over."""

    def __init__(self, plan: Plan, shown_by: Mapping[str, str] | None = None) -> None:
        self._before: dict[str, dict[str, None]] = {}
        self._after: dict[str, dict[str, None]] = {}
        for task in plan.tasks.values():
            end = task.id if shown_by is None else shown_by.get(task.id)
            if end is None:
                continue
            for upstream in task.upstream:
                start = upstream if shown_by is None else shown_by.get(upstream)
                if start is not None and start != end:
                    self._before.setdefault(end, {})[start] = None
                    self._after.setdefault(start, {})[end] = None

    def before(self, name: str) -> Iterable[str]:
        """What it waits for, in the file's order."""
        return self._before.get(name, {}).keys()

    def after(self, name: str) -> Iterable[str]:
        """What waits for it, in the file's order."""
        return self._after.get(name, {}).keys()

    def reach(self, names: Iterable[str], way: Reach, steps: int | None = None) -> set[str]:
        """What lies within that many steps (None: any number) of these, and they themselves."""
        starts = set(names)
        found = set(starts)
        if way is not Reach.DOWNSTREAM:
            found |= _spread(starts, self._before, steps)
        if way is not Reach.UPSTREAM:
            found |= _spread(starts, self._after, steps)
        return found


def _spread(starts: set[str], neighbours: Mapping[str, Mapping[str, None]], steps: int | None) -> set[str]:
    found, edge = set(starts), set(starts)
    while edge and (steps is None or steps > 0):
        edge = {other for name in edge for other in neighbours.get(name, ())} - found
        found |= edge
        steps = None if steps is None else steps - 1
    return found
