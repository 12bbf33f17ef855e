"""`flowdesk logs`: what a try of a task printed, byte for byte, also while it goes on."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.stored import meant, opened, task_of, try_of
from flowdesk.errors import FlowdeskError, UsageError
from flowdesk.plan.states import TaskState, TryState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.store.rows import RunRow, TryRow
    from flowdesk.store.store import Store

CHUNK = 1 << 16
LOOK_EVERY = 0.1
"""Seconds between two looks at a log that grows: no file system says portably that a file did."""


@click.command()
@options.task_argument
@options.run_argument
@options.file_option
@options.try_option
@click.option("-f", "--follow", is_flag=True, help="Go on until the try ends.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: an object for each try, with its text.")
def logs(  # noqa: PLR0913 - click hands over every option
    task: str, run_ref: str | None, *, file: str | None, try_number: int | None, follow: bool, as_json: bool
) -> None:
    r"""Print what TASK printed in RUN (by default the latest).

    With --json, all tries are printed, or the one that is named; with --follow besides, when it has ended.

    \b
    Examples:
      flowdesk logs downloading_data
      flowdesk logs downloading_data 12 --try 1
      flowdesk logs downloading_data -f
      flowdesk logs downloading_data --json | jq -r '.[-1].reason'
    """
    with opened() as store:
        run = meant(store, run_ref, file)
        looks = _looks(store, run, task, try_number) if follow else iter([_one(store, run, task, try_number)])
        if as_json:
            for _ in looks:
                pass
            tries = [row for row in store.tries(run.id, task) if try_number in (None, row.number)]
            click.echo(data.pretty([{**data.of_try(row), "text": _text(row)} for row in tries]))
        else:
            _print(looks)


def _one(store: Store, run: RunRow, task: str, number: int | None) -> TryRow | None:
    """Return that try of a task, or its last; None where it has none because there is nothing to carry out.

    Raises:
        UsageError: there is no such task or try, or the task never started.
    """
    found = try_of(store, run, task, number)
    state = task_of(store, run, task).state
    if found is None and state is not TaskState.SUCCESS:
        told = state.replace("_", " ")
        raise UsageError(f"task '{task}' of run {run.number} printed nothing: it never started and is {told}")
    return found


def _looks(store: Store, run: RunRow, task: str, number: int | None) -> Iterator[TryRow | None]:
    """Give the try again and again, the last time when it is over. Waits for it to begin."""
    task_of(store, run, task)
    while True:
        on = not store.find_run(run.id).state.is_final
        tries = [row for row in store.tries(run.id, task) if number in (None, row.number)]
        row = tries[-1] if tries else None if on else _one(store, run, task, number)
        if row is not None:
            number = row.number
            yield row
        if not on or (row is not None and row.state is not TryState.RUNNING):
            return
        time.sleep(LOOK_EVERY)


def _print(looks: Iterator[TryRow | None]) -> None:
    """Print the log of a try as it grows."""
    at, row = 0, None
    for row in looks:
        if row is not None:
            at = _print_from(row, at)
    if row is None:
        click.echo("Nothing was printed: the task only joins others, and carries nothing out.", err=True)
    elif not at and row.pid is None:
        click.echo(f"Nothing was printed: {row.reason or 'the try has not begun'}.", err=True)


def _print_from(row: TryRow, at: int) -> int:
    """Print a log from an offset to its present end, and return that offset."""
    out = sys.stdout.buffer
    for chunk in _chunks(row, at):
        out.write(chunk)
        at += len(chunk)
    out.flush()
    return at


def _chunks(row: TryRow, at: int) -> Iterator[bytes]:
    """Read a log from an offset. A try that has only just begun, or never got a process, has none.

    Raises:
        FlowdeskError: the log is gone, or cannot be read.
    """
    try:
        with Path(row.log).open("rb") as stream:
            stream.seek(at)
            yield from iter(lambda: stream.read(CHUNK), b"")
    except FileNotFoundError:
        if at or (row.pid is not None and row.state is not TryState.RUNNING):
            raise FlowdeskError(f"the log {row.log} is gone") from None
    except OSError as error:
        raise FlowdeskError(f"the log {row.log} cannot be read ({error.strerror})") from error


def _text(row: TryRow) -> str | None:
    """Return what a try printed; None where there is no log to be read."""
    try:
        return Path(row.log).read_bytes().decode("utf-8", "backslashreplace")
    except OSError:
        return None
