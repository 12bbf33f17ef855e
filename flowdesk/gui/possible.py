"""What can be asked of the shown run and of its tasks: every question gives the reason why not, or ""."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import mark, tr
from flowdesk.gui.state_look import look_of, state_in
from flowdesk.plan.instances import task_of
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.session import Session

NO_RUN = mark("No run is shown")
PAST = mark("Run {run} is shown as it was; go back to now first (Alt+End)")
ASKED = mark("The run has not answered yet")
NOT_RUN = mark("'{name}' has not run yet")
_TO_RETRY = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.CANCELLED)


def why_not_stop(session: Session) -> str:
    """Why the run cannot be stopped."""
    if session.steering.is_stopping:
        return tr("The run is being stopped")
    return _why_not_running(session)


def why_not_pause(session: Session) -> str:
    """Why the run cannot be paused."""
    reason = _why_nothing(session) or _why_not_running(session)
    if not reason and session.now.paused:
        return tr("Run {run} is paused already").format(run=_number(session))
    if not reason and session.steering.is_stopping:
        return tr("The run is being stopped")
    return reason or (tr(ASKED) if session.steering.is_asked("pause") else "")


def why_not_resume(session: Session) -> str:
    """Why the run cannot go on: it was neither paused nor interrupted."""
    if reason := _why_nothing(session):
        return reason
    if session.steering.is_asked("resume"):
        return tr(ASKED)
    state = session.now.run_state
    if state is RunState.INTERRUPTED or (state is RunState.RUNNING and session.now.paused):
        return ""
    if state is RunState.RUNNING:
        told = tr("Run {run} is running; only a paused or interrupted run can be resumed")
    else:
        told = tr("Run {run} is over; only a paused or interrupted run can be resumed")
    return told.format(run=_number(session))


def why_not_retry(session: Session) -> str:
    """Why nothing of the run can be retried."""
    if reason := _why_nothing(session):
        return reason
    if session.steering.is_asked("retry"):
        return tr(ASKED)
    if session.now.run_state is RunState.INTERRUPTED:
        return tr("Run {run} was interrupted; resume it first").format(run=_number(session))
    if not any(session.now.count(state) for state in _TO_RETRY):
        return tr("Nothing has failed in run {run}").format(run=_number(session))
    return ""


def why_not_clear(session: Session, name: str) -> str:
    """Why a task cannot be cleared."""
    if reason := _why_nothing(session):
        return reason
    view = session.now.task(name)
    if view.state is TaskState.WAITING and not view.tries:
        return tr(NOT_RUN).format(name=name)
    return tr(ASKED) if session.steering.is_asked("clear", name) else ""


def why_not_mark(session: Session, name: str, state: TaskState) -> str:
    """Why a task cannot be marked as ended in `state`."""
    if reason := _why_nothing(session):
        return reason
    now = session.now.task(name).state
    if now is state:
        return tr("'{name}' is {state} already").format(name=name, state=_word(state))
    return tr(ASKED) if session.steering.is_asked("mark", name) else ""


def why_not_cancel(session: Session, name: str) -> str:
    """Why a task cannot be cancelled."""
    if reason := _why_nothing(session):
        return reason
    state = state_in(session.now.run_state, session.now.task(name).state)
    if state is not TaskState.RUNNING:
        word = look_of(state).word.lower()
        return tr("'{name}' is not running: it is {state}").format(name=name, state=word)
    return tr(ASKED) if session.steering.is_asked("cancel", name) else ""


def why_not_retry_task(session: Session, name: str) -> str:
    """Why a task cannot be retried."""
    if reason := _why_nothing(session):
        return reason
    if session.now.task(name).state not in _TO_RETRY:
        return tr("'{name}' has not failed").format(name=name)
    return tr(ASKED) if session.steering.is_asked("retry", name) else ""


def why_not_clear_all(session: Session, names: Sequence[str]) -> str:
    """Why none of several tasks can be cleared."""
    if reason := _why_nothing(session):
        return reason
    if not any(session.now.task(name).tries for name in names):
        return tr("None of these tasks has run yet")
    return tr(ASKED) if session.steering.is_asked("clear") else ""


def why_not_retry_any(session: Session, names: Sequence[str]) -> str:
    """Why none of several tasks can be retried."""
    if reason := _why_nothing(session):
        return reason
    if not any(session.now.task(name).state in _TO_RETRY for name in names):
        return tr("None of these tasks has failed")
    return tr(ASKED) if session.steering.is_asked("clear") else ""


def why_not_edit(session: Session, name: str, key: str) -> str:
    """Why the value of a key cannot be edited."""
    if reason := _why_nothing(session):
        return reason
    now = session.now
    task = now.plan.tasks.get(task_of(name))
    if task is None or key not in {push.key for push in task.push}:
        return tr("'{name}' declares no key '{key}'").format(name=name, key=key)
    if task.expand and name == task.id:
        return tr("'{name}' is a mapped task; edit a value of one of those made of it").format(name=name)
    view, value = now.task(name), now.value(name, key)
    if not view.state.is_final:
        return tr("'{name}' has not ended: it is {state}").format(name=name, state=_word(view.state))
    if value is None or value.try_number != view.tries:
        return tr("The last try of '{name}' did not push '{key}'").format(name=name, key=key)
    is_asked = session.steering.is_asked("edit", name) or session.steering.is_asked("restore", name)
    return tr(ASKED) if is_asked else ""


def why_not_restore(session: Session, name: str, key: str) -> str:
    """Why what was pushed cannot be put in its own place again."""
    if reason := why_not_edit(session, name, key):
        return reason
    value = session.now.value(name, key)
    is_edited = value is not None and value.is_edited
    return "" if is_edited else tr("'{key}' of '{name}' was not edited").format(key=key, name=name)


def _word(state: TaskState) -> str:
    return look_of(state).word.lower()


def _why_nothing(session: Session) -> str:
    """Why nothing can be asked: what is seen is not what the run would be asked about."""
    if session.run is None:
        return tr(NO_RUN)
    return "" if session.moment is None else tr(PAST).format(run=_number(session))


def _why_not_running(session: Session) -> str:
    if session.run is None:
        return tr(NO_RUN)
    is_running = session.now.run_state is RunState.RUNNING
    return "" if is_running else tr("Run {run} is not running").format(run=_number(session))


def _number(session: Session) -> str:
    return f"#{session.run.number}" if session.run else ""
