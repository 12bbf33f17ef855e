"""Whether every pool that a task takes slots from is there, and has as many as the task takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.plan.findings import at
from flowdesk.plan.names import near

if TYPE_CHECKING:
    from flowdesk.plan.order import Loc
    from flowdesk.plan.plan import Task
    from flowdesk.plan.scope import Scope


def check_pools(scope: Scope) -> None:
    """Compare the pools of all tasks with those of the file; what defaults say is told once."""
    told: set[Loc] = set()
    for task in scope.plan.tasks.values() if scope.inheritance.is_set("pool") else ():
        if task.pool is None:
            continue
        loc = scope.inheritance.sets(task.id, "pool") or ("tasks", task.id)
        if task.pool not in scope.plan.pools:
            if loc not in told and not scope.findings.losses.may_mean(task.pool):
                _note_unknown(scope, task.pool, loc)
            told.add(loc)
        elif task.pool_slots > scope.plan.pools[task.pool]:
            _note_too_many(scope, task)


def _note_unknown(scope: Scope, pool: str, loc: Loc) -> None:
    hint = near(pool, scope.plan.pools)
    scope.findings.add(
        Code.UNKNOWN_POOL,
        f"there is no pool '{pool}'",
        at(*loc),
        suggestion=f"did you mean '{hint}'?" if hint else f"add it: [pools] {pool} = 1",
    )


def _note_too_many(scope: Scope, task: Task) -> None:
    assert task.pool is not None  # noqa: S101 - the caller looked
    takes = f"it takes {task.pool_slots} slots of the pool '{task.pool}'"
    scope.findings.add(
        Code.NEVER_RUNS,
        f"'{task.id}' never runs: {takes}, which has {scope.plan.pools[task.pool]}",
        at(*(scope.inheritance.sets(task.id, "pool_slots") or ("tasks", task.id))),
        related=[("the pool has its slots here", at("pools", task.pool, part="both"))],
    )
