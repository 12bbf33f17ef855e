"""Where a value came from and where it went: who pushed it, who pulled it, when, and as which argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flowdesk.plan.instances import name_of

if TYPE_CHECKING:
    from flowdesk.store.rows import PullRow, RunRow, ValueRow
    from flowdesk.store.store import Store

LATER_RUNS = 50
"""Runs of the file, the newest ones, in which it is looked for pulls of a value of an earlier run."""


class Hand(NamedTuple):
    """One hand that the value went through. `argument` is None for the push, `run` for the run itself."""

    at: float
    task: str
    name: str
    try_number: int
    argument: str | None
    run: RunRow | None = None


def read_lineage(store: Store, path: str, row: ValueRow) -> list[Hand]:
    """Ask the store for the push of a value and all its pulls, in the order of time."""
    hands = [Hand(row.pushed_at, row.task, row.name, row.try_number, None)]
    hands += [_hand(pull) for pull in store.pulls(row.run_id) if _is_of(pull, row, None)]
    for run in store.runs(path=path, limit=LATER_RUNS):
        if run.id != row.run_id and run.started_at >= row.pushed_at:
            hands += [_hand(pull, run) for pull in store.pulls(run.id) if _is_of(pull, row, row.run_id)]
    return sorted(hands, key=lambda hand: (hand.argument is not None, hand.at, hand.name))


def _is_of(pull: PullRow, row: ValueRow, run_id: str | None) -> bool:
    """Whether a pull took this value: of that run (None: its own), task and try."""
    source = (pull.source_run, pull.source_task, pull.key, pull.source_try)
    same_task = source == (run_id, row.task, row.key, row.try_number)
    return same_task and pull.source_map_index == row.map_index


def _hand(pull: PullRow, run: RunRow | None = None) -> Hand:
    name = name_of(pull.task, pull.map_index)
    return Hand(pull.pulled_at, pull.task, name, pull.try_number, pull.argument, run)
