"""How states look: one table from state to word, icon and colour, for runs, tasks and tries alike.

The three enums share their words ("failed" is the same thing of a run, a task and a try), so the table
is kept by the word, and a state looks the same wherever it is met. Words and icons differ from
each other throughout, so that nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.plan.states import RunState, TaskState, TryState

if TYPE_CHECKING:
    from flowdesk.plan.run_view import RunView, TaskView
    from flowdesk.store.rows import RunRow

_TIMED_OUT = ("timed out after", "nobody answered within")  # not said: the engine
"""How the engine's reasons begin where time was up (`engine.overdue`, `engine.control`)."""


class Nuance(StrEnum):
    """What a state does not tell, and people want to see at once."""

    PAUSED = "paused"
    ASKING = "asking"
    CACHED = "cached"
    TIMED_OUT = "timed_out"


Shown = RunState | TaskState | TryState | Nuance
"""Whatever has a look."""


@dataclass(frozen=True, slots=True)
class Look:
    """A state's word in English, its icon, and the name of its colour in the theme."""

    english: str
    icon: Icon
    role: str

    @property
    def word(self) -> str:
        """The state's word as people read it."""
        return tr(self.english)


LOOKS: dict[str, Look] = {
    TaskState.WAITING: Look(mark("Waiting"), Icon.STATE_WAITING, "waiting"),
    TaskState.RUNNING: Look(mark("Running"), Icon.STATE_RUNNING, "running"),
    TaskState.UP_FOR_RETRY: Look(mark("Up for retry"), Icon.STATE_RETRY, "retry"),
    TaskState.SUCCESS: Look(mark("Success"), Icon.STATE_SUCCESS, "success"),
    TaskState.FAILED: Look(mark("Failed"), Icon.STATE_FAILED, "failed"),
    TaskState.UPSTREAM_FAILED: Look(mark("Upstream failed"), Icon.STATE_UPSTREAM_FAILED, "blocked"),
    TaskState.SKIPPED: Look(mark("Skipped"), Icon.STATE_SKIPPED, "skipped"),
    TaskState.CANCELLED: Look(mark("Cancelled"), Icon.STATE_CANCELLED, "cancelled"),
    TaskState.REMOVED: Look(mark("Removed"), Icon.STATE_REMOVED, "skipped"),
    RunState.INTERRUPTED: Look(mark("Interrupted"), Icon.STATE_INTERRUPTED, "retry"),
    Nuance.PAUSED: Look(mark("Paused"), Icon.STATE_PAUSED, "retry"),
    Nuance.ASKING: Look(mark("Asks"), Icon.QUESTION, "accent"),
    Nuance.CACHED: Look(mark("Cached"), Icon.STATE_CACHED, "success"),
    Nuance.TIMED_OUT: Look(mark("Timed out"), Icon.STATE_TIMED_OUT, "failed"),
}


def state_in(run: RunState | None, task: TaskState) -> RunState | TaskState:
    """How a task that the events leave in `task` really stands in a run that is in `run`.

    When an engine dies, no event says so of the tasks that it ran: nothing runs any more.
    """
    is_cut = run is RunState.INTERRUPTED and task is TaskState.RUNNING
    return RunState.INTERRUPTED if is_cut else task


def shown_of(view: TaskView, run: RunState | None) -> RunState | TaskState | Nuance:
    """What a task is to be shown as in a run that is in `run`: its state, or more than that."""
    state = state_in(run, view.state)
    if state is TaskState.RUNNING and view.asks is not None:
        return Nuance.ASKING
    if state is TaskState.SUCCESS and view.cached_from is not None:
        return Nuance.CACHED
    is_late = state is TaskState.FAILED and _tells_of_time(view.reason)
    return Nuance.TIMED_OUT if is_late else state


def shown_of_run(view: RunView) -> RunState | Nuance | None:
    """What a run is to be shown as; None for no run."""
    return None if view.run_state is None else _shown(view.run_state, view.reason, is_paused=view.paused)


def shown_of_row(row: RunRow) -> RunState | Nuance:
    """As `shown_of_run`, of a run in a list."""
    return _shown(row.state, row.reason, is_paused=row.paused)


def _shown(state: RunState, reason: str | None, *, is_paused: bool) -> RunState | Nuance:
    if is_paused and state is RunState.RUNNING:
        return Nuance.PAUSED
    return Nuance.TIMED_OUT if state is RunState.FAILED and _tells_of_time(reason) else state


def _tells_of_time(reason: str | None) -> bool:
    return (reason or "").startswith(_TIMED_OUT)


def look_of(state: Shown) -> Look:
    """How `state` looks."""
    return LOOKS[state]
