"""`flowdesk show`: one run: how it and its tasks stand, what they pushed, and why they failed."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.paths import shown
from flowdesk.cli.stored import meant, opened
from flowdesk.cli.summary import print_outcome, print_table
from flowdesk.cli.terminal import printable, width_of, wrapped
from flowdesk.cli.times import local
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import RunRow, TaskRow, TryRow, ValueRow
    from flowdesk.store.store import Store

MOST_NAMES = 5
"""Of the tasks that ended for the same reason, so many are named."""


@click.command()
@options.run_argument
@options.file_option
@options.as_json
def show(run_ref: str | None, file: str | None, *, as_json: bool) -> None:
    r"""Show RUN (by default the latest): its tasks, their tries, values and reasons.

    \b
    Examples:
      flowdesk show
      flowdesk show 12
      flowdesk show --file pipelines/xcom.toml
      flowdesk show 12 --json | jq '.tasks[] | select(.state == "failed") | .reason'
    """
    with opened() as store:
        run = meant(store, run_ref, file)
        if as_json:
            click.echo(data.pretty(_as_data(store, run)))
            return
        view = _view(store, run)
        tasks, tries = store.tasks(run.id), store.tries(run.id)
    now = time.time() if not run.state.is_final else run.finished_at
    print_outcome(view, run)
    _print_head(run)
    if tasks:
        click.echo()
        print_table(view, [task.task for task in tasks], now=now)
    _print_reasons(tasks, tries)


def _view(store: Store, run: RunRow) -> RunView:
    view = RunView(from_json(store.plan_text(run.id)), run.id)
    view.apply(store.events(run.id))
    if run.state is RunState.INTERRUPTED:
        view.interrupt()
    return view


def _print_head(run: RunRow) -> None:
    told = {"file": shown(run.path), "started": local(run.started_at), "id": run.id}
    for name, text in told.items():
        click.echo(f"{click.style(f'  {name:<8}', dim=True)} {printable(text)}")


def _print_reasons(tasks: Sequence[TaskRow], tries: Sequence[TryRow]) -> None:
    """Print why tries and tasks ended as they did, of each reason who ended so."""
    counts = {task.task: task.tries for task in tasks}
    reasons: dict[str, list[str]] = {}
    for row in tries:
        if row.reason:
            number = f", try {row.number}" if counts[row.task] > 1 else ""
            reasons.setdefault(row.reason, []).append(f"{row.task}{number}")
    of_tries = {(row.task, row.reason) for row in tries}
    for task in tasks:
        if task.reason and (task.task, task.reason) not in of_tries:
            reasons.setdefault(task.reason, []).append(task.task)
    for at, (reason, names) in enumerate(reasons.items()):
        more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
        told = printable(f"{'; '.join(names[:MOST_NAMES])}{more}: {reason}")
        click.echo("\n".join([*([""] if not at else []), *wrapped(told, width_of(sys.stdout), hanging=2)]))


def _as_data(store: Store, run: RunRow) -> dict[str, object]:
    """Return a run with its tasks, their tries and the last value of each of their keys."""
    tries: dict[str, list[TryRow]] = {}
    values: dict[str, list[ValueRow]] = {}
    for row in store.tries(run.id):
        tries.setdefault(row.task, []).append(row)
    for value in store.values(run.id):
        values.setdefault(value.task, []).append(value)
    tasks = [
        {
            **data.of_task(task),
            "tries": [data.of_try(row) for row in tries.get(task.task, [])],
            "values": {value.key: data.of_value(value)["value"] for value in values.get(task.task, [])},
        }
        for task in store.tasks(run.id)
    ]
    return {**data.of_run(run), "tasks": tasks}
