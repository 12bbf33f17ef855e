"""The tasks made of a mapped one, as its card draws them: one by one where they are few, else by state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.gui.state_look import state_in
from flowdesk.plan.instances import name_of
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.plan.run_view import RunView

MOST_CELLS = 40
"""So many tasks have a cell of their own."""

ORDER: tuple[RunState | TaskState, ...] = (
    TaskState.SUCCESS,
    TaskState.FAILED,
    TaskState.UPSTREAM_FAILED,
    TaskState.SKIPPED,
    TaskState.CANCELLED,
    TaskState.REMOVED,
    RunState.INTERRUPTED,
    TaskState.UP_FOR_RETRY,
    TaskState.RUNNING,
    TaskState.WAITING,
)
"""Of the states, from the left."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands for `count` of the tasks, all in `state`; `name` is the only one's."""

    state: RunState | TaskState
    count: int = 1
    name: str = ""


def cells_of(view: RunView, task: str) -> tuple[Cell, ...]:
    """The cells of a mapped task; none before it was expanded. Of many, one for each state."""
    mapped = view.mapped(task)
    if not mapped:
        return ()
    count = sum(mapped.values())
    if count > MOST_CELLS:
        states = {state_in(view.run_state, state): number for state, number in mapped.items()}
        return tuple(Cell(state, states[state]) for state in ORDER if states.get(state))
    names = (name_of(task, index) for index in range(count))
    return tuple(Cell(state_in(view.run_state, view.task(name).state), 1, name) for name in names)


def first_in(view: RunView, task: str, state: RunState | TaskState) -> str:
    """The name of the first of the tasks made of `task` that is in `state`; '' where none is."""
    names = view.instances(task)
    return next((name for name in names if state_in(view.run_state, view.task(name).state) is state), "")
