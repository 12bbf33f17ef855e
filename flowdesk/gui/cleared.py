"""What would run anew if tasks of the shown run were cleared, worked out as the engine does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.instances import task_of
from flowdesk.plan.progress import Progress
from flowdesk.plan.standings import Standing
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.run_view import RunView


def cleared(view: RunView, names: Sequence[str], *, downstream: bool) -> list[str]:
    """The ids of the tasks that would run anew, in the file's order.

    Raises IllegalMove where they cannot be cleared.
    """
    standings = [_standing(view, one) for task in view.plan.tasks for one in (task, *view.instances(task))]
    moves = Progress.restored(view.plan, standings).clear(names, downstream=downstream)
    ids = {*map(task_of, names), *(task_of(move.task) for move in moves if move.state is TaskState.WAITING)}
    return [task for task in view.plan.tasks if task in ids]


def _standing(view: RunView, name: str) -> Standing:
    of_it, mapped = view.task(name), view.mapped(name)
    # What runs is cancelled first. Restored as running, it would be taken for waiting.
    is_carried = of_it.state is TaskState.RUNNING and mapped is None
    state = TaskState.CANCELLED if is_carried else of_it.state
    return Standing(name, state, of_it.tries, 0, None if mapped is None else len(view.instances(name)))
