"""Values that a person edits: another one stands in the place of what a task pushed, and consumers run anew.

The value that was pushed is kept, and put in its place again where it is restored. What an edit makes run
anew is told by `plan.consumers`: what pulls the keys, and what pulls from that, but not what merely comes
after. What of it runs is ended first. What is not to run anew gets the edited value when it next starts.

Only a value that is in use can be edited: of the last try of a task that has ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, Refusal, is_made, listed
from flowdesk.engine.ending import end_running
from flowdesk.engine.given import given
from flowdesk.engine.inputs import Held
from flowdesk.plan.consumers import consumers
from flowdesk.plan.instances import split
from flowdesk.plan.standings import StillRunning
from flowdesk.plan.states import OPEN, TaskState, words
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flowdesk.engine.parts import Parts

ALL, DIRECT, NOTHING = "all", "direct", "nothing"
"""What runs anew: all consumers, those that pull the keys themselves, or nothing."""


def edit(parts: Parts, name: str, values: Mapping[str, str], *, rerun: str, by: str) -> str:
    """Put values (JSON texts by key) in the place of what a task pushed.

    Raises:
        Refusal: a value is not what is declared, or cannot be edited now.
        NothingToDo: all of them are that already.
        NotYet: a consumer runs, and has been told to end.
    """
    _check(parts, name, values)
    declared = {push.key: push for push in parts.world.task(name).push}
    held = parts.world.values.of(name)
    texts = {key: given(parts.world, declared[key], text) for key, text in values.items()}
    texts = {key: text for key, text in texts.items() if text != held[key].value}
    if not texts:
        raise NothingToDo(f"{listed(values)} of '{name}' {'is' if len(values) == 1 else 'are'} that already")
    for key, text in texts.items():
        if not held[key].secret and parts.leaves.mask(text) != text:
            raise Refusal(f"'{key}' is no secret key, and the value has a secret in it")
    told = _run_anew(parts, name, texts, rerun)
    parts.starter.forget_expansions()
    for key, text in texts.items():
        _put(parts, name, key, text, by)
    return f"edited {listed(texts)} of '{name}'; {told}"


def restore(parts: Parts, name: str, keys: Iterable[str], *, rerun: str, by: str) -> str:
    """Put what a task pushed in its own place again; what may be raised is as of `edit`."""
    keys, world = list(keys), parts.world
    _check(parts, name, keys)
    number = world.progress.tries(name)
    rows = [row for row in world.store.values_to_use(world.run_id) if row.name == name]
    found = {row.key: row.edit.original for row in rows if row.key in keys and row.edit is not None}
    if not found:
        raise NothingToDo(f"{listed(keys)} of '{name}' {'was' if len(keys) == 1 else 'were'} not edited")
    told = _run_anew(parts, name, found, rerun)
    parts.starter.forget_expansions()
    for key, original in found.items():
        world.store.restore_value(world.run_id, name, number, key=key, by=by)
        world.values.push(name, key, Held(original, number, secret=world.values.of(name)[key].secret))
    return f"restored {listed(found)} of '{name}'; {told}"


def _check(parts: Parts, name: str, keys: Iterable[str]) -> None:
    """Refuse what has no value that could be edited now."""
    world, state = parts.world, parts.world.progress.state(name)
    task, keys = world.task(name), list(keys)
    if task.expand and not is_made(name):
        raise Refusal(f"'{name}' is a mapped task; edit what those made of it pushed, like '{name}[0]'")
    if state in OPEN:
        raise Refusal(f"'{name}' is {words(state)}, so what it pushed is not in use; ask when it is over")
    declared = {push.key for push in task.push}
    if unknown := [key for key in keys if key not in declared]:
        known = f"; it pushes {listed(sorted(declared))}" if declared else ""
        raise Refusal(f"'{name}' pushes no {listed(unknown)}{known}")
    if absent := [key for key in keys if key not in world.values.of(name)]:
        raise Refusal(f"'{name}' did not push {listed(absent)}; mark it a success, with a value for that")


def _run_anew(parts: Parts, name: str, keys: Iterable[str], rerun: str) -> str:
    """Let the consumers wait again, and say which."""
    if rerun == NOTHING:
        return "nothing runs anew"
    if parts.control.reason:
        raise Refusal("the run is being cancelled; ask again when it is over")
    world = parts.world
    pulled = world.store.pulls(world.run_id)
    found = consumers(world.plan, name, set(keys), pulled=pulled, direct=rerun == DIRECT)
    names = [one for one in found if not is_made(one) or one in world.names(split(one)[0])]
    try:
        moves = world.progress.rerun(names)
    except StillRunning as error:
        end_running(parts, error.names, "ended to run anew")
        moves = world.progress.rerun(names)
    parts.tries.move(moves)
    anew = [move.task for move in moves if move.state is TaskState.WAITING and move.task in names]
    return f"runs anew: {listed(anew)}" if anew else "nothing that pulls it has run yet"


def _put(parts: Parts, name: str, key: str, text: str, by: str) -> None:
    world, held = parts.world, parts.world.values.of(name)[key]
    if held.secret:
        parts.leaves.secrets.learn(decode(text))
    world.store.edit_value(world.run_id, name, held.try_number, key=key, value=text, by=by)
    world.values.push(name, key, Held(text, held.try_number, secret=held.secret))
