"""A part of a plan, run for itself: some tasks alone, from a task on, or up to one.

What the part pulls from tasks that are left out is taken from earlier runs (`engine.past`). Order that
came from them is dropped: a task all of whose upstream is left out starts at once. As in Airflow, the
setups in whose scope a selected task is, and their teardowns, come along (`plan.teardowns`): what an earlier
run prepared was cleaned up by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import UsageError
from flowdesk.plan.branching import Ways
from flowdesk.plan.instances import task_of
from flowdesk.plan.names import Names
from flowdesk.plan.teardowns import Setups
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from flowdesk.plan.plan import Plan, Source, Task


class Missing(NamedTuple):
    """A value that a part of a plan must have from an earlier run: `task` pulls `source` as `argument`."""

    task: str
    argument: str
    source: Source


def selected(
    plan: Plan, *, task: Sequence[str] = (), from_: Sequence[str] = (), until: Sequence[str] = ()
) -> Plan:
    """The part of the plan that is asked for; the plan itself where nothing is.

    Each takes ids of tasks and groups, and globs (`train.*`). `task` means these alone, `from_` these and
    all that comes after them, `until` these and all that comes before. `from_` and `until` together mean
    what lies between.

    Raises:
        UsageError: there is no such task or group, nothing lies between, or `task` is asked for
            together with one of the others.
    """
    if task and (from_ or until):
        raise UsageError(
            "a task alone, and from or until a task, are two different parts: ask for one of them"
        )
    if not (task or from_ or until):
        return plan
    kept = _named(plan, task) if task else set(plan.tasks)
    downstream = Ways(plan).downstream
    if from_:
        kept &= _reached(_named(plan, from_), downstream.of)
    if until:
        kept &= _reached(_named(plan, until), lambda one: plan.tasks[one].upstream)
    if not kept:
        raise UsageError(f"no task lies between {', '.join(from_)} and {', '.join(until)}")
    return _reduced(plan, kept.union(Setups(plan, downstream).belonging(kept)))


def is_part(part: Plan, whole: Plan) -> bool:
    """Whether one plan is what `selected` makes of the other, and not all of it."""
    kept = set(part.tasks)
    return kept < set(whole.tasks) and _reduced(whole, kept) == part


def outside(plan: Plan) -> Iterator[Missing]:
    """What a part of a plan cannot do without and takes from tasks that are not in it."""
    for task in plan.tasks.values():
        for pull in task.pulls:
            if pull.required and pull.default is None:
                yield from (
                    Missing(task.id, pull.argument, source)
                    for source in pull.sources
                    if source.task not in plan.tasks
                )
        for expand in task.expand:
            if expand.source is not None and expand.source.task not in plan.tasks:
                yield Missing(task.id, expand.argument, expand.source)


def _named(plan: Plan, refs: Iterable[str]) -> set[str]:
    names = Names(plan.tasks, plan.groups)
    return {task for ref in refs for task in _tasks_of(names, ref)}


def _tasks_of(names: Names, ref: str) -> tuple[str, ...]:
    """The tasks that an id of a task or group, or a glob, stands for."""
    found = names.resolve(ref)
    if found and found.tasks:
        return found.tasks
    of = task_of(ref)
    if of != ref and (whole := names.resolve(of)) and whole.tasks:
        raise UsageError(
            f"'{ref}' is made of '{of}' in a run, and cannot be run alone: name '{of}', "
            f"or have it run anew in a run that there is: flowdesk clear RUN '{ref}'"
        )
    hint = f"; did you mean '{near}'?" if (near := names.nearest(ref)) else ""
    raise UsageError(f"there is no task or group '{ref}'{hint}")


def _reached(begin: set[str], nexts: Callable[[str], Sequence[str]]) -> set[str]:
    """These tasks and all that the ways lead to from them."""
    found, left = set(begin), list(begin)
    while left:
        new = [task for task in nexts(left.pop()) if task not in found]
        found.update(new)
        left += new
    return found


def _reduced(plan: Plan, kept: set[str]) -> Plan:
    tasks = {task.id: _within(task, kept) for task in plan.tasks.values() if task.id in kept}
    groups = {
        group: table
        for group, table in plan.groups.items()
        if any(task.startswith(f"{group}.") for task in kept)
    }
    ends = kept | set(groups)
    edges = tuple(edge for edge in plan.edges if {edge.source, edge.target} <= ends)
    return plan._replace(tasks=tasks, groups=groups, edges=edges)


def _within(task: Task, kept: set[str]) -> Task:
    upstream = tuple(before for before in task.upstream if before in kept)
    teardown = None if task.teardown is None else tuple(setup for setup in task.teardown if setup in kept)
    return task._replace(upstream=upstream, teardown=teardown)
