"""`flowdesk clear`: run tasks of a run anew, with all that comes after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish
from flowdesk.cli.completion import complete_run, complete_task
from flowdesk.cli.stored import meant, opened, task_of
from flowdesk.cli.terminal import printable, sure
from flowdesk.plan.instances import task_of as id_of
from flowdesk.plan.names import Names
from flowdesk.plan.progress import Progress
from flowdesk.plan.standings import Standing
from flowdesk.plan.states import TaskState
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

MOST_NAMES = 20


@click.command()
@click.argument("run_ref", metavar="RUN", shell_complete=complete_run)
@click.argument("tasks", metavar="TASK...", nargs=-1, required=True, shell_complete=complete_task)
@click.option("--no-downstream", is_flag=True, help="Only these tasks, and nothing that comes after them.")
@options.yes
@options.manner
@options.store_option
def clear(  # noqa: PLR0913 - click hands over every option
    run_ref: str,
    tasks: tuple[str, ...],
    *,
    no_downstream: bool,
    yes: bool,
    quiet: bool,
    in_process: bool,
    workers: int | None,
) -> int:
    r"""Run each TASK of RUN anew, and all that comes after it, in the same run.

    TASK is a task, a group, or a glob of tasks. Lists what that is and asks, unless --yes. Earlier tries,
    their logs and values are kept; values of what comes before are used again as they are. What runs is
    cancelled first.

    \b
    Examples:
      flowdesk clear 12 train
      flowdesk clear 12 prepare 'models.*'
      flowdesk clear 12 'train[3]' --no-downstream
      flowdesk clear 12 train --yes
    """
    from flowdesk.cli.taking_up import carry_out

    with opened(read_only=False) as store:
        run = meant(store, run_ref)
        meant_tasks = _named(store, run, tasks)
        names = _cleared(store, run, meant_tasks, downstream=not no_downstream)
        _list(run, names)
        sure("Clear them?" if len(names) > 1 else "Clear it?", yes=yes)
        manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers)
        data: dict[str, object] = {"downstream": not no_downstream}
        if len(meant_tasks) == 1:
            return carry_out(store, run, Wish("clear", meant_tasks[0], data), manner)
        return carry_out(store, run, Wish("clear", None, {**data, "tasks": meant_tasks}), manner)


def _named(store: Store, run: RunRow, refs: Sequence[str]) -> list[str]:
    """Return the names of the tasks that are meant, each once.

    Raises:
        UsageError: the run has nothing of such a name.
    """
    plan, known = from_json(store.plan_text(run.id)), {row.name for row in store.tasks(run.id)}
    names = Names(plan.tasks, plan.groups)
    found: dict[str, None] = {}
    for ref in refs:
        named = None if ref in known else names.resolve(ref)
        if named is None or not named.tasks:
            task_of(store, run, ref)
        found |= dict.fromkeys(named.tasks if named else (ref,))
    return list(found)


def _cleared(store: Store, run: RunRow, tasks: Sequence[str], *, downstream: bool) -> dict[str, int]:
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
    moves = Progress.restored(plan, standings).clear(tasks, downstream=downstream)
    names = {*tasks, *(move.task for move in moves if move.state is TaskState.WAITING)}
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
