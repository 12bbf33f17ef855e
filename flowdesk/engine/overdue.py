"""What happens when something is due: a retry begins, a try or the run has used up its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.timers import Due
from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TryState

if TYPE_CHECKING:
    from flowdesk.engine.parts import Parts


def take_up_timers(parts: Parts) -> None:
    """Do all that is due by now."""
    for what, about in parts.world.timers.due():
        match what:
            case Due.RETRY:
                parts.starter.retry(about)
            case Due.PIDS:
                parts.tries.record_pids()
            case Due.LOOK:
                parts.held.look(about)
            case Due.TRY_TIMEOUT:
                _end_try(parts, about)
            case Due.RUN_TIMEOUT:
                parts.control.time_out(parts.world.plan.timeout or 0.0)


def _end_try(parts: Parts, attempt_id: str) -> None:
    """End a try whose time is up, if it is still under way."""
    if attempt_id in parts.tries.carried:
        name = parts.tries.carried[attempt_id].name
        parts.tries.cancel(attempt_id, instead=_timed_out(parts, attempt_id, name))
    elif (attempt := parts.held.attempt(attempt_id)) is not None:
        parts.held.end(attempt, _timed_out(parts, attempt_id, attempt.name))


def _timed_out(parts: Parts, attempt_id: str, name: str) -> Finished:
    task = parts.world.task(name)
    if task.kind is Kind.APPROVE and task.answer_timeout is not None:
        reason = f"nobody answered within {task.answer_timeout:g}s"
    else:
        reason = f"timed out after {task.timeout or 0:g}s"
    return Finished(attempt_id, TryState.FAILED, reason)
