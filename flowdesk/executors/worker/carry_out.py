"""Carries out one job, whatever its kind, and sees that it pushed what it must."""

from __future__ import annotations

from flowdesk.executors.worker import spare
from flowdesk.executors.worker.note import note
from flowdesk.executors.worker.outcome import Outcome, failed
from flowdesk.executors.worker.pushes import Pushes
from flowdesk.executors.worker.refused import Refused, declared_names
from flowdesk.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.executors.talk import Message
    from flowdesk.executors.worker.cancellation import Cancellation
    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.place import Place

CALLED = ("python", "branch", "short_circuit")
"""The kinds of task that call a function in this process."""


class Tell(NamedTuple):
    """What takes `started` and `pushed`: at once, and what can wait for the end."""

    now: Callable[[Message], object]
    later: Callable[[Message], object]


def carry_out(job: Job, place: Place, cancellation: Cancellation, tell: Tell) -> Outcome:
    """Carry out the job, its output already going where it belongs."""
    pushes = Pushes(job, tell.now, cancellation, hide=place.hide, later=tell.later)
    try:
        try:
            place.surroundings.enter(job)
            outcome = _by_kind(job, place, pushes, tell)
        finally:
            place.surroundings.leave(job)
    except Refused as refusal:
        outcome = failed(str(refusal))._replace(refused_key=refusal.key)
    except Exception as error:  # noqa: BLE001 - the worker's border: what is wrong here is ours
        spare.release()
        from flowdesk.executors.worker import failure

        failure.show_whole(error)
        outcome = failed(f"flowdesk itself failed: {type(error).__name__}: {error}")
    finally:
        job.stored.close()
    if cancellation.acted:  # also where the task caught what was to end it, and went on to its end
        return Outcome("cancelled", "cancelled")
    if outcome.state == "success" and pushes.missing:
        outcome = failed(
            f"did not push {declared_names(pushes.missing)}, which the file declares", outcome.exit_code
        )._replace(refused_key=pushes.missing[0])
    if outcome.reason and not outcome.is_shown:
        note(outcome.reason)
    return outcome


def _by_kind(job: Job, place: Place, pushes: Pushes, tell: Tell) -> Outcome:
    if job.kind in CALLED:
        from flowdesk.executors.worker.python_task import run_python

        return run_python(job, pushes)
    from flowdesk.executors.worker.shell_task import Shell

    return Shell(job, place, pushes, tell).run()
