"""The runs in the store as `flowdesk runs` lists them, the newest first."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from flowdesk.cli.look import colour_of, word
from flowdesk.cli.paths import identity, shown
from flowdesk.cli.printing import echo
from flowdesk.cli.stored import asked
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


MOST = 20
"""How many runs are listed where nothing else is said."""


def print_runs(file: str | None = None, limit: int = MOST, *, as_json: bool = False) -> None:
    """Print the latest runs, of a file or of all, as a table or as JSON.

    Raises:
        UsageError: there is no such file.
    """
    path = identity(file) if file else None
    found, idle = _found(str(path) if path else None, limit)
    if path and not found and not path.is_file():
        why = "it is a folder" if path.is_dir() else "there is no such file"
        raise UsageError(f"no run of {shown(path)} is recorded, and {why}")
    if as_json:
        from flowdesk.cli import as_json as data

        echo(data.pretty([data.of_run(run) for run in found]))
    elif found:
        echo("\n".join(run_table(found, width_of(sys.stdout), idle=idle)))
    else:
        echo(_none_yet(file), err=True)


def run_table(runs: Sequence[RunRow], width: int | None, *, idle: Sequence[float]) -> list[str]:
    """Return the lines of a table of runs, `width` cells wide (None: as wide as it takes).

    `idle`: for how many seconds each was over before it was gone on with, which is no time that it took.
    """
    return table(COLUMNS, [_row(run, pause) for run, pause in zip(runs, idle, strict=True)], width)


def _found(path: str | None, limit: int) -> tuple[list[RunRow], list[float]]:
    try:
        with asked(path) as store:
            runs = store.runs(path=path, limit=limit)
            return runs, [store.idle(run.id) for run in runs]
    except StoreMissing:
        return [], []  # nobody has run anything yet


def _none_yet(file: str | None) -> str:
    if file is None:
        return "No runs yet. `flowdesk run`, with the path of a pipeline file, starts one."
    from shlex import quote

    return f"No runs of {shown(file)} yet. Start one: flowdesk run {quote(file)}"


def _row(run: RunRow, idle: float) -> list[str | Cell]:
    end = time.time() if not run.state.is_final else run.finished_at
    return [
        str(run.number),
        Cell(
            f"{word(run.state)}{', paused' * (run.paused and not run.state.is_final)}", colour_of(run.state)
        ),
        run.pipeline,
        shown(run.path),
        local(run.started_at),
        between(run.started_at, None if end is None else end - idle),
        run.id,
    ]
