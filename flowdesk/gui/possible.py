"""What can be asked of the shown run and of its tasks: every question gives the reason why not, or ""."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.state_look import look_of, state_in
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.gui.session import Session

NO_RUN = "No run is shown"
PAST = "Run {run} is shown as it was; go back to now first (Alt+End)"
ASKED = "The run has not answered yet"
_TO_RETRY = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.CANCELLED)


def why_not_stop(session: Session) -> str:
    """Why the run cannot be stopped."""
    if session.steering.is_stopping:
        return "The run is being stopped"
    return _why_not_running(session)


def why_not_pause(session: Session) -> str:
    """Why the run cannot be paused."""
    reason = _why_nothing(session) or _why_not_running(session)
    if not reason and session.now.paused:
        return f"Run {_number(session)} is paused already"
    if not reason and session.steering.is_stopping:
        return "The run is being stopped"
    return reason or (ASKED if session.steering.is_asked("pause") else "")


def why_not_resume(session: Session) -> str:
    """Why the run cannot go on: it was neither paused nor interrupted."""
    if reason := _why_nothing(session):
        return reason
    if session.steering.is_asked("resume"):
        return ASKED
    state = session.now.run_state
    if state is RunState.INTERRUPTED or (state is RunState.RUNNING and session.now.paused):
        return ""
    told = "is running" if state is RunState.RUNNING else "is over"
    return f"Run {_number(session)} {told}; only a paused or interrupted run can be resumed"


def why_not_retry(session: Session) -> str:
    """Why nothing of the run can be retried."""
    if reason := _why_nothing(session):
        return reason
    if session.steering.is_asked("retry"):
        return ASKED
    if session.now.run_state is RunState.INTERRUPTED:
        return f"Run {_number(session)} was interrupted; resume it first"
    if not any(session.now.count(state) for state in _TO_RETRY):
        return f"Nothing has failed in run {_number(session)}"
    return ""


def why_not_clear(session: Session, name: str) -> str:
    """Why a task cannot be cleared."""
    if reason := _why_nothing(session):
        return reason
    view = session.now.task(name)
    if view.state is TaskState.WAITING and not view.tries:
        return f"'{name}' has not run yet"
    return ASKED if session.steering.is_asked("clear", name) else ""


def why_not_mark(session: Session, name: str, state: TaskState) -> str:
    """Why a task cannot be marked as ended in `state`."""
    if reason := _why_nothing(session):
        return reason
    now = session.now.task(name).state
    if now is state:
        return f"'{name}' is {look_of(state).word.lower()} already"
    return ASKED if session.steering.is_asked("mark", name) else ""


def why_not_cancel(session: Session, name: str) -> str:
    """Why a task cannot be cancelled."""
    if reason := _why_nothing(session):
        return reason
    state = state_in(session.now.run_state, session.now.task(name).state)
    if state is not TaskState.RUNNING:
        return f"'{name}' is not running: it is {look_of(state).word.lower()}"
    return ASKED if session.steering.is_asked("cancel", name) else ""


def why_not_retry_task(session: Session, name: str) -> str:
    """Why a task cannot be retried."""
    if reason := _why_nothing(session):
        return reason
    if session.now.task(name).state not in _TO_RETRY:
        return f"'{name}' has not failed"
    return ASKED if session.steering.is_asked("retry", name) else ""


def _why_nothing(session: Session) -> str:
    """Why nothing can be asked: what is seen is not what the run would be asked about."""
    if session.run is None:
        return NO_RUN
    return "" if session.moment is None else PAST.format(run=_number(session))


def _why_not_running(session: Session) -> str:
    if session.run is None:
        return NO_RUN
    is_running = session.now.run_state is RunState.RUNNING
    return "" if is_running else f"Run {_number(session)} is not running"


def _number(session: Session) -> str:
    return f"#{session.run.number}" if session.run else ""
