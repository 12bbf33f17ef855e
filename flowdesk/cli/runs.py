"""`flowdesk runs`: the runs in the store, the newest first."""

from __future__ import annotations

import sys
import time
from shlex import quote
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.look import colour_of, word
from flowdesk.cli.paths import identity, shown
from flowdesk.cli.stored import opened
from flowdesk.cli.table import Cell, Column, table
from flowdesk.cli.terminal import width_of
from flowdesk.cli.times import between, local
from flowdesk.errors import UsageError
from flowdesk.store.errors import StoreMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import RunRow

COLUMNS = (
    Column("run", right=True),
    Column("state"),
    Column("pipeline", gives_way=True),
    Column("file", gives_way=True, optional=True, cut_left=True),
    Column("started"),
    Column("took", right=True),
    Column("id", gives_way=True, optional=True),
)


@click.command()
@options.pipeline_file(required=False)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="How many."
)
@options.as_json
def runs(file: str | None, limit: int, *, as_json: bool) -> None:
    r"""List runs, the newest first; with FILE, the runs of that pipeline only.

    \b
    Examples:
      flowdesk runs
      flowdesk runs pipelines/xcom.toml --limit 5
      flowdesk runs --json | jq -r '.[0].state'
    """
    path = identity(file) if file else None
    found = _found(str(path) if path else None, limit)
    if path and not found and not path.is_file():
        why = "it is a folder" if path.is_dir() else "there is no such file"
        raise UsageError(f"no run of {shown(path)} is recorded, and {why}")
    if as_json:
        click.echo(data.pretty([data.of_run(run) for run in found]))
    elif found:
        click.echo("\n".join(run_table(found, width_of(sys.stdout))))
    else:
        click.echo(_none_yet(file), err=True)


def run_table(runs: Sequence[RunRow], width: int | None) -> list[str]:
    """Return the lines of a table of runs, `width` cells wide (None: as wide as it takes)."""
    return table(COLUMNS, [_row(run) for run in runs], width)


def _found(path: str | None, limit: int) -> list[RunRow]:
    try:
        with opened() as store:
            return store.runs(path=path, limit=limit)
    except StoreMissing:
        return []  # nobody has run anything yet


def _none_yet(file: str | None) -> str:
    if file is None:
        return "No runs yet. `flowdesk run`, with the path of a pipeline file, starts one."
    return f"No runs of {shown(file)} yet. Start one: flowdesk run {quote(file)}"


def _row(run: RunRow) -> list[str | Cell]:
    return [
        str(run.number),
        Cell(
            f"{word(run.state)}{', paused' * (run.paused and not run.state.is_final)}", colour_of(run.state)
        ),
        run.pipeline,
        shown(run.path),
        local(run.started_at),
        between(run.started_at, time.time() if not run.state.is_final else run.finished_at),
        run.id,
    ]
