"""`flowdesk xcom list`: all values of a run, of all tries, in the order of their pushing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.stored import meant, opened
from flowdesk.cli.table import Column, table
from flowdesk.cli.terminal import width_of
from flowdesk.cli.times import local
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from flowdesk.store.rows import ValueRow

COLUMNS = (
    Column("task", gives_way=True, cut_left=True),
    Column("key", gives_way=True),
    Column("type"),
    Column("value", gives_way=True),
    Column("try", right=True),
    Column("pushed", optional=True),
)


@click.command(name="list")
@options.run_argument
@options.file_option
@options.as_json
def list_(run_ref: str | None, file: str | None, *, as_json: bool) -> None:
    r"""List all values of RUN (by default the latest), of all tries.

    \b
    Examples:
      flowdesk xcom list
      flowdesk xcom list 12
      flowdesk xcom list --file pipelines/xcom.toml --json
    """
    with opened() as store:
        run = meant(store, run_ref, file)
        values = store.values(run.id)
    if as_json:
        click.echo(data.pretty([data.of_value(row) for row in values]))
    elif values:
        click.echo("\n".join(table(COLUMNS, [_row(row) for row in values], width_of(sys.stdout))))
    else:
        click.echo(f"Run {run.number} pushed no values.", err=True)


def _row(row: ValueRow) -> list[str]:
    return [row.name, row.key, row.type, preview(row.value), str(row.try_number), local(row.pushed_at)]
