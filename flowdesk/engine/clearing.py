"""Tasks that run anew in the same run: those that failed, or one with all that comes after it.

New tries are added, and nothing of earlier ones is lost. What is not cleared keeps its values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, Refusal, listed
from flowdesk.plan.states import TaskState

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
            raise NothingToDo(f"'{name}' has not failed: it is {progress.state(name)}")
        return f"runs anew: {_told(parts, progress.clear(chosen))}"
    return f"runs anew: {_told(parts, progress.clear(failed))}"


def clear(parts: Parts, name: str, *, downstream: bool) -> str:
    """Run a task anew, with all that comes after it unless only the task is meant."""
    _check_goes_on(parts)
    moves = parts.world.progress.clear([name], downstream=downstream)
    if not moves:
        raise NothingToDo(f"'{name}' has not run yet")
    return f"cleared {_told(parts, moves)}"


def _check_goes_on(parts: Parts) -> None:
    if parts.control.reason:
        raise Refusal("the run is being cancelled; ask again when it is over")


def _told(parts: Parts, moves: Iterable[Move]) -> str:
    moves = list(moves)
    parts.tries.move(moves)
    return listed(move.task for move in moves if move.state is TaskState.WAITING)
