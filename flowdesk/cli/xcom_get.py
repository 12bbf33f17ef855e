"""`flowdesk xcom get`: one value, for people and for scripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.plain import plain_text
from flowdesk.cli.stored import hint, meant, opened, task_of, try_of
from flowdesk.errors import UsageError

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store


@click.command()
@options.task_argument
@options.key_argument
@options.run_option
@options.file_option
@options.try_option
@click.option("--json", "exact", is_flag=True, help="Print the exact JSON that the store has.")
def get(  # noqa: PLR0913 - click hands over every option
    task: str, key: str, *, run_ref: str | None, file: str | None, try_number: int | None, exact: bool
) -> None:
    r"""Print the value that TASK pushed under KEY.

    Text and the like are printed bare, lists and dicts as indented JSON, bytes as they are.

    \b
    Examples:
      flowdesk xcom get choose_best_model best
      flowdesk xcom get train accuracy --run 12 --try 1
      flowdesk xcom get train report --json | jq .
    """
    with opened() as store:
        run = meant(store, run_ref, file)
        value = _value(store, run, task, key, try_number).value
    if exact:
        click.echo(value)
        return
    text = plain_text(value)
    if isinstance(text, bytes):
        click.echo(repr(text) if sys.stdout.isatty() else text, nl=sys.stdout.isatty())
    else:
        click.echo(text)


def _value(store: Store, run: RunRow, task: str, key: str, try_number: int | None) -> ValueRow:
    """Return the value of that try, or of the last try that pushed the key."""
    pushed = [
        row for row in store.values(run.id, task=task) if try_number is None or row.try_number == try_number
    ]
    found = [row for row in pushed if row.key == key]
    if found:
        return max(found, key=lambda row: (row.try_number, row.seq))
    try_of(store, run, task, try_number)
    task_row = task_of(store, run, task)
    where = f"task '{task}' of run {run.number}" + (f", try {try_number}," if try_number else "")
    if not pushed:
        raise UsageError(f"{where} pushed nothing; it is {task_row.state.replace('_', ' ')}")
    keys = sorted({row.key for row in pushed})
    raise UsageError(f"{where} pushed no '{key}'{hint(key, keys)}")
