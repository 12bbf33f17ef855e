"""Ending what runs, where something else is to become of it: it is cleared, or marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NotYet
from flowdesk.executors.executor import Finished
from flowdesk.plan.states import TryState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.engine.parts import Parts
    from flowdesk.engine.world import Attempt


def end_running(parts: Parts, names: Iterable[str], why: str) -> None:
    """End what runs of these names; `why` is the reason of the tries.

    Raises:
        NotYet: something of it has not ended yet. Asked again then, it does nothing further.
    """
    running = set(names)
    for attempt in [holding.attempt for one in running if (holding := parts.held.of(one))]:
        parts.held.end(attempt, _ended(attempt, why))
    for attempt in parts.tries.carried.values():
        if attempt.name in running and not parts.tries.is_ending(attempt.id):
            parts.tries.cancel(attempt.id, instead=_ended(attempt, why))
    if any(attempt.name in running for attempt in parts.tries.carried.values()):
        raise NotYet


def _ended(attempt: Attempt, why: str) -> Finished:
    return Finished(attempt.id, TryState.CANCELLED, why)
