"""Makers of events, numbered as the store would."""

from __future__ import annotations

from itertools import count

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.states import TaskState, TryState

BEGIN = 1_700_000_000.0

_numbers = count(1)


def event(kind: EventKind, task: str | None = None, number: int | None = None, /, **data: object) -> Event:
    """An event, a second after the one before."""
    seq = next(_numbers)
    of, index = split(task) if task else (None, -1)
    return Event(seq, "r", BEGIN + seq, kind, of, number, data, index)


def started(task: str, number: int = 1, **data: object) -> Event:
    """A try began."""
    return event(EventKind.TRY_STARTED, task, number, **data)


def expanded(task: str, count: int) -> Event:
    """A mapped task was made into so many."""
    return event(EventKind.TASK_EXPANDED, task, count=count)


def pushed(task: str, key: str, value: str, number: int = 1) -> Event:
    """A try pushed a float that reads so."""
    return event(EventKind.VALUE_PUSHED, task, number, key=key, type="float", size=3, preview=value)


def edited(task: str, key: str, value: str, original: str | None) -> Event:
    """Somebody edited a float, or restored it."""
    told = {"type": "float", "size": 3, "preview": value, "original": original, "by": "Mia"}
    return event(EventKind.VALUE_EDITED, task, 1, key=key, **told)


def finished(
    task: str, state: TaskState, number: int = 1, *, reason: str | None = None, delay: float = 0.0
) -> Event:
    """A try ended and its task moved."""
    of_try = TryState.SUCCESS if state is TaskState.SUCCESS else TryState.FAILED
    return event(
        EventKind.TRY_FINISHED, task, number, state=of_try, task_state=state, reason=reason, delay=delay
    )


def moved(task: str, state: TaskState) -> Event:
    """A task moved without a try."""
    return event(EventKind.TASK_MOVED, task, state=state, reason=None)
