"""What a run takes from the runs before it: values, and whether a task may start after how it last went.

"Earlier" goes by the number of the run, among the runs of the same file. A value is of the latest earlier
run in which a try succeeded with it. As in Airflow (`include_prior_dates`), each task of a list is looked up
for itself, and only where this run has nothing of it; a mapped task whose values this run has in part is
not filled up.

`depends_on_past` asks the latest earlier run in which the task was: a run of a part of the pipeline in
which it was left out says nothing about it. Airflow's task waits on and on; ours does not start, and says
whom to mend.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from flowdesk.engine.inputs import Found, Held
from flowdesk.errors import UsageError
from flowdesk.plan.instances import task_of
from flowdesk.plan.selection import outside
from flowdesk.plan.states import TaskState, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Plan, Source
    from flowdesk.store.reusing import Reuser
    from flowdesk.store.rows import RunRow

LOOK_BACK = 100
"""How many earlier runs are looked through, at the most, for what no index of the store answers."""

_GOOD = (TaskState.SUCCESS, TaskState.SKIPPED)
_NO_PART = (TaskState.SKIPPED, TaskState.REMOVED)
"""How those made of a mapped task stand that a list of its values goes without."""


class Past:
    """The runs of a file before the run of a number, or all. What is over is asked of the store once."""

    def __init__(self, store: Reuser, path: str, before: int = sys.maxsize) -> None:
        self._store = store
        self._path = path
        self._before = before
        self.look_back = cache(self._look_back)
        self._states: dict[str, dict[str, TaskState]] = {}

    def hinders(self, name: str) -> str | None:
        """Say why a task that depends on its past must not start, or None where it may."""
        task = task_of(name)
        for run in self._runs():
            state = self._states_of(run).get(task)
            if state is not None:
                if state in _GOOD:
                    return None
                return f"depends_on_past: '{task}' is {words(state)} in run #{run.number} ({run.id})"
        return None

    def _look_back(self, source: Source) -> list[Found]:
        """What the latest earlier run that has something of a source has of it; empty where none has."""
        row = self._store.latest_value(self._path, source.task, source.key, before=self._before)
        if row is not None:
            return [Found(source, row.map_index, Held(row.value, row.try_number, row.run_id, row.secret))]
        for run in self._runs():
            if found := self._of_mapped(run, source):
                return found
        return []

    def _of_mapped(self, run: RunRow, source: Source) -> list[Found]:
        if not self._store.values(run.id, task=source.task, key=source.key):
            return []
        rows = {
            row.map_index: Held(row.value, row.try_number, row.run_id, row.secret)
            for row in self._store.values_to_use(run.id)
            if row.task == source.task and row.key == source.key
        }
        found = []
        for row in self._store.tasks(run.id):
            if row.task == source.task and row.map_index >= 0 and row.state not in _NO_PART:
                held = rows.get(row.map_index) if row.state is TaskState.SUCCESS else None
                found.append(Found(source, row.map_index, held))  # of one that failed: that it is missing
        return found if any(one.held for one in found) else []

    def _states_of(self, run: RunRow) -> dict[str, TaskState]:
        if run.id in self._states:
            return self._states[run.id]
        states = {row.name: row.state for row in self._store.tasks(run.id)}
        if run.state.is_final:
            self._states[run.id] = states
        return states

    def _runs(self) -> Iterator[RunRow]:
        before = self._before
        for _ in range(LOOK_BACK):
            run = self._store.previous_run(self._path, before)
            if run is None:
                return
            yield run
            before = run.number


def check_outside(plan: Plan, past: Past) -> None:
    """See that earlier runs have what a part of a plan takes from tasks that are not in it.

    Raises:
        UsageError: they lack something. Says all that is missing, and how to get it.
    """
    missing = [one for one in outside(plan) if not past.look_back(one.source)]
    if not missing:
        return
    told = "; ".join(
        f"'{one.task}' pulls '{one.source.key}' of '{one.source.task}' as '{one.argument}'" for one in missing
    )
    until = " ".join(f"--until {task}" for task in dict.fromkeys(one.source.task for one in missing))
    raise UsageError(
        f"no earlier run of this file has what is left out and needed: {told}; "
        f"run the pipeline up to there first ({until}), or as a whole"
    )
