"""`flowdesk cancel`: ask the engine of a run, whoever started it, to end it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.stored import meant, opened
from flowdesk.errors import FlowdeskError, UsageError
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

PATIENCE = 10.0
LOOK_EVERY = 0.05
MOST = 1000
"""How many runs back a run that is under way is looked for."""


@click.command()
@options.run_argument
@options.file_option
def cancel(run_ref: str | None, file: str | None) -> None:
    r"""End RUN: its running tasks are ended, the others never start. Waits until the run is over.

    Without RUN, the latest run that is under way is meant.

    \b
    Examples:
      flowdesk cancel
      flowdesk cancel 12
    """
    with opened(read_only=False) as store:
        run = meant(store, run_ref, file) if run_ref else _under_way(store, file)
        if run.state.is_final:
            raise UsageError(f"run {run.number} is not under way: it is {run.state}")
        with store.transaction():
            request = store.add_request(run.id, "cancel")
        state = _end(store, run.id)
        is_open = request in {row.id for row in store.open_requests(run.id)}
    click.echo(_told(run.number, state, is_open=is_open))


def _under_way(store: Store, file: str | None) -> RunRow:
    """Return the latest run that is under way, of a file where one is named."""
    latest = meant(store, None, file)
    for run in store.runs(path=latest.path if file else None, limit=MOST):
        if not run.state.is_final:
            return run
    raise UsageError(f"no run is under way; the latest, run {latest.number}, is {latest.state}")


def _end(store: Store, run_id: str) -> RunState:
    """Return how a run ended, or that it is running still and has had its time."""
    until = time.monotonic() + PATIENCE
    while not (state := store.find_run(run_id).state).is_final and time.monotonic() < until:
        time.sleep(LOOK_EVERY)
    return state


def _told(number: int, state: RunState, *, is_open: bool) -> str:
    """Return the sentence about how it went.

    Raises:
        FlowdeskError: the run is not over.
    """
    if state is RunState.RUNNING and is_open:
        raise FlowdeskError(
            f"the engine of run {number} has not answered for {PATIENCE:.0f} seconds; "
            "the request stays, and is taken up when it does"
        )
    if state is RunState.RUNNING:
        raise FlowdeskError(
            f"run {number} is being cancelled, but its tasks have not ended for {PATIENCE:.0f} seconds; "
            f"`flowdesk show {number}` says which"
        )
    if state is RunState.INTERRUPTED:
        return f"Run {number}: interrupted. Its engine died, so there is nothing left to cancel."
    by_itself = "" if state is RunState.CANCELLED else " ended by itself"
    return f"Run {number}{by_itself}: {state}."
