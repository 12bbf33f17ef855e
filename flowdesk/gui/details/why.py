"""Why a task waits, or never ran, as a sentence: its trigger rule and how its upstream stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import mark, tr
from flowdesk.gui.state_look import look_of, state_in
from flowdesk.plan.states import RunState, TaskState
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from flowdesk.plan.plan import Task
    from flowdesk.plan.run_view import RunView

MOST_NAMED = 4

RULES: dict[TriggerRule, str] = {
    TriggerRule.ALL_SUCCESS: mark("starts once all of them have succeeded"),
    TriggerRule.ALL_FAILED: mark("starts once all of them have failed"),
    TriggerRule.ALL_DONE: mark("starts once all of them have ended, however they did"),
    TriggerRule.ALL_DONE_MIN_ONE_SUCCESS: mark("starts once all have ended, none skipped and one succeeded"),
    TriggerRule.ALL_SKIPPED: mark("starts once all of them were skipped"),
    TriggerRule.ONE_SUCCESS: mark("starts as soon as one of them has succeeded"),
    TriggerRule.ONE_FAILED: mark("starts as soon as one of them has failed"),
    TriggerRule.ONE_DONE: mark("starts as soon as one of them has succeeded or failed"),
    TriggerRule.NONE_FAILED: mark("starts once all have ended and none has failed"),
    TriggerRule.NONE_FAILED_MIN_ONE_SUCCESS: mark("starts once none has failed and one has succeeded"),
    TriggerRule.NONE_SKIPPED: mark("starts once all have ended and none was skipped"),
    TriggerRule.ALWAYS: mark("starts without waiting for them"),
}


def why(view: RunView, task: Task) -> str:
    """Why a task of a run has not started, or will not; "" where it has, or there is no run."""
    own = view.task(task.id)
    state = state_in(view.run_state, own.state)
    if view.run_id is None or state in (TaskState.RUNNING, TaskState.SUCCESS, TaskState.FAILED):
        return ""
    if state is TaskState.UP_FOR_RETRY:
        return tr("It waits until its retry delay is over.")
    if state is TaskState.WAITING:
        return _why_waiting(view, task)
    reason = own.reason or ""
    told = (
        {
            TaskState.SKIPPED: tr("It was skipped"),
            TaskState.UPSTREAM_FAILED: tr("It did not run, as something before it failed"),
            TaskState.CANCELLED: tr("It was cancelled"),
        }.get(state)
        if isinstance(state, TaskState)
        else None
    )
    if told is None:
        return ""
    return f"{told}: {reason}." if reason else f"{told}."


def upstream_words(view: RunView, task: Task) -> list[tuple[str, str]]:
    """Each upstream task and how it stands, in a word."""
    states = ((one, state_in(view.run_state, view.task(one).state)) for one in task.upstream)
    return [(one, tr(look_of(state).word)) for one, state in states]


def _why_waiting(view: RunView, task: Task) -> str:
    if view.run_state is not RunState.RUNNING:
        return tr("It had not started when the run ended.")
    if view.paused:
        return tr("It waits, as the run is paused.")
    missing = [one for one in task.upstream if not view.task(one).state.is_final]
    if not missing:
        pool = tr("It is ready, and waits for a slot of the pool '{pool}'.").format(pool=task.pool)
        return pool if task.pool else tr("It is ready, and waits for a free slot.")
    named = ", ".join(f"'{one}'" for one in missing[:MOST_NAMED])
    if len(missing) > MOST_NAMED:
        named = tr("{names} and {more} more").format(names=named, more=len(missing) - MOST_NAMED)
    return tr("It waits for {names}.").format(names=named)
