"""What the cells of the grid show: how each task stood in each run, as far as that is known.

Of the run that the window shows, its view tells; of all others, what the store was asked for. Of a group,
its tasks are counted, and it looks like the one that matters most.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, cast

from flowdesk.gui.state_look import Nuance, Shown, shown_of
from flowdesk.plan.run_view import RunView, TaskView
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flowdesk.gui.grid.tree import Row
    from flowdesk.store.rows import RunRow
    from flowdesk.store.surveying import Cells

MOST = 150_000
"""Cells that are kept; beyond, those of the runs go that lie farthest away."""

_WEIGHTS: tuple[Shown, ...] = (
    TaskState.FAILED,
    Nuance.TIMED_OUT,
    TaskState.UPSTREAM_FAILED,
    RunState.INTERRUPTED,
    Nuance.ASKING,
    TaskState.RUNNING,
    TaskState.UP_FOR_RETRY,
    TaskState.CANCELLED,
    TaskState.WAITING,
    TaskState.SUCCESS,
    Nuance.CACHED,
    TaskState.SKIPPED,
    TaskState.REMOVED,
)
"""What a group looks like: the first of these that one of its tasks is in."""


class CellView(NamedTuple):
    """A cell: how it looks, and what is in it. `counts` are of a group, or of a mapped task.

    `is_edited`: a value that it pushed was.
    """

    shown: Shown
    task: TaskView | None = None
    counts: Mapping[Shown, int] | None = None
    is_edited: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether there is more to say than its state."""
        return self.is_edited or self.counts is not None or (self.task is not None and self.task.tries > 1)

    @property
    def tries(self) -> int:
        """How many tries a task had; of a group 0."""
        return self.task.tries if self.task else 0


class _OfRun(NamedTuple):
    """What the store told of a run."""

    state: RunState
    tasks: dict[str, TaskView]
    mapped: dict[str, dict[TaskState, int]]
    edited: frozenset[str]


class GridCells:
    """Knows runs by their numbers."""

    def __init__(self) -> None:
        self._runs: dict[int, _OfRun] = {}
        self._looks: dict[int, dict[str, CellView | None]] = {}
        self._live: tuple[int, RunView] | None = None

    def clear(self) -> None:
        """Know nothing any more."""
        self._runs.clear()
        self._looks.clear()
        self._live = None

    def show_live(self, number: int, view: RunView | None) -> None:
        """Take what is told of the run of a number from this view from now on."""
        before = self._live
        if before is not None and before[0] != number and before[1].run_state is not None:
            self._runs[before[0]] = _kept(before[1], before[1].run_state)  # until the store is asked
        self._live = (number, view) if view is not None else None
        for run in {number, before[0] if before else number}:
            self.forget_looks(run)

    def put(self, rows: Iterable[RunRow], found: Cells) -> None:
        """Take up what the store told of these runs."""
        made = {row.number: _OfRun(row.state, {}, {}, frozenset()) for row in rows}
        for cell in found.cells:
            if cell.run in made:
                made[cell.run].tasks[cell.task] = TaskView(
                    cell.state,
                    cell.tries,
                    cell.started_at,
                    cell.finished_at,
                    cell.reason,
                    cached_from=cell.cached_from,
                )
        for (run, task), counts in found.mapped.items():
            if run in made:
                made[run].mapped[task] = counts
        for number, one in made.items():
            edited = frozenset(task for run, task in found.edited if run == number)
            self._runs[number] = one._replace(edited=edited)
            self.forget_looks(number)

    def drop(self, number: int) -> None:
        """Know nothing of a run any more."""
        if self._runs.pop(number, None) is not None:
            self.forget_looks(number)

    def forget_looks(self, number: int) -> None:
        """Look at a run anew: it has changed."""
        self._looks.pop(number, None)

    def keep_near(self, numbers: Iterable[int]) -> None:
        """Drop what lies far from these runs, where too much is known."""
        near = list(numbers)
        if not near or sum(len(run.tasks) for run in self._runs.values()) <= MOST:
            return
        middle = (near[0] + near[-1]) / 2
        for number in sorted(self._runs, key=lambda number: -abs(number - middle)):
            if number not in near and sum(len(run.tasks) for run in self._runs.values()) > MOST:
                self.drop(number)

    @property
    def live(self) -> int | None:
        """The number of the run that a view tells of."""
        return self._live[0] if self._live else None

    def state_of(self, number: int) -> RunState | None:
        """The state in which the run of a number is known; None if it is not known."""
        if self._live is not None and self._live[0] == number:
            return self._live[1].run_state
        known = self._runs.get(number)
        return known.state if known else None

    def knows(self, number: int) -> bool:
        """Whether the cells of a run can be told."""
        return self.state_of(number) is not None

    def tasks(self) -> set[str]:
        """All tasks of all runs that are known."""
        found = {task for run in self._runs.values() for task in run.tasks}
        return found | set(self._live[1].plan.tasks) if self._live else found

    def cell(self, number: int, row: Row) -> CellView | None:
        """What a cell shows; None where the run had no such task, or nothing is known yet."""
        return self.column(number, (row,))[0]

    def column(self, number: int, rows: Sequence[Row]) -> list[CellView | None]:
        """What the cells of a run show in these rows."""
        looks = self._looks.setdefault(number, {})
        for row in rows:
            if row.id not in looks:
                looks[row.id] = self._group(number, row) if row.is_group else self._task(number, row.id)
        return [looks[row.id] for row in rows]

    def _task(self, number: int, task: str) -> CellView | None:
        if self._live is not None and self._live[0] == number:
            return _of_view(self._live[1], task)
        run = self._runs.get(number)
        view = run.tasks.get(task) if run else None
        if run is None or view is None:
            return None
        counts = run.mapped.get(task)
        shown = cast("Mapping[Shown, int]", counts) if counts else None
        return CellView(shown_of(view, run.state), view, shown, task in run.edited)

    def _group(self, number: int, row: Row) -> CellView | None:
        inside = [cell for task in row.tasks if (cell := self._task(number, task)) is not None]
        if not inside:
            return None
        counts = Counter(cell.shown for cell in inside)
        worst = next(shown for shown in _WEIGHTS if shown in counts)
        return CellView(worst, None, counts, any(cell.is_edited for cell in inside))


def _kept(view: RunView, state: RunState) -> _OfRun:
    """What a view tells, as the store would."""
    tasks = view.plan.tasks
    mapped = {task: dict(counts) for task in tasks if (counts := view.mapped(task))}
    edited = frozenset(task for task in tasks if any(one.is_edited for one in view.values(task).values()))
    return _OfRun(state, {task: view.task(task) for task in tasks}, mapped, edited)


def _of_view(view: RunView, task: str) -> CellView | None:
    if task not in view.plan.tasks:
        return None
    one = view.task(task)
    is_edited = any(value.is_edited for value in view.values(task).values())
    counts = view.mapped(task)
    shown: dict[Shown, int] | None = {s: n for s, n in counts.items() if n} if counts else None
    return CellView(shown_of(one, view.run_state), one, shown, is_edited)
