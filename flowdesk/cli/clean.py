"""`flowdesk clean`: remove old runs with all that was kept of them."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.paths import identity
from flowdesk.cli.run_list import run_table
from flowdesk.cli.stored import opened
from flowdesk.cli.terminal import sure, width_of
from flowdesk.errors import UsageError
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow

MOST_LISTED = 20
MOST_LOOKED_AT = 1000


@click.command()
@options.pipeline_file(required=False)
@click.option("--older-than", metavar="DURATION", help='Runs that ended longer ago: "30d", "12h", "2w".')
@click.option("--keep", metavar="N", type=click.IntRange(min=0), help="Keep the newest N of each pipeline.")
@options.yes
@options.store_option
def clean(file: str | None, *, older_than: str | None, keep: int | None, yes: bool) -> None:
    r"""Remove old runs with their tries, values and logs; of FILE, or of all pipelines.

    Lists them and asks, unless --yes. With both options, what goes is older and not among the newest N.
    A run that is under way is never removed.

    \b
    Examples:
      flowdesk clean --older-than 30d
      flowdesk clean --keep 10 pipelines/xcom.toml
      flowdesk clean --older-than 12h --keep 5 --yes
    """
    if older_than is None and keep is None:
        raise UsageError("what is to go? Say --older-than 30d, --keep 10, or both; --keep 0 means all runs")
    before = float("inf") if older_than is None else time.time() - _seconds(older_than)
    path = str(identity(file)) if file else None
    with opened(file, read_only=False) as store:
        old = map(store.find_run, store.old_runs(path=path, keep=keep or 0, before=before))
        runs = [run for run in old if run.state is not RunState.RUNNING]
        if not runs:
            why = _why_none(store.runs(path=path, limit=MOST_LOOKED_AT), older_than, keep)
            click.echo(f"Nothing to remove: {why}.", err=True)
            return
        _list(runs, [store.idle(run.id) for run in runs[:MOST_LISTED]])
        sure(f"Remove {'this run' if len(runs) == 1 else f'these {len(runs):,} runs'} for good?", yes=yes)
        removed = store.clean(path=path, keep=keep or 0, before=before)
    click.echo(f"Removed {len(removed):,} run{'s' * (len(removed) != 1)}.")


def _seconds(text: str) -> float:
    """Return a duration in seconds.

    Raises:
        UsageError: it is none.
    """
    from flowdesk.model.durations import read_duration

    seconds = read_duration(text)
    if seconds is None:
        raise UsageError(f'--older-than {text} is no duration; write one as "30d", "12h" or "1h30m"')
    return seconds


def _why_none(runs: list[RunRow], older_than: str | None, keep: int | None) -> str:
    """Say why none of these runs goes."""
    mine = [run for run in runs if run.parent is None]
    if not runs:
        return "there is no run"
    if not mine:
        return "these runs are tasks of other runs, and go with those"
    if all(run.state is RunState.RUNNING for run in mine):
        return "what there is is under way"
    if keep and len(mine) <= keep:
        return f"there are {len(mine)}, and {keep} are to be kept"
    return f"no run that may go is older than {older_than}" if older_than else "none is left over"


def _list(runs: list[RunRow], idle: list[float]) -> None:
    click.echo("\n".join(run_table(runs[:MOST_LISTED], width_of(sys.stderr), idle=idle)), err=True)
    if len(runs) > MOST_LISTED:
        click.echo(f"… and {len(runs) - MOST_LISTED:,} more", err=True)
