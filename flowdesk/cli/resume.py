"""`flowdesk resume`: go on with a run that was paused, or whose engine died."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish, ask, tell
from flowdesk.cli.stored import latest, meant, opened
from flowdesk.errors import UsageError
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.cli.manner import Manner
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store


@click.command()
@options.run_argument
@options.file_option
@options.manner
@options.store_option
def resume(
    run_ref: str | None, *, file: str | None, quiet: bool, in_process: bool, workers: int | None
) -> int:
    r"""Go on with RUN: continue it if it is paused, take it up here if its engine died.

    Without RUN, the latest that is paused or interrupted is meant. No task that has succeeded runs again.

    \b
    Examples:
      flowdesk resume
      flowdesk resume 12
    """
    with opened(file) as store:
        run = meant(store, run_ref, file) if run_ref else _latest(store, file, _can_go_on, "can be resumed")
    if run.state is RunState.RUNNING:
        return _continue(run, file)
    return resume_run(run.id, file, options.manner_of(quiet=quiet, in_process=in_process, workers=workers))


def resume_run(run_ref: str | None, file: str | None, manner: Manner) -> int:
    """Take up a run that was interrupted: the one that is named, or the latest, of a file where it is given.

    A run that is over ends at once, as it did.

    Raises:
        UsageError: there is no such run, or somebody works on it.
    """
    from flowdesk.cli.taking_up import take_up

    with opened(file, read_only=False) as store:
        if run_ref is None:
            run = _latest(store, file, _is_interrupted, "was interrupted")
        else:
            run = meant(store, run_ref, file)
        if run.state is RunState.RUNNING:
            raise UsageError(f"run {run.number} is under way: another process works on it")
        if run.state is not RunState.INTERRUPTED:
            return _over(run)
        return take_up(store, run, manner)


def _latest(store: Store, file: str | None, accepts: Callable[[RunRow], bool], which: str) -> RunRow:
    """As `latest`. A run that was imported runs code from elsewhere, and so must be named."""
    imported = store.imported_runs()
    return latest(store, file, lambda run: run.number not in imported and accepts(run), which)


def _continue(run: RunRow, file: str | None) -> int:
    with opened(file, read_only=False) as store:
        answer = ask(store, run, Wish("resume"))
    return tell(run, answer or "nothing to do, because the run is over")


def _over(run: RunRow) -> int:
    more = "" if run.state is RunState.SUCCESS else f"; to run again what failed: flowdesk retry {run.number}"
    click.echo(f"Run {run.number}: nothing to resume, because it is over: {run.state}{more}", err=True)
    return int(run.state is not RunState.SUCCESS)


def _is_interrupted(run: RunRow) -> bool:
    return run.state is RunState.INTERRUPTED


def _can_go_on(run: RunRow) -> bool:
    return _is_interrupted(run) or (run.paused and run.state is RunState.RUNNING)
