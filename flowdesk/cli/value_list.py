"""All values of a run, of all tries, in the order of their pushing, as `flowdesk xcom list` prints them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flowdesk.cli.in_use import in_use
from flowdesk.cli.printing import echo
from flowdesk.cli.stored import asked, meant
from flowdesk.cli.table import Column, table
from flowdesk.cli.terminal import width_of
from flowdesk.cli.times import local

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


def print_values(run_ref: str | None = None, file: str | None = None, *, as_json: bool = False) -> None:
    """Print all values of a run, by default the latest, of a file or of all, as a table or as JSON.

    Raises:
        UsageError: there is no such run.
    """
    with asked(file) as store:
        run = meant(store, run_ref, file)
        values = store.values(run.id)
    if as_json:
        from flowdesk.cli import as_json as data

        echo(data.pretty([data.of_value(row) for row in values]))
    elif values:
        echo("\n".join(table(COLUMNS, [_row(row) for row in values], width_of(sys.stdout))))
    else:
        echo(f"Run {run.number} pushed no values.", err=True)


def _row(row: ValueRow) -> list[str]:
    return [row.name, row.key, row.type, in_use(row), str(row.try_number), local(row.pushed_at)]
