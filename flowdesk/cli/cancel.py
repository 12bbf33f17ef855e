"""`flowdesk cancel`: ask the engine of a run, whoever started it, to end it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.stored import meant, opened
from flowdesk.errors import FlowdeskError, UsageError

if TYPE_CHECKING:
    from flowdesk.store.store import Store

PATIENCE = 10.0
LOOK_EVERY = 0.05


@click.command()
@options.run_argument
@options.file_option
def cancel(run_ref: str | None, file: str | None) -> None:
    r"""End RUN (by default the latest): its running tasks are ended, the others never start.

    \b
    Examples:
      flowdesk cancel
      flowdesk cancel 12
    """
    with opened(read_only=False) as store:
        run = meant(store, run_ref, file)
        if run.state.is_final:
            raise UsageError(f"run {run.number} is not under way: it is {run.state}")
        with store.transaction():
            request = store.add_request(run.id, "cancel")
        answer = _answer(store, run.id, request)
    if answer is None:
        raise FlowdeskError(
            f"the engine of run {run.number} has not answered for {PATIENCE:.0f} seconds; "
            "the request stays, and is taken up when it does"
        )
    click.echo(f"Run {run.number}: {answer}.")


def _answer(store: Store, run_id: str, request: int) -> str | None:
    """Return what the engine answered, or None if it has not in time."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if request not in {row.id for row in store.open_requests(run_id)}:
            return "cancelled"
        if store.find_run(run_id).state.is_final:
            return "ended by itself"
        time.sleep(LOOK_EVERY)
    return None
