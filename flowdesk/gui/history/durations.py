"""How long a task, or the whole run, took over the runs of a file, made ready to be drawn. Without Qt.

Of a whole run there is where its time went: in the tasks that took longest over all these runs, and in all
others together. Tasks run side by side, so that this is more than the run took.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.state_look import shown_of, shown_of_row
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.state_look import Shown
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store
    from flowdesk.store.surveying import Took

LIMIT = 100
"""How many runs are looked back on."""


class Bar(NamedTuple):
    """One run: how the task, or the run itself, stood, and how long it took.

    `seconds` is None where it did not end, or was not there (`shown` is None then too). `parts` are the
    seconds in each of the longest tasks, the last one those in all others; empty where a task is told of.
    """

    run: RunRow
    shown: Shown | None = None
    seconds: float | None = None
    tries: int = 0
    reason: str | None = None
    parts: tuple[float, ...] = ()


class Durations(NamedTuple):
    """Bars, oldest first. `task` is "" for the whole runs, whose `parts` are named by `longest`."""

    task: str
    bars: tuple[Bar, ...]
    longest: tuple[str, ...] = ()

    @property
    def median(self) -> float | None:
        """The middle of all times; None where there is none."""
        known = [bar.seconds for bar in self.bars if bar.seconds is not None]
        return median(known) if known else None

    @property
    def most(self) -> float:
        """The longest time, or sum of times, that is drawn."""
        return max((max(bar.seconds or 0.0, sum(bar.parts)) for bar in self.bars), default=0.0)


def read_task(store: Store, path: str, task: str) -> Durations:
    """Ask for a task over the latest runs of a file."""
    runs = store.runs(path=path, limit=LIMIT)[::-1]
    took = store.task_over_runs(path, task, since=runs[0].number) if runs else []
    by_run = {one.run: one for one in took}
    return Durations(task, tuple(_bar(run, by_run.get(run.number)) for run in runs))


def read_runs(store: Store, path: str) -> Durations:
    """Ask for the latest runs of a file as a whole."""
    runs = store.runs(path=path, limit=LIMIT)[::-1]
    if not runs:
        return Durations("", ())
    times = store.run_times(path, since=runs[0].number)
    seconds = {
        task: {one.run: _between(one.started_at, one.finished_at) or 0.0 for one in took}
        for task, took in times.longest.items()
    }
    bars = tuple(_whole(run, times.total.get(run.number, 0.0), seconds) for run in runs)
    return Durations("", bars, tuple(seconds))


def _bar(run: RunRow, took: Took | None) -> Bar:
    if took is None:
        return Bar(run)
    view = TaskView(took.state, took.tries, took.started_at, took.finished_at, took.reason)
    seconds = _between(took.started_at, took.finished_at)
    return Bar(run, shown_of(view, run.state), seconds, took.tries, took.reason)


def _whole(run: RunRow, total: float, seconds: Mapping[str, Mapping[int, float]]) -> Bar:
    parts = [of_task.get(run.number, 0.0) for of_task in seconds.values()]
    rest = max(0.0, total - sum(parts))
    is_known = run.state is not RunState.INTERRUPTED
    took = _between(run.started_at, run.finished_at) if is_known else None
    return Bar(run, shown_of_row(run), took, 0, run.reason, (*parts, rest))


def _between(start: float | None, end: float | None) -> float | None:
    return None if start is None or end is None else max(0.0, end - start)
