"""The values that a key had over the runs of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.stored import hint
from flowdesk.errors import UsageError
from flowdesk.plan.instances import split
from flowdesk.records import NamedTuple
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store


class Past(NamedTuple):
    """What a task had under a key after one run; `row` is None where it was not pushed."""

    run: RunRow
    row: ValueRow | None

    @property
    def value(self) -> object:
        """The value, as one can compute with it; None where there is none, or it is secret."""
        return None if self.row is None or self.row.secret else decode(self.row.value)


def past_values(store: Store, path: str, task: str, key: str, *, limit: int) -> dict[str, list[Past]]:
    """Return a key's values in the latest `limit` runs of a file, oldest first, by the name of the task.

    Of each run the value that was pushed last. A mapped task has as many names as tasks were made of it.

    Raises:
        UsageError: none of these runs has one.
    """
    found = store.key_over_runs(path, task, key, limit=limit)
    names = sorted({name for _, rows in found for name in rows}, key=split)
    if not names:
        raise UsageError(_nothing(store, [run for run, _ in found], task, key))
    return {name: [Past(run, rows.get(name)) for run, rows in found] for name in names}


def _nothing(store: Store, runs: list[RunRow], task: str, key: str) -> str:
    """Say what is missing: the task, or the key, in all of these runs."""
    tasks = dict.fromkeys(row.name for run in runs for row in store.tasks(run.id))
    where = f"the latest {len(runs)} runs" if len(runs) > 1 else "the latest run"
    if task not in tasks:
        return f"no task '{task}' in {where} of the file{hint(task, tasks)}"
    keys = dict.fromkeys(row.key for run in runs for row in store.values(run.id, task=task))
    return f"'{task}' pushed no '{key}' in {where} of the file{hint(key, keys)}"
