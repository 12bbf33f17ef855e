"""How states look: one table from state to word, icon and colour, for runs, tasks and tries alike.

The three enums share their words ("failed" is the same thing of a run, a task and a try), so the table
is kept by the word, and a state looks the same wherever it is met. Words and icons differ from
each other throughout, so that nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.gui.icons import Icon
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.plan.states import TryState


@dataclass(frozen=True, slots=True)
class Look:
    """A state's word as people read it, its icon, and the name of its colour in the theme."""

    word: str
    icon: Icon
    role: str


LOOKS: dict[str, Look] = {
    TaskState.WAITING: Look("Waiting", Icon.STATE_WAITING, "waiting"),
    TaskState.RUNNING: Look("Running", Icon.STATE_RUNNING, "running"),
    TaskState.UP_FOR_RETRY: Look("Up for retry", Icon.STATE_RETRY, "retry"),
    TaskState.SUCCESS: Look("Success", Icon.STATE_SUCCESS, "success"),
    TaskState.FAILED: Look("Failed", Icon.STATE_FAILED, "failed"),
    TaskState.UPSTREAM_FAILED: Look("Upstream failed", Icon.STATE_UPSTREAM_FAILED, "blocked"),
    TaskState.SKIPPED: Look("Skipped", Icon.STATE_SKIPPED, "skipped"),
    TaskState.CANCELLED: Look("Cancelled", Icon.STATE_CANCELLED, "cancelled"),
    TaskState.REMOVED: Look("Removed", Icon.STATE_REMOVED, "skipped"),
    RunState.INTERRUPTED: Look("Interrupted", Icon.STATE_INTERRUPTED, "retry"),
}


def state_in(run: RunState | None, task: TaskState) -> RunState | TaskState:
    """How a task that the events leave in `task` really stands in a run that is in `run`.

    When an engine dies, no event says so of the tasks that it ran: nothing runs any more.
    """
    is_cut = run is RunState.INTERRUPTED and task is TaskState.RUNNING
    return RunState.INTERRUPTED if is_cut else task


def look_of(state: RunState | TaskState | TryState) -> Look:
    """How `state` looks."""
    return LOOKS[state]
