"""Runs that are over, as they lie in a store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flowdesk.plan.instances import task_of
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry
from flowdesk.xcom.values import encode
from tests.builders import new_run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.store.store import Store


def record_run(  # noqa: PLR0913 - what a run may be
    store: Store,
    run_id: str,
    values: Mapping[str, Mapping[str, object]],
    *,
    states: Mapping[str, TaskState] | None = None,
    path: str = "/pipelines/test.toml",
    secret: bool = False,
) -> str:
    """A run that is over, in which these tasks pushed these values by key; returns its id.

    A name with an index is that of a mapped task. `states` are those of the tasks that did not succeed.
    """
    ends = {**dict.fromkeys(values, TaskState.SUCCESS), **(states or {})}
    counts = Counter(task_of(name) for name in ends if name != task_of(name))
    with store.transaction():
        store.create_run(new_run(run_id, path=path), dict.fromkeys(map(task_of, ends)))
        for task, count in counts.items():
            store.expand_task(run_id, task, count)
        for name, state in ends.items():
            store.start_try(run_id, name, 1, log=f"/logs/{name}.log")
            for key, value in values.get(name, {}).items():
                store.push_value(run_id, name, 1, key=key, value=encode(value), secret=secret)
            tried = TryState.SUCCESS if state is TaskState.SUCCESS else TryState.FAILED
            store.finish_try(run_id, name, 1, FinishedTry(tried, state))
        for task in counts:
            store.move_task(run_id, task, TaskState.SUCCESS)
        store.finish_run(run_id, RunState.SUCCESS)
    return run_id
