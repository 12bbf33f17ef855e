"""Who takes what a task pushed: the tasks that run anew where a value of a run is edited.

They are found along pulls, declared ones and those that were made, and not along order: what merely comes
after a task has nothing of its values. The values of what runs anew change too, so their consumers come
along; and so does all that comes after a branch or a short circuit among them, which decides about it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from flowdesk.plan.instances import UNMAPPED, name_of, split
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flowdesk.plan.plan import Plan, Task

_DECIDING = frozenset({Kind.BRANCH, Kind.SHORT_CIRCUIT})


class Pulled(Protocol):
    """A pull that was made, as the store's `PullRow` has it."""

    @property
    def task(self) -> str: ...  # noqa: D102 - as in PullRow
    @property
    def map_index(self) -> int: ...  # noqa: D102 - as in PullRow
    @property
    def argument(self) -> str: ...  # noqa: D102 - as in PullRow
    @property
    def source_task(self) -> str: ...  # noqa: D102 - as in PullRow
    @property
    def source_map_index(self) -> int: ...  # noqa: D102 - as in PullRow
    @property
    def key(self) -> str: ...  # noqa: D102 - as in PullRow
    @property
    def source_run(self) -> str | None: ...  # noqa: D102 - as in PullRow


def consumers(
    plan: Plan, name: str, keys: Collection[str], *, pulled: Iterable[Pulled] = (), direct: bool = False
) -> list[str]:
    """The names of what takes keys of a task, in the file's order; with `direct`, without what takes theirs.

    A task is named by its id. Of one that is mapped over those made of `name`'s task, only what was made of
    the one meant: `train[3]`.
    """
    of, index = split(name)
    rows = [row for row in pulled if row.source_task == of and row.key in keys and row.source_run is None]
    found: dict[str, list[str]] = {}
    for task in plan.tasks.values():
        if task.id != of and (_takes(task, of, keys) or any(row.task == task.id for row in rows)):
            found[task.id] = _made_of(task, of, index, [row for row in rows if row.task == task.id])
    if not direct:
        for task_id in _behind(plan, list(found)):
            found[task_id] = [task_id]
    found.pop(of, None)
    return [one for task_id in plan.tasks for one in found.get(task_id, ())]


def _takes(task: Task, of: str, keys: Collection[str] | None) -> bool:
    sources = [source for pull in task.pulls for source in pull.sources]
    sources += [expand.source for expand in task.expand if expand.source is not None]
    return any(source.task == of and (keys is None or source.key in keys) for source in sources)


def _made_of(task: Task, of: str, index: int, rows: list[Pulled]) -> list[str]:
    """The task; of one that is mapped over what was made of another, those that have the one of an index."""
    axes = {expand.argument for expand in task.expand if expand.source and expand.source.task == of}
    if index == UNMAPPED or not axes or not rows or any(row.argument not in axes for row in rows):
        return [task.id]
    made = {row.map_index for row in rows if row.source_map_index == index}
    return [name_of(task.id, one) for one in sorted(made)]


def _behind(plan: Plan, starts: list[str]) -> list[str]:
    """What takes anything of these tasks, and so on; and all that comes after one of them that decides."""
    found: dict[str, None] = {}
    left = [(task, plan.tasks[task].kind in _DECIDING) for task in starts]
    decided: set[str] = set()
    while left:
        of, decides = left.pop()
        for task in plan.tasks.values():
            comes = of in task.upstream if decides else task.id != of and _takes(task, of, None)
            if comes and (task.id not in found or (decides and task.id not in decided)):
                found[task.id] = None
                decides_too = decides or task.kind in _DECIDING
                decided.update([task.id] if decides_too else ())
                left.append((task.id, decides_too))
    return list(found)
