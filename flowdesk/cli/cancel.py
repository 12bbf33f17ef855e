"""`flowdesk cancel`: ask the engine of a run, whoever started it, to end it or one of its tasks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli import asking, options
from flowdesk.cli.asking import NOTHING_TO_DO, Wish, ask, tell
from flowdesk.cli.manner import Manner
from flowdesk.cli.stored import meant, opened, task_of, under_way
from flowdesk.errors import FlowdeskError
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store


@click.command()
@options.run_argument
@options.one_task("End only this task; the run goes on.")
@options.file_option
@options.store_option
def cancel(run_ref: str | None, task: str | None, *, file: str | None) -> int:
    r"""End RUN: its running tasks are ended, the others never start. Waits until the run is over.

    Without RUN, the latest run that is under way is meant. Tasks get some seconds to clean up, then they
    are killed; teardowns still run. A RUN whose engine died is taken up by this terminal, to be ended.

    \b
    Examples:
      flowdesk cancel
      flowdesk cancel 12
      flowdesk cancel 12 --task train
    """
    with opened(file, read_only=False) as store:
        if run_ref is not None and task is None:
            run = meant(store, run_ref, file)
            if run.state is RunState.INTERRUPTED:
                return _end_interrupted(store, run)
        run = under_way(store, run_ref, file)
        if task is not None:
            return _cancel_task(store, run, task)
        ask(store, run, Wish("cancel"))
        if not _waited(lambda: store.find_run(run.id).state.is_final):
            raise FlowdeskError(_goes_on(f"run {run.number}", "its tasks have", run))
        click.echo(_told(run.number, store.find_run(run.id).state))
        return 0


def _end_interrupted(store: Store, run: RunRow) -> int:
    from flowdesk.cli.taking_up import carry_out

    code = carry_out(store, run, Wish("cancel"), Manner())
    return 0 if store.find_run(run.id).state is RunState.CANCELLED else code


def _cancel_task(store: Store, run: RunRow, task: str) -> int:
    """Have one task ended, and tell how it stands then."""
    task_of(store, run, task)
    answer = ask(store, run, Wish("cancel", task)) or f"{NOTHING_TO_DO}, because the run is over"
    code = tell(run, answer)
    if (
        not code
        and not answer.startswith(NOTHING_TO_DO)
        and not _waited(lambda: task_of(store, run, task).state.is_final)
    ):
        raise FlowdeskError(_goes_on(f"'{task}'", "it has", run))
    return code


def _waited(is_so: Callable[[], bool]) -> bool:
    """Whether it came to be so in time."""
    until = time.monotonic() + asking.PATIENCE
    while not (found := is_so()) and time.monotonic() < until:
        time.sleep(asking.LOOK_EVERY)
    return found


def _goes_on(what: str, has: str, run: RunRow) -> str:
    return (
        f"{what} is being cancelled, but {has} not ended for {asking.PATIENCE:.0f} seconds; "
        f"`flowdesk show {run.number}` says how it stands"
    )


def _told(number: int, state: RunState) -> str:
    if state is RunState.INTERRUPTED:
        return f"Run {number}: interrupted. Its engine died, so there is nothing left to cancel."
    by_itself = "" if state is RunState.CANCELLED else " ended by itself"
    return f"Run {number}{by_itself}: {state}."
