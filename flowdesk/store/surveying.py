"""What can be asked about many runs of one file at once: their list, their grid, times and values over them.

Each is one statement for however many runs; of mapped tasks, what was made of them is summed.
"""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.plan.states import TaskState
from flowdesk.records import NamedTuple
from flowdesk.store.asking import storable
from flowdesk.store.reading import Reader, _where, masked

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.sought import Sought

_COLUMNS_OF_HOLDER = 4
_AT_ONCE = 500
"""Runs that are looked through in one statement."""

LONGEST = 5
"""Tasks that are told apart where the time of whole runs is told."""


class ListedRun(NamedTuple):
    """A run with what a list tells besides: how many tasks it had, and the number of the run it is a task of.

    `tasks` is None where nobody has counted yet. `is_imported`: it came from elsewhere, and nobody has gone
    on with it here.
    """

    row: RunRow
    tasks: int | None = None
    parent: int | None = None
    is_imported: bool = False


class Cell(NamedTuple):
    """A task in a run, of a mapped one the whole. `position` is its place in the run's plan."""

    run: int
    task: str
    state: TaskState
    tries: int = 0
    reason: str | None = None
    started_at: float | None = None
    finished_at: float | None = None
    position: int = 0
    cached_from: str | None = None


class Cells(NamedTuple):
    """The tasks of some runs; the rest is by run and task.

    `mapped`: of a mapped one, how many made of it are in which state; `edited`: that a value of it was.
    """

    cells: list[Cell]
    mapped: dict[tuple[int, str], dict[TaskState, int]]
    edited: frozenset[tuple[int, str]]


class Took(NamedTuple):
    """A task in the run of a number. Times as in `TaskRow`: from its first start to its last end."""

    run: int
    state: TaskState
    tries: int
    started_at: float | None
    finished_at: float | None
    reason: str | None = None


class RunTimes(NamedTuple):
    """Where the time of runs went: seconds in all tasks by run, and in the longest ones, longest first."""

    total: dict[int, float]
    longest: dict[str, list[Took]]


class Belongings(NamedTuple):
    """What goes with a run when it is removed; `runs` has the run itself, and those that its tasks are."""

    runs: list[RunRow]
    tries: int
    values: int


class Surveyor(Reader):
    """Answers questions about the runs of a file."""

    def listed_runs(
        self, path: str, *, before: int | None = None, limit: int = 50, sought: Sought | None = None
    ) -> list[ListedRun]:
        """The newest runs of the file at an absolute path, newest first, of numbers below `before`.

        Only such as are `sought`, if anything is.
        """
        found: list[ListedRun] = []
        at_once = limit if sought is None else max(limit, _AT_ONCE)
        below = sys.maxsize if before is None else before
        while len(found) < limit:
            rows = self._rows("runs_to_list", path=storable(path), before=below, limit=at_once)
            found += [run for run in map(self._listed, rows) if sought is None or sought.fits(run)]
            if len(rows) < at_once:
                break
            below = rows[-1][1]
        return [
            run._replace(row=self._with_idle(run.row), tasks=self._count_tasks(run.row))
            for run in found[:limit]
        ]

    def count_runs(self, path: str) -> int:
        """How many runs of a file there are."""
        return int(self._value("count_of_runs", path=path))

    def cells(self, path: str, low: int, high: int) -> Cells:
        """How the tasks of a file's runs stand, of the runs numbered from `low` up to `high`."""
        where = {"path": path, "low": low, "high": high}
        states = {state.value: state for state in TaskState}
        cells = [
            Cell(run, task, states[state], *rest)
            for run, task, state, *rest in self._rows("cells_of_runs", **where)
        ]
        mapped: dict[tuple[int, str], dict[TaskState, int]] = {}
        for run, task, state, count in self._rows("mapped_states_of_runs", **where):
            mapped.setdefault((run, task), {})[states[state]] = count
        edited = frozenset((run, task) for run, task in self._rows("edited_tasks_of_runs", **where))
        return Cells(cells, mapped, edited)

    def task_over_runs(self, path: str, task: str, *, since: int) -> list[Took]:
        """How a task stood in the runs of a file from the one numbered `since` on, oldest first."""
        rows = self._rows("task_over_runs", path=path, since=since, task=task)
        return [Took(run, TaskState(state), *rest) for run, state, *rest in rows]

    def run_times(self, path: str, *, since: int) -> RunTimes:
        """Where the time of a file's runs went, from the one numbered `since` on."""
        where = {"path": path, "since": since}
        longest = [task for task, _ in self._rows("longest_tasks", **where, limit=LONGEST)]
        total = {run: float(took) for run, took in self._rows("time_in_tasks", **where)}
        return RunTimes(total, {task: self.task_over_runs(path, task, since=since) for task in longest})

    def key_over_runs(
        self, path: str, task: str, key: str, *, limit: int
    ) -> list[tuple[RunRow, dict[str, ValueRow]]]:
        """What was pushed last under a key, by the name of the task, in the latest runs of a file.

        Oldest first; of a secret value there is a mask.
        """
        runs = self.runs(path=path, limit=limit)[::-1]
        if not runs:
            return []
        found: dict[str, dict[str, ValueRow]] = {run.id: {} for run in runs}
        where = {"path": path, "since": runs[0].number, "key": key, **_where(task)}
        for row in self._rows("key_over_runs", **where):
            value = masked(*row)
            found.setdefault(value.run_id, {})[value.name] = value
        return [(run, found[run.id]) for run in runs]

    def belongings(self, run_id: str) -> Belongings:
        """What is kept of a run, and of those that its tasks are."""
        runs = self._runs("family_of_run", run=self._number(run_id))
        tries = sum(self._value("count_of_tries", run=run.number) for run in runs)
        return Belongings(runs, tries, sum(self._value("count_of_values", run=run.number) for run in runs))

    def _listed(self, row: tuple[object, ...]) -> ListedRun:
        *told, parent, imported = row[:-_COLUMNS_OF_HOLDER]
        run = self._run(*told, holder=row[-_COLUMNS_OF_HOLDER:])
        return ListedRun(run, None, parent if isinstance(parent, int) else None, imported is not None)

    def _with_idle(self, run: RunRow) -> RunRow:
        """Tell of a run for how long it was over in between; once for each of its ends."""
        known = self._idle_of.get(run.number)
        if known is None or run.finished_at is None or known[0] != run.finished_at:
            known = self._idle_of[run.number] = (run.finished_at, self.idle(run.id))
        return run._replace(idle=known[1])

    @cached_property
    def _idle_of(self) -> dict[int, tuple[float | None, float]]:
        return {}

    def _count_tasks(self, run: RunRow) -> int:
        """Count the tasks of a run: those of its definition, which is asked about once."""
        if run.definition not in self._tasks_of_definition:
            counted = int(self._value("count_of_tasks", run=run.number))
            self._tasks_of_definition[run.definition] = counted
        return self._tasks_of_definition[run.definition]

    @cached_property
    def _tasks_of_definition(self) -> dict[str, int]:
        return {}
