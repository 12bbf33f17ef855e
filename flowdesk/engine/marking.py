"""A task that is said to have ended, by a person: succeeded, failed or skipped.

The mark is a try of its own, so that what earlier tries did stays as it was, and the values that a person
gives are told from those that the task pushed. A success needs what the task must push; what its last try
pushed already need not be given again. What runs is ended first, as in Airflow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, Refusal, is_made, listed
from flowdesk.engine.ending import end_running
from flowdesk.engine.storing import from_folder, kept, values_at
from flowdesk.engine.world import Attempt
from flowdesk.executors.worker.plain_text import read
from flowdesk.plan.standings import StillRunning
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.home import log_path, values_folder
from flowdesk.store.rows import FinishedTry
from flowdesk.xcom.limits import fault_of
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import Unstorable, decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.engine.parts import Parts
    from flowdesk.plan.plan import Push, Task
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
    given = _given(parts, name, values) if marked is TaskState.SUCCESS else {}
    try:
        moves = world.progress.mark(name, marked)
    except StillRunning as error:
        end_running(parts, error.names, f"ended to be marked {marked}")
        moves = world.progress.mark(name, marked)
    _record(parts, name, moves, given)
    return f"marked '{name}' as {marked}"


def _record(parts: Parts, name: str, moves: list[Move], given: Mapping[str, str]) -> None:
    world, state = parts.world, parts.world.progress.state(name)
    attempt = Attempt(name, world.progress.tries(name))
    log = log_path(world.request.home, world.run_id, name, attempt.number)
    world.store.start_try(world.run_id, name, attempt.number, log=str(log))
    world.values.begin_try(name)
    for key, text in given.items():
        parts.tries.push(attempt, key, text)
    ended = FinishedTry(_TRIES[state], state, f"marked as {state}")
    world.store.finish_try(world.run_id, name, attempt.number, ended)
    parts.tries.move(move for move in moves if move.task != name)


def _given(parts: Parts, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """What a success of a task pushes: what is given, else what its last try had."""
    task = parts.world.task(name)
    declared = {push.key: push for push in task.push}
    unknown = [key for key in values if key not in declared]
    if unknown:
        raise Refusal(f"'{name}' pushes no {listed(unknown)}" + _declares(task))
    given = {key: held.value for key, held in parts.world.values.of(name).items()}
    given |= {key: _checked(parts, declared[key], text) for key, text in values.items()}
    lacking = [push for push in task.push if push.required and push.key not in given]
    if lacking:
        told = ", ".join(f"{push.key} ({push.type})" for push in lacking)
        example = " ".join(f"--value {push.key}=…" for push in lacking)
        raise Refusal(f"'{name}' succeeds only with what it pushes, so give {told}: {example}")
    return given


def _declares(task: Task) -> str:
    return f"; it pushes {listed(push.key for push in task.push)}" if task.push else ""


def _checked(parts: Parts, push: Push, text: str) -> str:
    """The value as text, held to its declaration; a file's is the path, from the pipeline's folder."""
    declared = parse(push.type)
    try:
        value = declared.convert(_read(text, push.type))
    except Mismatch as mismatch:
        raise Refusal(f"'{push.key}': {mismatch}") from None
    if fault := fault_of(push, value):
        raise Refusal(f"'{push.key}' {fault}")
    if push.secret:
        return encode(value)
    world = parts.world
    folder, values = world.request.path.parent, str(values_folder(world.request.home))
    try:
        return kept(from_folder(value, folder), values, values_at(world.plan, folder), limit=push.max_bytes)
    except Unstorable as error:
        raise Refusal(f"'{push.key}': {error}") from None


def _read(text: str, type_text: str) -> object:
    """The value of a JSON text; of a text that is none, or a string where none is declared, as a shell's."""
    declared = parse(type_text)
    try:
        value = decode(text)
    except ValueError:
        return read(text, declared)
    if not isinstance(value, str):
        return value
    try:
        return declared.convert(value)
    except Mismatch:
        return read(value, declared)
