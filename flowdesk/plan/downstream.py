"""What comes directly after each task of a plan, as numbers: eight bytes a task and four a dependency.

A dict of lists was refused: it took two hundred bytes a task, a fifth of all that an engine may take.
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan


class Downstream:
    """The direct downstream of each task. `ids` are all in the file's order, `positions` their places."""

    def __init__(self, plan: Plan) -> None:
        self.ids = list(plan.tasks)
        self.positions = places = {task: position for position, task in enumerate(self.ids)}
        counts = [0] * len(self.ids)
        for task in plan.tasks.values():
            for source in task.upstream:
                counts[places[source]] += 1
        self._ends = array("Q", accumulate(counts))
        self._targets = array("I", bytes(4 * sum(counts)))
        nexts = [end - count for end, count in zip(self._ends, counts, strict=True)]
        for position, task in enumerate(plan.tasks.values()):
            for source in task.upstream:
                place = places[source]
                self._targets[nexts[place]] = position
                nexts[place] += 1

    def of(self, task: str) -> list[str]:
        """The tasks that come directly after one, in the file's order."""
        place = self.positions[task]
        ids, start = self.ids, self._ends[place - 1] if place else 0
        return [ids[target] for target in self._targets[start : self._ends[place]]]
