"""`flowdesk show`: one run: how it and its tasks stand, what they pushed, and why they failed."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.completion import complete_task
from flowdesk.cli.paths import shown
from flowdesk.cli.questions import line, questions_of, view_of
from flowdesk.cli.show_task import print_task, task_as_data
from flowdesk.cli.stored import meant_with_task, opened
from flowdesk.cli.summary import print_outcome, print_table
from flowdesk.cli.terminal import printable, width_of, wrapped
from flowdesk.cli.times import local
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import RunRow, TaskRow, TryRow, ValueRow
    from flowdesk.store.store import Store

MOST_NAMES = 5
"""Of the tasks that ended for the same reason, so many are named."""


@click.command()
@options.run_argument
@click.argument("task", required=False, shell_complete=complete_task)
@options.file_option
@options.as_json
@options.store_option
def show(run_ref: str | None, task: str | None, *, file: str | None, as_json: bool) -> None:
    r"""Show RUN (by default the latest): its tasks, their tries, values and reasons.

    With TASK: each of its tries, what it carried out, what it pulled from where, and what it pushed.

    \b
    Examples:
      flowdesk show
      flowdesk show 12
      flowdesk show 12 train
      flowdesk show 12 'train[3]'
      flowdesk show --file pipelines/xcom.toml train
      flowdesk show 12 --json | jq '.tasks[] | select(.state == "failed") | .reason'
    """
    with opened(file) as store:
        run, task = meant_with_task(store, run_ref, task, file)
        if task is not None:
            if as_json:
                click.echo(data.pretty(task_as_data(store, run, task)))
            else:
                print_task(store, run, task)
            return
        if as_json:
            click.echo(data.pretty(_as_data(store, run)))
            return
        view = view_of(store, run)
        tasks, tries = store.tasks(run.id), store.tries(run.id)
        questions = questions_of(store, run)
    now = time.time() if not run.state.is_final else run.finished_at
    print_outcome(view, run)
    _print_head(run)
    if tasks:
        click.echo()
        print_table(view, [row.task for row in tasks if row.map_index < 0], now=now)
    for question in questions:
        click.echo(f"? {line(question)}")
    _print_reasons(tasks, tries)


def _print_head(run: RunRow) -> None:
    told = {"file": shown(run.path), "started": local(run.started_at), "id": run.id}
    if params := json.loads(run.params):
        told["params"] = ", ".join(f"{name} = {preview(text)}" for name, text in params.items())
    if run.parent:
        told["part of"] = f"run {run.parent}"
    for name, text in told.items():
        click.echo(f"{click.style(f'  {name:<8}', dim=True)} {printable(text)}")


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
        click.echo("\n".join([*([""] if not at else []), *wrapped(told, width_of(sys.stdout), hanging=2)]))


def _as_data(store: Store, run: RunRow) -> dict[str, object]:
    """Return a run with its tasks, their tries and the last value of each of their keys."""
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
