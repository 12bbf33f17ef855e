"""A run that another engine left, taken up again: as the store has it, with the plan that it began with.

What ran when that engine died is interrupted and tried again, at no cost of its retries. What succeeded stays
as it is. A run that is over can be taken up too, by who asks something of it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.inputs import Held, Values
from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.timers import Due, Timers
from flowdesk.engine.world import Attempt, World
from flowdesk.plan.backoff import delay_of
from flowdesk.plan.progress import Progress, Standing
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor
    from flowdesk.plan.plan import Plan
    from flowdesk.store.rows import RunRow, TaskRow
    from flowdesk.store.store import Store


def request_of(run: RunRow, store: Store) -> RunRequest:
    """What was asked for when a run began."""
    moment = datetime.fromisoformat(run.logical_date) if run.logical_date else None
    return RunRequest(
        run.id,
        Path(run.path),
        store.source_text(run.id),
        store.home,
        moment or datetime.fromtimestamp(run.started_at, UTC),
        params=json.loads(run.params),
        parent=run.parent,
    )


def world_of(plan: Plan, request: RunRequest, *, store: Store, executor: Executor) -> World:
    """How a run stands by its store. The run has been resumed there."""
    rows = store.tasks(request.run_id)
    progress = Progress.restored(
        plan, [_standing(row) for row in rows], group_retries=store.group_retries(request.run_id)
    )
    values, timers = Values(plan, progress), Timers()
    for value in store.values_to_use(request.run_id):
        values.push(value.name, value.key, Held(value.value, value.try_number, secret=value.secret))
    for row in rows:
        if row.state is TaskState.UP_FOR_RETRY:
            # The only way to say when it was due: the engine that counted the seconds is gone. Nobody waits
            # longer than the task says, should the clock have been set back meanwhile.
            delay = max(0.0, (row.retry_at or 0.0) - datetime.now(UTC).timestamp())
            longest = delay_of(plan.tasks[row.task], max(1, row.failures), lambda: 1.0)
            timers.add(Due.RETRY, Attempt(row.name, row.tries).id, min(delay, longest))
    return World(plan, request, store, executor, progress, values, timers)


def _standing(row: TaskRow) -> Standing:
    return Standing(row.name, row.state, row.tries, row.failures, row.expanded)
