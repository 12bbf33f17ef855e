"""A run as `flowdesk show` prints it: how it and its tasks stand, what they pushed, and why they failed."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from flowdesk.cli.paths import shown
from flowdesk.cli.printing import echo, style
from flowdesk.cli.questions import line, questions_of, view_of
from flowdesk.cli.stored import asked, meant_with_task
from flowdesk.cli.summary import print_outcome, print_table
from flowdesk.cli.terminal import printable, width_of, wrapped
from flowdesk.cli.times import local
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.reading import Reader
    from flowdesk.store.rows import RunRow, TaskRow, TryRow, ValueRow

MOST_NAMES = 5
"""Of the tasks that ended for the same reason, so many are named."""


def print_run(
    run_ref: str | None = None, task: str | None = None, file: str | None = None, *, as_json: bool = False
) -> None:
    """Print a run, by default the latest, of a file or of all, or one of its tasks.

    Raises:
        UsageError: there is no such run, or no such task in it.
    """
    with asked(file) as store:
        run, task = meant_with_task(store, run_ref, task, file)
        if as_json:
            _print_data(store, run, task)
        elif task is not None:
            from flowdesk.cli.show_task import print_task

            print_task(store, run, task)
        else:
            _print_whole(store, run)


def _print_whole(store: Reader, run: RunRow) -> None:
    view = view_of(store, run)
    tasks, tries = store.tasks(run.id), store.tries(run.id)
    questions = questions_of(store, run)
    now = time.time() if not run.state.is_final else run.finished_at
    print_outcome(view, run)
    _print_head(run)
    if tasks:
        echo()
        print_table(view, [row.task for row in tasks if row.map_index < 0], now=now)
    for question in questions:
        echo(f"? {line(question)}")
    _print_reasons(tasks, tries)


def _print_head(run: RunRow) -> None:
    told = {"file": shown(run.path), "started": local(run.started_at), "id": run.id}
    if run.params != "{}":
        params = json.loads(run.params)
        told["params"] = ", ".join(f"{name} = {preview(text)}" for name, text in params.items())
    if run.parent:
        told["part of"] = f"run {run.parent}"
    for name, text in told.items():
        echo(f"{style(f'  {name:<8}', dim=True)} {printable(text)}")


def _print_reasons(tasks: Sequence[TaskRow], tries: Sequence[TryRow]) -> None:
    """Print why tries and tasks ended as they did, of each reason who ended so."""
    counts = {task.name: task.tries for task in tasks}
    reasons: dict[str, list[str]] = {}
    for row in tries:
        if row.reason:
            number = f", try {row.number}" if counts.get(row.name, 0) > 1 else ""
            reasons.setdefault(row.reason, []).append(f"{row.name}{number}")
    of_tries = {(row.name, row.reason) for row in tries}
    for task in tasks:
        if task.reason and (task.name, task.reason) not in of_tries:
            reasons.setdefault(task.reason, []).append(task.name)
    for at, (reason, names) in enumerate(reasons.items()):
        more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
        told = printable(f"{'; '.join(names[:MOST_NAMES])}{more}: {reason}")
        echo("\n".join([*([""] if not at else []), *wrapped(told, width_of(sys.stdout), hanging=2)]))


def _print_data(store: Reader, run: RunRow, task: str | None) -> None:
    from flowdesk.cli.as_json import pretty

    if task is None:
        echo(pretty(_run_as_data(store, run)))
        return
    from flowdesk.cli.show_task import task_as_data

    echo(pretty(task_as_data(store, run, task)))


def _run_as_data(store: Reader, run: RunRow) -> dict[str, object]:
    """Return a run with its tasks, their tries and the last value of each of their keys."""
    from flowdesk.cli import as_json as data

    tries: dict[str, list[TryRow]] = {}
    values: dict[str, list[ValueRow]] = {}
    for row in store.tries(run.id):
        tries.setdefault(row.name, []).append(row)
    for value in store.values(run.id):
        values.setdefault(value.name, []).append(value)
    tasks = [
        {
            **data.of_task(task),
            "tries": [data.of_try(row) for row in tries.get(task.name, [])],
            "values": {value.key: data.of_value(value)["value"] for value in values.get(task.name, [])},
        }
        for task in store.tasks(run.id)
    ]
    return {**data.of_run(run), "tasks": tasks}
