"""A drawing that is yet to be made: its items are made one by one, so that others can be served between them.

Ten thousand cards with their pills take most of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.drawing import Drawing, Stock, drawn_link
from flowdesk.gui.canvas.task_item import TaskItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.gui.canvas.group_states import GroupStates
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.projection import Projection
    from flowdesk.layout.graph import Direction
    from flowdesk.plan.plan import Plan


class Preparation:
    """Makes what of `seen` is not in `before`. The steps may be left at any time."""

    def __init__(self, plan: Plan, seen: Projection, states: GroupStates, ink: Ink, before: Drawing) -> None:
        self._plan = plan
        self._seen = seen
        self._states = states
        self._ink = ink
        self._tasks = dict(before.tasks)
        self._links = {one.line.link: one for one in before.links}
        self._stock = Stock(self._tasks, before.boxes, before.groups, self._links)
        self.missing = sum(task not in before.tasks for task in seen.tasks)
        """How many cards are to be made."""

    def steps(self) -> Iterator[None]:
        """Make one thing in each step."""
        ink = self._ink
        for task in self._seen.tasks:
            if task not in self._tasks:
                self._tasks[task] = TaskItem(self._plan.tasks[task], ink)
                yield
        for link in self._seen.links:
            if link not in self._links:
                self._links[link] = drawn_link(link, self._plan.tasks, ink)
                yield

    def finish(self, direction: Direction) -> Drawing:
        """The drawing, with whatever of it is still to be made."""
        return Drawing(
            self._plan, self._seen, self._states, self._ink, direction=direction, stock=self._stock
        )
