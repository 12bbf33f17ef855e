"""What the store knows of one task of a run, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from flowdesk.plan.instances import name_of, task_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.store.rows import PullRow, RunRow, TryRow, ValueRow
    from flowdesk.store.store import Store

EARLIER = 20
"""Runs before the shown one by which is told how long a task usually takes."""


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull with the value that it brought, if it brought one."""

    row: PullRow
    value: ValueRow | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The tries of the task `name` of a run, oldest first, with what they pulled; `usual` in seconds.

    `numbers` are those of other runs that values are of.
    """

    name: str
    run_id: str = ""
    tries: tuple[TryRow, ...] = ()
    pulls: tuple[Pull, ...] = ()
    usual: float | None = None
    usual_of: int = 0
    numbers: Mapping[str, int] = field(default_factory=dict)


def read_record(store: Store, run: RunRow, name: str) -> Record:
    """Read what a run holds of a task, by its id or name."""
    tries = tuple(row for row in store.tries(run.id, task=name) if row.name == name)
    rows = [row for row in store.pulls(run.id) if name_of(row.task, row.map_index) == name]
    took = _took(store, run, task_of(name)) if task_of(name) == name else []
    others = {row.source_run for row in rows if row.source_run and row.source_run != run.id}
    return Record(
        name,
        run.id,
        tries,
        tuple(Pull(row, _value(store, row)) for row in rows),
        median(took) if took else None,
        len(took),
        {other: store.find_run(other).number for other in others},
    )


def _value(store: Store, pull: PullRow) -> ValueRow | None:
    if pull.source_try is None:
        return None
    source = name_of(pull.source_task, pull.source_map_index)
    found = store.values(pull.source_run or pull.run_id, task=source, key=pull.key)
    return next((row for row in found if row.try_number == pull.source_try), None)


def _took(store: Store, run: RunRow, task: str) -> list[float]:
    """How long the task took in earlier runs in which it succeeded."""
    past = store.task_over_runs(run.path, task, since=max(1, run.number - EARLIER))
    return [
        one.finished_at - one.started_at
        for one in past
        if one.run < run.number
        and one.state is TaskState.SUCCESS
        and one.started_at is not None
        and one.finished_at is not None
    ]
