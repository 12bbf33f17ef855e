"""Opening the store, and finding the run and the task that the user means."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.cli.paths import identity
from flowdesk.errors import UsageError
from flowdesk.store.address import url_for
from flowdesk.store.errors import RunUnknown
from flowdesk.store.home import home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flowdesk.store.reading import Reader
    from flowdesk.store.rows import RunRow, TaskRow, TryRow
    from flowdesk.store.store import Store

MOST_NAMES = 10
MOST_RUNS = 1000
"""How many runs back one is looked for that is in some state."""


@contextmanager
def opened(file: str | None = None, *, read_only: bool = True) -> Iterator[Store]:
    """Give the user's store, or the one that a pipeline's file names, and close it at the end."""
    from flowdesk.store.store import Store

    store = Store.open(home(), url=url_for(identity(file) if file else None), read_only=read_only)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def asked(file: str | None = None) -> Iterator[Reader]:
    """Give the same store for questions only, and close it: nothing is imported that writes."""
    from flowdesk.store.reading import Reader

    store = Reader.open(home(), url=url_for(identity(file) if file else None))
    try:
        yield store
    finally:
        store.close()


def meant(store: Reader, run_ref: str | None, file: str | None = None) -> RunRow:
    """Return the run that `run_ref` names; without one the latest, of `file` where that is given.

    Raises:
        UsageError: there is no such run.
    """
    path = str(identity(file)) if file else None
    found = store.find_run(run_ref, path=path)
    if run_ref is None and file is None and found.parent is not None:
        outer = (run for run in store.runs(limit=MOST_RUNS) if run.parent is None)
        return next(outer, found)  # runs that a task of another one started are meant where they are named
    return found


def meant_with_task(
    store: Reader, run_ref: str | None, task: str | None, file: str | None
) -> tuple[RunRow, str | None]:
    """Return the run and the task that are named; with a file, a task can be named without a run.

    Raises:
        UsageError: there is no such run.
    """
    try:
        return meant(store, run_ref, file), task
    except RunUnknown:
        if file is None or task is not None or run_ref is None or run_ref.isdigit():
            raise
        return meant(store, None, file), run_ref


def latest(store: Store, file: str | None, accepts: Callable[[RunRow], bool], which: str) -> RunRow:
    """Return the latest run, of a file where one is named, that is accepted.

    One that a task of another run started comes last. `which` says what is looked for: "is under way".

    Raises:
        UsageError: there is none.
    """
    last = meant(store, None, file)
    runs = [run for run in store.runs(path=last.path if file else None, limit=MOST_RUNS) if accepts(run)]
    if not runs:
        raise UsageError(f"no run {which}; the latest, run {last.number}, is {last.state}")
    return min(runs, key=lambda run: run.parent is not None)


def under_way(store: Store, run_ref: str | None, file: str | None) -> RunRow:
    """Return the run that is named, or the latest that is under way, of a file where one is named.

    Raises:
        UsageError: it is not under way, or none is.
    """
    if run_ref is None:
        return latest(store, file, lambda run: not run.state.is_final, "is under way")
    run = meant(store, run_ref, file)
    if run.state.is_final:
        raise UsageError(f"run {run.number} is not under way: it is {run.state}")
    return run


def task_of(store: Reader, run: RunRow, task: str) -> TaskRow:
    """Return a task of a run, by its name.

    Raises:
        UsageError: the run has no such task.
    """
    rows = {row.name: row for row in store.tasks(run.id)}
    if task not in rows:
        raise UsageError(f"run {run.number} has no task '{task}'{hint(task, rows)}")
    return rows[task]


def try_of(store: Reader, run: RunRow, task: str, number: int | None) -> TryRow | None:
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
    from difflib import get_close_matches

    known = list(names)
    if near := get_close_matches(name, known, n=1):
        return f", did you mean '{near[0]}'?"
    more = f" and {len(known) - MOST_NAMES:,} more" if len(known) > MOST_NAMES else ""
    return f"; there are {', '.join(known[:MOST_NAMES])}{more}" if known else ""
