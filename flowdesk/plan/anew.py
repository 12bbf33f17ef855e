"""Letting tasks wait again that had ended: groups that are tried again, and what clearing and marking need.

Before a doomed group is tried again, what was set up in it is undone: its teardowns run, one after the
other where one comes after the other, although not all before them ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.states import OPEN, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.plan.cascade import Cascade
    from flowdesk.plan.standings import Move


def reset(cascade: Cascade, tasks: Iterable[str], reason: str) -> list[Move]:
    """Let whole tasks wait again, not expanded, with a new budget of retries."""
    standings = cascade.standings
    moves = []
    for task in tasks:
        cascade.left_out.forget(task)
        for name in (task, *standings.made.get(task, ())):
            take_out(cascade, name)
            if standings.states[name] not in (TaskState.WAITING, TaskState.REMOVED):
                moves.append(standings.move(name, TaskState.WAITING, reason=reason))
        standings.expanded.pop(task, None)
    return moves


def take_out(cascade: Cascade, name: str) -> None:
    """Forget what was about to become of a name, and its failures."""
    cascade.queue.waiting.discard(name)
    cascade.derived.discard(name)
    cascade.standings.failures.pop(name, None)


def decide_anew(cascade: Cascade, tasks: Iterable[str]) -> list[Move]:
    """Decide tasks that changed and wait, and those that wait for them."""
    tasks = list(tasks)
    states = cascade.standings.states
    concerned = dict.fromkeys((*tasks, *cascade.concerned(tasks), *cascade.groups.outside(tasks)))
    waiting = [task for task in concerned if states[task] is TaskState.WAITING]
    cascade.recount(waiting)
    return cascade.decide_all(waiting, [])


def doom(cascade: Cascade, task: str) -> None:
    """Start nothing more in the group that will be tried again because a task in it failed for good."""
    if group := cascade.groups.doom(task):
        for member in cascade.groups.members[group]:
            cascade.queue.waiting.difference_update(cascade.standings.live(member))


def try_groups_again(cascade: Cascade, tasks: Iterable[str]) -> list[Move]:
    """Let all tasks of the doomed groups around these wait again, once nothing runs in them any more."""
    moves: list[Move] = []
    for task in tasks if cascade.groups.doomed else ():
        group = cascade.groups.idle(task)
        if group is not None and not _undo(cascade, group):
            members = cascade.groups.members[group]
            misled = _misled(cascade, group)
            moves += reset(cascade, [*members, *misled], cascade.groups.try_again(group))
            moves += decide_anew(cascade, [*members, *misled])
    return moves


def _misled(cascade: Cascade, group: str) -> list[str]:
    """What ended outside by how a group ended that is now tried again, with all that came after it.

    What runs is left to its end: only who cancels it can have it run anew.
    """
    found: dict[str, None] = {}
    left = cascade.groups.misled(group)
    while left:
        task = left.pop()
        if task not in found and cascade.standings.states[task] not in OPEN:
            found[task] = None
            left += cascade.ways.downstream.of(task)
    return list(found)


def is_due(cascade: Cascade, name: str) -> bool:
    """Whether a name is of a teardown that has something to undo before its run or group comes to an end."""
    standings = cascade.standings
    task = standings.owners.get(name, name)
    if task not in cascade.setups.setups_of:
        return False
    return cascade.setups.is_due(task, standings.states.__getitem__, standings.tries)


def _undo(cascade: Cascade, group: str) -> bool:
    """Let those teardowns of a group start that are next. Returns whether any is still to be carried out."""
    states = cascade.standings.states
    members = cascade.groups.members[group]
    undoing = [task for task in members if states[task] in OPEN and is_due(cascade, task)]
    for task in undoing:
        waits = states[task] is TaskState.WAITING and task not in cascade.queue.waiting
        if waits and set(undoing).isdisjoint(cascade.plan.tasks[task].upstream):
            cascade.queue.add(task)
    return bool(undoing)
