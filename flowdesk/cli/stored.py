"""Opening the store, and finding the run and the task that the user means."""

from __future__ import annotations

from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING

from flowdesk.cli.paths import identity
from flowdesk.errors import UsageError
from flowdesk.store.home import home
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flowdesk.store.rows import RunRow, TaskRow, TryRow

MOST_NAMES = 10


@contextmanager
def opened(*, read_only: bool = True) -> Iterator[Store]:
    """Give the user's store, and close it at the end."""
    store = Store.open(home(), read_only=read_only)
    try:
        yield store
    finally:
        store.close()


def meant(store: Store, run_ref: str | None, file: str | None = None) -> RunRow:
    """Return the run that `run_ref` names; without one the latest, of `file` where that is given.

    Raises:
        UsageError: there is no such run.
    """
    return store.find_run(run_ref, path=str(identity(file)) if file else None)


def task_of(store: Store, run: RunRow, task: str) -> TaskRow:
    """Return a task of a run.

    Raises:
        UsageError: the run has no such task.
    """
    rows = {row.task: row for row in store.tasks(run.id)}
    if task not in rows:
        raise UsageError(f"run {run.number} has no task '{task}'{hint(task, rows)}")
    return rows[task]


def try_of(store: Store, run: RunRow, task: str, number: int | None) -> TryRow | None:
    """Return that try of a task, or its last; None: it has had none.

    Raises:
        UsageError: the run has no such task, or the task had tries, but not that one.
    """
    task_of(store, run, task)
    tries = store.tries(run.id, task)
    found = [row for row in tries if number in (None, row.number)]
    if tries and not found:
        had = f"{len(tries)} {'tries' if len(tries) > 1 else 'try'}"
        raise UsageError(f"task '{task}' of run {run.number} had {had}, no {number}")
    return found[-1] if found else None


def hint(name: str, names: Iterable[str]) -> str:
    """Return the end of a sentence about an unknown name: the one that is near, or all there are."""
    known = list(names)
    if near := get_close_matches(name, known, n=1):
        return f", did you mean '{near[0]}'?"
    more = f" and {len(known) - MOST_NAMES:,} more" if len(known) > MOST_NAMES else ""
    return f"; there are {', '.join(known[:MOST_NAMES])}{more}" if known else ""
