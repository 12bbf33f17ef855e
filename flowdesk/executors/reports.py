"""What a worker says, as the reports that the engine gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.executor import Finished, Pushed, Report, Started
from flowdesk.executors.worker.outcome import Outcome, failed, signal_name, unfinished
from flowdesk.plan.states import TryState

if TYPE_CHECKING:
    from flowdesk.executors.talk import Message


def reports(job: str, message: Message) -> list[Report]:
    """The reports of a runner's message about this job: those that waited for it, and its own."""
    if "held" not in message:
        return [report(job, message)]
    return [report(job, one) for one in (*message["held"], message)]


def report(job: str, message: Message) -> Report:
    """The report of a runner's message about this job."""
    if message["say"] == "started":
        return Started(job, message["pid"])
    if message["say"] == "pushed":
        key, type_, value = message["key"], message["type"], message["value"]
        return Pushed(job, key, type_, value, message.get("size"), message.get("preview"))
    return _ended(job, message)


def finished(job: str, outcome: Outcome) -> Finished:
    """The report of a try's end."""
    return _ended(job, outcome._asdict())


def _ended(job: str, outcome: Message) -> Finished:
    """The same, of the fields of an `Outcome`, without those that are as by default."""
    told, followed = outcome.get, outcome.get("followed")
    return Finished(
        job,
        _STATES[outcome["state"]],
        told("reason"),
        told("exit_code"),
        told("signal"),
        None if followed is None else tuple(followed),
        bool(told("no_retry")),
        told("refused_key"),
        told("at"),
    )


_STATES = {state.value: state for state in TryState}


def died(job: str, message: Message, *, cancelled: bool) -> Finished:
    """The report of a worker's death in the middle of a job, by the last words of its warden.

    `lost` stands for a warden that could say none; `status` is its return code then, and `reason` may
    tell more.
    """
    if cancelled:
        overdue = message.get("overdue")
        return finished(
            job, Outcome("cancelled", "cancelled; killed, as it did not end" if overdue else "cancelled")
        )
    if message["say"] == "died":
        return finished(job, unfinished(message["status"]))
    code: int = message["status"]
    if reason := message.get("reason"):
        return finished(job, failed(reason, code if code > 0 else None))
    how = f"was killed by {signal_name(-code)}" if code < 0 else f"ended with code {code}"
    return finished(job, failed(f"its worker process {how}"))
