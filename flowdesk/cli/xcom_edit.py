"""`flowdesk xcom edit` and `restore`: another value in the place of a pushed one, or the pushed one again."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish
from flowdesk.cli.completion import complete_run
from flowdesk.cli.given_value import from_file, from_json_file, given_value
from flowdesk.cli.in_use import in_use
from flowdesk.cli.stored import hint, meant, opened, task_of
from flowdesk.cli.terminal import printable, sure
from flowdesk.errors import UsageError
from flowdesk.plan.consumers import consumers
from flowdesk.plan.instances import task_of as id_of
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Push
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store

MOST_NAMES = 20


def _how(command: Callable[..., object]) -> Callable[..., object]:
    """Add what a change makes run anew."""
    for option in (
        click.option("--direct", is_flag=True, help="Run anew only what pulls the value itself."),
        click.option(
            "--no-rerun", is_flag=True, help="Run nothing anew; what starts from now on gets the value."
        ),
    ):
        command = option(command)
    return command


@click.command(context_settings={"ignore_unknown_options": True})  # -1 is a value
@click.argument("run_ref", metavar="RUN", shell_complete=complete_run)
@options.task_argument
@options.key_argument
@click.argument("value", required=False)
@click.option(
    "--file",
    "file",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Take the value from a file: what is pushed as file, array or table, or a text.",
)
@click.option(
    "--json-file",
    "exact",
    metavar="PATH",
    type=click.File(encoding="utf-8"),
    help="Take its exact JSON from a file, or from the standard input (-): for secrets.",
)
@_how
@options.yes
@options.manner
@options.store_option
def edit(  # noqa: PLR0913 - click hands over every option
    run_ref: str,
    task: str,
    key: str,
    value: str | None,
    *,
    file: Path | None,
    exact: IO[str] | None,
    no_rerun: bool,
    direct: bool,
    yes: bool,
    quiet: bool,
    in_process: bool,
    workers: int | None,
) -> int:
    r"""Put VALUE in the place of what TASK pushed under KEY in RUN, and run its consumers anew.

    What was pushed is kept, and `flowdesk xcom restore` puts it back. VALUE is written as to $FLOWDESK_PUSH
    and must fit what the key declares; of a secret key it is asked for, unless it comes from a file. What
    pulls the key runs anew, and what pulls from that, but not what merely comes after.

    \b
    Examples:
      flowdesk xcom edit 12 train accuracy 0.95
      flowdesk xcom edit 12 'train[3]' accuracy 0.95 --direct
      flowdesk xcom edit 12 prepare options '{"depth": 3}' --no-rerun
      flowdesk xcom edit 12 prepare rows --file rows.parquet --yes
    """
    from flowdesk.cli.taking_up import carry_out

    rerun = _rerun(direct=direct, no_rerun=no_rerun)
    if value is not None and value.startswith("--"):
        raise UsageError(f"there is no option {value}; a value that begins so comes with --file")
    with opened(read_only=False) as store:
        run = meant(store, run_ref)
        push = _declared(store, run, task, key)
        row = _in_use(store, run, task, key)
        if exact is not None:
            text = from_json_file(push, exact)
        else:
            text = from_file(push, file) if file else given_value(push, _written(push, value))
        _tell(store, run, row, rerun)
        sure(f"Put another value in the place of '{key}'?", yes=yes)
        manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers)
        return carry_out(store, run, Wish("edit", task, {"values": {key: text}, "rerun": rerun}), manner)


@click.command()
@click.argument("run_ref", metavar="RUN", shell_complete=complete_run)
@options.task_argument
@options.key_argument
@_how
@options.yes
@options.manner
@options.store_option
def restore(  # noqa: PLR0913 - click hands over every option
    run_ref: str,
    task: str,
    key: str,
    *,
    no_rerun: bool,
    direct: bool,
    yes: bool,
    quiet: bool,
    in_process: bool,
    workers: int | None,
) -> int:
    r"""Put what TASK pushed under KEY in RUN in its own place again, and run its consumers anew.

    \b
    Examples:
      flowdesk xcom restore 12 train accuracy
      flowdesk xcom restore 12 train accuracy --no-rerun
    """
    from flowdesk.cli.taking_up import carry_out

    rerun = _rerun(direct=direct, no_rerun=no_rerun)
    with opened(read_only=False) as store:
        run = meant(store, run_ref)
        _declared(store, run, task, key)
        row = _in_use(store, run, task, key)
        if row.edit is None:
            raise UsageError(f"'{key}' of '{task}' was not edited in run {run.number}")
        _tell(store, run, row, rerun)
        sure(f"Restore '{key}'?", yes=yes)
        manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers)
        return carry_out(store, run, Wish("restore", task, {"keys": [key], "rerun": rerun}), manner)


def _rerun(*, direct: bool, no_rerun: bool) -> str:
    if direct and no_rerun:
        raise UsageError("--direct and --no-rerun say two different things")
    return "nothing" if no_rerun else "direct" if direct else "all"


def _declared(store: Store, run: RunRow, task: str, key: str) -> Push:
    """Return the declaration of a key.

    Raises:
        UsageError: the run has no such task, or that declares no such key.
    """
    task_of(store, run, task)
    declared = {push.key: push for push in from_json(store.plan_text(run.id)).tasks[id_of(task)].push}
    if key not in declared:
        raise UsageError(f"task '{task}' declares no key '{key}'{hint(key, declared)}")
    return declared[key]


def _in_use(store: Store, run: RunRow, task: str, key: str) -> ValueRow:
    """Return the value of the last try of a task.

    Raises:
        UsageError: there is none, or it is that of a mapped task, which has many.
    """
    row = task_of(store, run, task)
    if row.expanded is not None:
        raise UsageError(f"'{task}' is a mapped task; name one of those made of it, like '{task}[0]'")
    values = store.values(run.id, task=task, key=key)
    found = [value for value in values if value.name == task and value.try_number == row.tries]
    if not found:
        raise UsageError(f"the last try of task '{task}' in run {run.number} did not push '{key}'")
    return found[-1]


def _written(push: Push, value: str | None) -> str:
    """Return the value that was given, or ask for it.

    Raises:
        UsageError: nobody can be asked.
    """
    from flowdesk.cli.terminal import is_dialogue

    if value is not None:
        return value
    if not is_dialogue():
        raise UsageError(f"give the value of '{push.key}' ({push.type}), or --file")
    prompt = printable(f"{push.key}: {push.type}")
    return str(click.prompt(prompt, prompt_suffix=" = ", hide_input=push.secret))


def _tell(store: Store, run: RunRow, row: ValueRow, rerun: str) -> None:
    """Print what is in the place now, and what runs anew."""
    where = f"{row.key} of {row.name}, run {run.number}, try {row.try_number}"
    click.echo(printable(f"{where}: {in_use(row)}"), err=True)
    plan = from_json(store.plan_text(run.id))
    pulled = store.pulls(run.id)
    found = consumers(plan, row.name, {row.key}, pulled=pulled, direct=rerun == "direct")
    if rerun == "nothing" or not found:
        click.echo("Nothing runs anew.", err=True)
        return
    click.echo("This runs anew, where it has run:", err=True)
    for name in found[:MOST_NAMES]:
        click.echo(f"  {printable(name)}", err=True)
    if len(found) > MOST_NAMES:
        click.echo(f"  … and {len(found) - MOST_NAMES:,} more", err=True)
