"""What is printed after a run: a table of its tasks, and why tasks failed, with the end of their logs."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.cli.look import colour_of, word
from flowdesk.cli.printing import echo, style
from flowdesk.cli.remarks import CACHED, progress
from flowdesk.cli.standing import value_text
from flowdesk.cli.table import Cell, Column, table
from flowdesk.cli.terminal import printable, width_of
from flowdesk.cli.times import between, duration
from flowdesk.plan.states import RunState, TaskState, words
from flowdesk.store.log import last_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.run_view import RunView, TaskView
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

MOST_ROWS = 60
"""Up to so many tasks all are listed; beyond, only those that did not succeed."""
MOST_FAILURES = 10
TAIL_LINES = 10
SHORTEST_IDLE = 1.0
"""Seconds for which a run was over in between, from which on that is told."""

COLUMNS = (
    Column("task", gives_way=True, cut_left=True),
    Column("state"),
    Column("tries", right=True),
    Column("took", right=True),
    Column("values", gives_way=True),
)


def print_tasks(standing: RunView) -> None:
    """Print how each task did."""
    tasks = list(standing.plan.tasks)
    if len(tasks) > MOST_ROWS:
        tasks = [task for task in tasks if standing.task(task).state is not TaskState.SUCCESS][:MOST_ROWS]
    if tasks:
        print_table(standing, tasks, now=standing.finished_at)
        echo()


def print_table(view: RunView, tasks: Sequence[str], *, now: float | None) -> None:
    """Print how tasks stand; those that run have taken the time until `now` (seconds since the epoch)."""
    rows = [_row(task, view, now) for task in tasks]
    echo("\n".join(table(COLUMNS, rows, width_of(sys.stdout))))


def print_outcome(standing: RunView, run: RunRow) -> None:
    """Print in one line how the run ended, or how it stands."""
    end = time.time() if run.finished_at is None else run.finished_at
    paused = ", paused" if run.paused and not run.state.is_final else ""
    told = style(f"{word(run.state)}{paused}", fg=colour_of(run.state), bold=True)
    reason = f", {run.reason}" if run.reason else ""
    took = between(run.started_at, end - standing.idle)
    if standing.idle >= SHORTEST_IDLE:
        took += f", and was over for {duration(standing.idle)} in between"
    echo(f"{told}{reason}  {run.pipeline}, run {run.number}: {_counted(standing)} in {took}")


def print_failures(standing: RunView, store: Store, run: RunRow) -> None:
    """Print to stderr why tasks failed, with the end of each log and the command that shows all of it."""
    failed = [name for task in standing.failed for name in _failed(standing, task)]
    for name in failed[:MOST_FAILURES]:
        echo("\n".join(_failure(name, standing.task(name), store, run)) + "\n", err=True)
    if len(failed) > MOST_FAILURES:
        echo(f"… and {len(failed) - MOST_FAILURES:,} more failed tasks.\n", err=True)


def _failed(standing: RunView, task: str) -> list[str]:
    """Return a failed task, or those of the tasks made of it that failed."""
    made = [name for name in standing.instances(task) if standing.task(name).state is TaskState.FAILED]
    return made or [task]


def _row(name: str, view: RunView, now: float | None) -> list[str | Cell]:
    task = view.task(name)
    state = _shown(task.state, view)
    return [
        name,
        Cell(word(state), colour_of(state)),
        str(task.tries) if task.tries else "",
        between(task.started_at, now if task.state is TaskState.RUNNING else task.finished_at),
        ", ".join(
            [
                *([CACHED] if task.cached_from else []),
                *([progress(mapped)] if (mapped := view.mapped(name)) else []),
                *(value_text(key, value) for key, value in view.values(name).items()),
            ]
        ),
    ]


def _counted(standing: RunView) -> str:
    """Return how the tasks did: "5 tasks", or "3 success, 1 failed, 1 upstream failed" where they differ."""
    counts = {state: count for state in TaskState if (count := standing.count(state))}
    if set(counts) == {TaskState.SUCCESS}:
        total = counts[TaskState.SUCCESS]
        return f"{total:,} task{'s' * (total != 1)}"
    told = [f"{count:,} {words(_shown(state, standing))}" for state, count in counts.items()]
    return ", ".join(told) or "no tasks"


def _shown(state: TaskState, view: RunView) -> TaskState | RunState:
    """Return the state to show: a task cannot run on without an engine."""
    is_lost = view.run_state is RunState.INTERRUPTED and state is TaskState.RUNNING
    return RunState.INTERRUPTED if is_lost else state


def _failure(name: str, task: TaskView, store: Store, run: RunRow) -> list[str]:
    tries = f" after {task.tries} tries" if task.tries > 1 else ""
    head = style(word(TaskState.FAILED, sys.stderr), fg=colour_of(TaskState.FAILED), bold=True)
    lines = [f"{head} {name}{tries}: {printable(task.reason or 'no reason was given')}"]
    rows = store.tries(run.id, name)
    tail = _tail(Path(rows[-1].log)) if rows else []
    if tail and tail[-1].removeprefix("flowdesk: ") == task.reason:  # the log's end, which stands above
        tail.pop()
    bar = style("  | ", dim=True)
    lines += [bar + printable(line.expandtabs(4)) for line in tail]
    if tail:
        lines.append(f"  all of it: flowdesk logs {_quoted(name)} {run.number}")
    return lines


def _tail(log: Path) -> list[str]:
    """Return the last lines of a log; a file that is gone or unreadable has none."""
    try:
        return [line.text for line in last_lines(log, TAIL_LINES)]
    except OSError:
        return []


def _quoted(task: str) -> str:
    from shlex import quote

    return quote(task)
