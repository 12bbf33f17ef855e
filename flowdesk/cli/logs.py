"""`flowdesk logs`: what a try of a task printed, byte for byte, also while it goes on."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.stored import meant, opened, task_of
from flowdesk.errors import UsageError
from flowdesk.plan.states import TryState

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
def logs(task: str, run_ref: str | None, *, file: str | None, try_number: int | None, follow: bool) -> None:
    r"""Print what TASK printed in RUN (by default the latest).

    \b
    Examples:
      flowdesk logs downloading_data
      flowdesk logs downloading_data 12 --try 1
      flowdesk logs downloading_data -f
    """
    with opened() as store:
        run = meant(store, run_ref, file)
        task_of(store, run, task)
        if follow:
            _follow(store, run, task, try_number)
        else:
            _print_from(Path(_one(store, run, task, try_number).log), 0)


def _one(store: Store, run: RunRow, task: str, number: int | None) -> TryRow:
    """Return that try of a task, or its last."""
    found = _find(store, run, task, number)
    if found is not None:
        return found
    tries = len(store.tries(run.id, task))
    if tries:
        word = "tries" if tries > 1 else "try"
        raise UsageError(f"task '{task}' of run {run.number} had {tries} {word}, no {number}")
    state = task_of(store, run, task).state.replace("_", " ")
    raise UsageError(f"task '{task}' of run {run.number} printed nothing: it never started and is {state}")


def _find(store: Store, run: RunRow, task: str, number: int | None) -> TryRow | None:
    tries = [row for row in store.tries(run.id, task) if number in (None, row.number)]
    return tries[-1] if tries else None


def _follow(store: Store, run: RunRow, task: str, number: int | None) -> None:
    """Print the log as it grows, until its try is over or nobody works on the run any more."""
    at = 0
    for row in _looks(store, run, task, number):
        number = row.number
        at = _print_from(Path(row.log), at)


def _looks(store: Store, run: RunRow, task: str, number: int | None) -> Iterator[TryRow]:
    """Give the try again and again, the last time when it is over. Waits for it to begin."""
    while True:
        on = not store.find_run(run.id).state.is_final
        row = _find(store, run, task, number)
        if row is None and not on:
            row = _one(store, run, task, number)
        if row is not None:
            number = row.number
            yield row
            if row.state is not TryState.RUNNING or not on:
                return
        time.sleep(LOOK_EVERY)


def _print_from(log: Path, at: int) -> int:
    """Print a log from an offset to its present end, and return that offset."""
    out = sys.stdout.buffer
    try:
        with log.open("rb") as stream:
            stream.seek(at)
            while chunk := stream.read(CHUNK):
                out.write(chunk)
                at += len(chunk)
    except FileNotFoundError:
        if not at:
            return at  # the try has only just begun
        raise UsageError(f"the log {log} is gone") from None
    out.flush()
    return at
