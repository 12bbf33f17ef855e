"""`flowdesk clear`: run a task of a run anew, with all that comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish
from flowdesk.cli.completion import complete_run
from flowdesk.cli.stored import meant, opened, task_of
from flowdesk.cli.terminal import printable, sure
from flowdesk.plan.instances import task_of as id_of
from flowdesk.plan.progress import Progress
from flowdesk.plan.standings import Standing
from flowdesk.plan.states import TaskState
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

MOST_NAMES = 20


@click.command()
@click.argument("run_ref", metavar="RUN", shell_complete=complete_run)
@options.task_argument
@click.option("--no-downstream", is_flag=True, help="Only the task itself, and nothing that comes after it.")
@options.yes
@options.manner
def clear(  # noqa: PLR0913 - click hands over every option
    run_ref: str,
    task: str,
    *,
    no_downstream: bool,
    yes: bool,
    quiet: bool,
    in_process: bool,
    workers: int | None,
) -> int:
    r"""Run TASK of RUN anew, and all that comes after it, in the same run.

    Lists what that is and asks, unless --yes. Earlier tries, their logs and values are kept; values of
    what comes before it are used again as they are. What runs is cancelled first.

    \b
    Examples:
      flowdesk clear 12 train
      flowdesk clear 12 'train[3]' --no-downstream
      flowdesk clear 12 train --yes
    """
    from flowdesk.cli.taking_up import carry_out

    with opened(read_only=False) as store:
        run = meant(store, run_ref)
        task_of(store, run, task)
        names = _cleared(store, run, task, downstream=not no_downstream)
        _list(run, names)
        sure("Clear them?" if len(names) > 1 else "Clear it?", yes=yes)
        manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers)
        return carry_out(store, run, Wish("clear", task, {"downstream": not no_downstream}), manner)


def _cleared(store: Store, run: RunRow, task: str, *, downstream: bool) -> dict[str, int]:
    """Return the ids of what will run anew, in the order of the file, each with how many mapped ones."""
    plan = from_json(store.plan_text(run.id))
    standings = [
        Standing(
            row.name,
            # What runs is cancelled first. Restored as running, it would be taken for waiting.
            TaskState.CANCELLED if row.state is TaskState.RUNNING and row.expanded is None else row.state,
            row.tries,
            row.failures,
            row.expanded,
        )
        for row in store.tasks(run.id)
    ]
    moves = Progress.restored(plan, standings).clear([task], downstream=downstream)
    names = {task, *(move.task for move in moves if move.state is TaskState.WAITING)}
    counts: dict[str, int] = dict.fromkeys((one for one in plan.tasks if one in map(id_of, names)), 0)
    for name in names:
        counts[id_of(name)] += name != id_of(name)
    return counts


def _list(run: RunRow, names: dict[str, int]) -> None:
    click.echo(f"Of run {run.number} of {printable(run.pipeline)}, this runs anew:", err=True)
    for name, mapped in list(names.items())[:MOST_NAMES]:
        click.echo(f"  {printable(name)}" + (f", {mapped:,} of its mapped tasks" if mapped else ""), err=True)
    if len(names) > MOST_NAMES:
        click.echo(f"  … and {len(names) - MOST_NAMES:,} more", err=True)
