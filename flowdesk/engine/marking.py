"""A task that is said to have ended, by a person: succeeded, failed or skipped.

The mark is a try of its own, so that what earlier tries did stays as it was, and the values that a person
gives are told from those that the task pushed. A success needs what the task must push; what its last try
pushed already need not be given again. What runs is ended first, as in Airflow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, Refusal, is_made, listed
from flowdesk.engine.ending import end_running
from flowdesk.engine.given import given
from flowdesk.engine.world import Attempt
from flowdesk.plan.standings import StillRunning
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.home import log_path
from flowdesk.store.rows import FinishedTry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.engine.parts import Parts
    from flowdesk.plan.plan import Task
    from flowdesk.plan.standings import Move

_TRIES = {
    TaskState.SUCCESS: TryState.SUCCESS,
    TaskState.FAILED: TryState.FAILED,
    TaskState.SKIPPED: TryState.SKIPPED,
}


def mark(parts: Parts, name: str, state: str, *, values: Mapping[str, str]) -> str:
    """Mark a task as ended in a state; `values` are JSON texts by key, or plain texts as a shell writes them.

    Raises:
        Refusal: the state is none to mark with, or the values are not what the task pushes.
        NotYet: the task runs, and has been told to end.
    """
    world = parts.world
    marked = next((known for known in _TRIES if known == state), None)
    if marked is None:
        raise Refusal(f"a task is marked {', '.join(_TRIES)}, and not '{state}'")
    if world.progress.state(name) is marked and not values:
        raise NothingToDo(f"'{name}' is {marked} already")
    if values and marked is not TaskState.SUCCESS:
        raise Refusal(f"a task that is marked {marked} pushes nothing")
    task = world.task(name)
    if task.expand and not is_made(name) and marked is TaskState.SUCCESS and task.push:
        raise Refusal(f"'{name}' is a mapped task; mark those made of it, like '{name}[0]'")
    pushes = _pushes(parts, name, values) if marked is TaskState.SUCCESS else {}
    try:
        moves = world.progress.mark(name, marked)
    except StillRunning as error:
        end_running(parts, error.names, f"ended to be marked {marked}")
        moves = world.progress.mark(name, marked)
    _record(parts, name, moves, pushes)
    return f"marked '{name}' as {marked}"


def _record(parts: Parts, name: str, moves: list[Move], pushes: Mapping[str, str]) -> None:
    world, state = parts.world, parts.world.progress.state(name)
    attempt = Attempt(name, world.progress.tries(name))
    log = log_path(world.request.home, world.run_id, name, attempt.number)
    world.store.start_try(world.run_id, name, attempt.number, log=str(log))
    world.values.begin_try(name)
    for key, text in pushes.items():
        parts.tries.push(attempt, key, text)
    ended = FinishedTry(_TRIES[state], state, f"marked as {state}")
    world.store.finish_try(world.run_id, name, attempt.number, ended)
    parts.tries.move(move for move in moves if move.task != name)


def _pushes(parts: Parts, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """What a success of a task pushes: what is given, else what its last try had."""
    task = parts.world.task(name)
    declared = {push.key: push for push in task.push}
    unknown = [key for key in values if key not in declared]
    if unknown:
        raise Refusal(f"'{name}' pushes no {listed(unknown)}" + _declares(task))
    pushes = {key: held.value for key, held in parts.world.values.of(name).items()}
    pushes |= {key: given(parts.world, declared[key], text) for key, text in values.items()}
    lacking = [push for push in task.push if push.required and push.key not in pushes]
    if lacking:
        told = ", ".join(f"{push.key} ({push.type})" for push in lacking)
        example = " ".join(f"--value {push.key}=…" for push in lacking)
        raise Refusal(f"'{name}' succeeds only with what it pushes, so give {told}: {example}")
    return pushes


def _declares(task: Task) -> str:
    return f"; it pushes {listed(push.key for push in task.push)}" if task.push else ""
