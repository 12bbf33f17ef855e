"""Runs to hurt, seen from outside: what the store holds of one, if it is whole, and who is left of it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from flowdesk.executors.worker.process_tree import processes
from flowdesk.plan.states import TryState
from flowdesk.store.errors import StoreMissing
from flowdesk.store.store import Store
from tests.faults.stores import check_sound

PATIENCE = 20.0

# Any: what is told goes into JSON.
Told = dict[str, Any]


def seen(home: Path, run_id: str) -> Told | None:
    """What the store holds: states and last values by name, all successful tries, all values by row."""
    try:
        store = Store.open(home, read_only=True)
    except StoreMissing:
        return None
    with store:
        if run_id not in [run.id for run in store.runs()]:
            return None
        names = {row.name for row in store.tasks(run_id)}
        values = store.values(run_id)
        tries = store.tries(run_id)
        return {
            "run": store.find_run(run_id).state.value,
            "states": {row.name: row.state.value for row in store.tasks(run_id)},
            "values": {f"{row.name}:{row.key}": row.value for row in values},
            "rows": [[row.name, row.try_number, row.key, row.value] for row in values],
            "succeeded": sorted([one.name, one.number] for one in tries if one.state is TryState.SUCCESS),
            "open": sorted([one.name, one.number] for one in tries if one.state is TryState.RUNNING),
            "unknown": sorted({one.name for one in tries} - names),
        }


def states(home: Path, run_id: str | None = None) -> dict[str, str]:
    """The state of each task of a run (the latest by default), in a store that is found to be whole."""
    with Store.open(home) as store:
        check_sound(store)
        return {row.name: row.state.value for row in store.tasks(store.find_run(run_id).id)}


def parent(pid: int) -> int:
    """The process that a process comes from."""
    return next(process.parent for process in processes() if process.pid == pid)


def left_behind(home: Path) -> list[int]:
    """The processes that still carry this home in their environment, once they had time to end."""
    end = time.monotonic() + PATIENCE
    while (found := _carrying(f"FLOWDESK_HOME={home}")) and time.monotonic() < end:
        time.sleep(0.01)
    return found


def _carrying(variable: str) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                variables = (folder / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if variable.encode() in variables:
                found.append(int(folder.name))
    return found
