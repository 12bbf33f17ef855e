"""Tasks that run anew in the same run: those that failed, or chosen ones with all that comes after them.

New tries are added, and nothing of earlier ones is lost. What is not cleared keeps its values. What runs is
cancelled first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, Refusal, listed
from flowdesk.engine.ending import end_running
from flowdesk.plan.standings import StillRunning
from flowdesk.plan.states import TaskState, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.engine.parts import Parts
    from flowdesk.plan.progress import Move


def retry(parts: Parts, name: str | None) -> str:
    """Run anew what failed, and what did not run because of it; or one task that did, with the same."""
    progress = parts.world.progress
    _check_goes_on(parts)
    failed = progress.failed()
    if not failed:
        raise NothingToDo("no task has failed")
    if name is not None:
        names = set(parts.world.names(name)) | {name}
        chosen = [one for one in failed if one in names]
        if not chosen:
            raise NothingToDo(f"'{name}' has not failed: it is {words(progress.state(name))}")
        return f"runs anew: {_told(parts, _cleared(parts, chosen))}"
    return f"runs anew: {_told(parts, _cleared(parts, failed))}"


def clear(parts: Parts, names: list[str], *, downstream: bool) -> str:
    """Run tasks anew, with all that comes after them unless only these are meant."""
    _check_goes_on(parts)
    moves = _cleared(parts, names, downstream=downstream)
    if not moves:
        raise NothingToDo(f"{listed(names)} {'has' if len(names) == 1 else 'have'} not run yet")
    return f"cleared {_told(parts, moves)}"


def _cleared(parts: Parts, names: list[str], *, downstream: bool = True) -> list[Move]:
    """Clear names, and end what runs of all that.

    Raises:
        NotYet: something of it has not ended yet.
    """
    try:
        return parts.world.progress.clear(names, downstream=downstream)
    except StillRunning as error:
        end_running(parts, error.names, "ended to run anew")
    return _cleared(parts, names, downstream=downstream)


def _check_goes_on(parts: Parts) -> None:
    if parts.control.reason:
        raise Refusal("the run is being cancelled; ask again when it is over")


def _told(parts: Parts, moves: Iterable[Move]) -> str:
    moves = list(moves)
    parts.tries.move(moves)
    return listed(move.task for move in moves if move.state is TaskState.WAITING)
