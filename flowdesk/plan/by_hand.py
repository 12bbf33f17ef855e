"""What people change in a run: they cancel it, clear tasks, which run anew, and mark how tasks ended.

Clearing takes along the setups and teardowns around a task, as in Airflow. Whoever depends on what changed
and waits knows it at once. What was decided by how a marked task stood before, and so never ran, is
decided anew, in Airflow only when it is cleared as well; what ran stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.anew import decide_anew, is_due, reset, take_out, try_groups_again
from flowdesk.plan.plan import Kind
from flowdesk.plan.standings import IllegalMove, Move, StillRunning
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.plan.cascade import Cascade

MARKS = frozenset({TaskState.SUCCESS, TaskState.FAILED, TaskState.SKIPPED})
"""The states that a task can be marked with."""

_STARTABLE = frozenset({TaskState.WAITING, TaskState.UP_FOR_RETRY})


def cancel(cascade: Cascade, reason: str | None, *, hard: bool) -> list[Move]:
    """Cancel whatever is neither final nor running; unless `hard`, but for teardowns that are due."""
    standings = cascade.standings
    cascade.groups.doomed.clear()
    moves, why = [], reason or "the run was cancelled"
    for name, state in list(standings.states.items()):
        if state in _STARTABLE and _is_live(cascade, name) and (hard or not is_due(cascade, name)):
            cascade.queue.waiting.discard(name)
            moves.append(standings.move(name, TaskState.CANCELLED, reason=why))
            moves += cascade.drop_made(name)
    for task in list(standings.expanded):
        moves += cascade.end_mapped(task)
    return cascade.follow(moves)


def clear(cascade: Cascade, names: Iterable[str], *, downstream: bool) -> list[Move]:
    """Let names wait again, with all that comes after them. Raises IllegalMove where one of them runs."""
    chosen = list(names)
    for name in chosen:
        _refuse_gone(cascade, name)
    wholes = _wholes(cascade, chosen, downstream=downstream)
    owners = cascade.standings.owners
    singles = [name for name in dict.fromkeys(chosen) if name in owners and owners[name] not in wholes]
    _refuse_running(cascade, [*singles, *(one for task in wholes for one in cascade.standings.live(task))])
    moves = reset(cascade, wholes, "cleared")
    for name in singles:
        moves += _reset_single(cascade, name)
    touched = [*wholes, *(owners[name] for name in singles)]
    moves += decide_anew(cascade, [*touched, *cascade.groups.clear(touched)])
    return moves + try_groups_again(cascade, cascade.groups.doomed_members())


def rerun(cascade: Cascade, names: Iterable[str]) -> list[Move]:
    """Let names wait again, without what comes after them. Raises IllegalMove where one of them runs.

    Joints behind them join anew, and what never ran because of how they ended is decided anew.
    """
    chosen = list(names)
    owners, tasks = cascade.standings.owners, cascade.plan.tasks
    reached = dict.fromkeys(owners.get(name, name) for name in chosen)
    behind: list[str] = []
    left = list(reached)
    while left:
        for task in cascade.ways.downstream.of(left.pop()):
            if task not in reached and (tasks[task].kind is Kind.JOINT or task in cascade.derived):
                reached[task] = None
                behind.append(task)
                left.append(task)
    return clear(cascade, [*chosen, *behind], downstream=False)


def mark(cascade: Cascade, name: str, state: TaskState) -> list[Move]:
    """Mark how a task ended. Raises IllegalMove where it runs, or where the state is none to mark with."""
    if state not in MARKS:
        raise IllegalMove(f"a task cannot be marked {state}")
    standings = cascade.standings
    task = _refuse_gone(cascade, name)
    names = [*standings.live(name), name] if name in standings.expanded else [name]
    _refuse_running(cascade, names)
    reason = f"marked {state}"
    moves = []
    for one in names:
        take_out(cascade, one)
        if standings.states[one] is not state:
            moves.append(standings.move(one, state, reason=reason))
    if name != task:
        moves += _stand_anew(cascade, task, reason)
    elif name not in standings.expanded:
        moves += cascade.drop_made(name)
    cascade.left_out.forget(task)
    if not moves:
        return []
    for group in cascade.groups.spare(task):
        moves += decide_anew(cascade, cascade.groups.members[group])
    moves += _follow_mark(cascade, task, moves)
    return moves + try_groups_again(cascade, cascade.groups.doomed_members())


def _wholes(cascade: Cascade, chosen: list[str], *, downstream: bool) -> list[str]:
    """The tasks that are cleared as a whole, in the file's order."""
    owners = cascade.standings.owners
    found = {name for name in chosen if name not in owners}
    if downstream:
        left = [owners.get(name, name) for name in chosen]
        while left:
            after = [task for task in cascade.ways.downstream.of(left.pop()) if task not in found]
            found.update(after)
            left += after
    found.update(
        list(cascade.setups.belonging([*found, *(owners[name] for name in chosen if name in owners)]))
    )
    return sorted(found, key=cascade.queue.positions.__getitem__)


def _refuse_running(cascade: Cascade, names: Iterable[str]) -> None:
    standings = cascade.standings
    running = [name for name in names if standings.states[name] is TaskState.RUNNING]
    if running := [name for name in running if name not in standings.expanded]:
        raise StillRunning(running)


def _refuse_gone(cascade: Cascade, name: str) -> str:
    """Refuse what an earlier expansion made; KeyError for what never was. Returns the task's id."""
    standings = cascade.standings
    task = standings.owners.get(name, name)
    if standings.states[name] is TaskState.REMOVED or (name != task and task not in standings.expanded):
        raise IllegalMove(f"{name} is no part of the run any more: {task} is not expanded into it")
    return task


def _reset_single(cascade: Cascade, name: str) -> list[Move]:
    """Let one of those made of a mapped task wait again; the task itself runs until it ended."""
    standings = cascade.standings
    task = standings.owners[name]
    take_out(cascade, name)
    moves = []
    if standings.states[name] is not TaskState.WAITING:
        moves.append(standings.move(name, TaskState.WAITING, reason="cleared"))
    cascade.queue.add(name)
    return moves + _stand_anew(cascade, task, f"{name} was cleared")


def _stand_anew(cascade: Cascade, task: str, reason: str) -> list[Move]:
    """Let a mapped task stand as those made of it do."""
    standings = cascade.standings
    state = standings.end_of(task)
    return [] if standings.states[task] is state else [standings.move(task, state, reason=reason)]


def _follow_mark(cascade: Cascade, marked: str, marks: list[Move]) -> list[Move]:
    """Decide anew what never ran because of how a marked task stood. What comes out the same is not told."""
    states = cascade.standings.states
    before = {task: states[task] for task in _derived_from(cascade, marked)}
    reason = f"{marked} was marked {marks[0].state}"
    moves = [cascade.standings.move(task, TaskState.WAITING, reason=reason) for task in before]
    cascade.derived.difference_update(before)
    cascade.settle(marked, moves)
    moves += decide_anew(cascade, [marked, *before])
    same = {task for task, state in before.items() if states[task] is state}
    return [move for move in moves if move.task not in same]


def _derived_from(cascade: Cascade, task: str) -> list[str]:
    found: dict[str, None] = {}
    left = [task]
    while left:
        for after in cascade.ways.downstream.of(left.pop()):
            if after in cascade.derived and after not in found:
                found[after] = None
                left.append(after)
    return list(found)


def _is_live(cascade: Cascade, name: str) -> bool:
    owner = cascade.standings.owners.get(name)
    return owner is None or owner in cascade.standings.expanded
