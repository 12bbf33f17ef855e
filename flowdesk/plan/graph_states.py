"""The words for how the tasks of a run stand, for graphs that are written as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.states import RunState, TaskState, words

if TYPE_CHECKING:
    from flowdesk.plan.run_view import RunView


def state_words(view: RunView | None) -> dict[str, str]:
    """By task, in words; without a run, none."""
    if view is None:
        return {}
    is_cut = view.run_state is RunState.INTERRUPTED
    states = {task: view.task(task).state for task in view.plan.tasks}
    return {
        task: words(RunState.INTERRUPTED if is_cut and state is TaskState.RUNNING else state)
        for task, state in states.items()
    }
