"""How a run begins: what it needs is looked for first, and a run that may not be is not written at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flowdesk.engine.inputs import Values
from flowdesk.engine.timers import Timers
from flowdesk.engine.world import World
from flowdesk.errors import UsageError
from flowdesk.plan.progress import Progress
from flowdesk.plan.selection import outside
from flowdesk.plan.written import to_json
from flowdesk.store.rows import NewRun

if TYPE_CHECKING:
    from flowdesk.engine.jobs import RunRequest
    from flowdesk.executors.executor import Executor
    from flowdesk.plan.plan import Plan
    from flowdesk.store.store import Store


def begin(plan: Plan, request: RunRequest, *, store: Store, executor: Executor) -> World:
    """Write down that a run begins, and return its world. To be called in a transaction.

    Raises:
        RunExists: there is such a run already.
        UsageError: as many runs of the pipeline are under way as it allows; earlier runs do not have
            what a part of a pipeline takes from what is not in it.
    """
    _check_active_runs(plan, request, store)
    _check_part(plan, request, store)
    new = NewRun(
        request.run_id,
        plan.name,
        str(request.path),
        request.written or to_json(plan),
        request.source,
        logical_date=request.logical_date.isoformat(),
        params=json.dumps(dict(request.params)),
        parent=request.parent,
    )
    store.create_run(new, plan.tasks)
    progress = Progress(plan)
    return World(plan, request, store, executor, progress, Values(plan, progress), Timers())


def _check_part(plan: Plan, request: RunRequest, store: Store) -> None:
    if next(outside(plan), None) is not None:
        from flowdesk.engine.past import Past, check_outside

        check_outside(plan, Past(store, str(request.path)))


def _check_active_runs(plan: Plan, request: RunRequest, store: Store) -> None:
    most = plan.max_active_runs
    if most is None:
        return
    live = store.live_runs(str(request.path))
    if len(live) >= most:
        some = ", ".join(f"#{run.number}" for run in live)
        raise UsageError(
            f"'{plan.name}' allows {most} run{'s' if most > 1 else ''} at once (max_active_runs), and {some} "
            f"{'is' if len(live) == 1 else 'are'} under way; wait for it, or end it: "
            f"flowdesk cancel {live[0].number}"
        )
