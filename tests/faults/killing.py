"""Runs a pipeline again and again, each time with a kill -9 at another point, and looks what becomes of it.

A process of its own, as it forks for every run (what is imported once serves them all), and what forks
should have no threads. `python -m tests.faults.killing FOLDER FIRST STEP` takes every STEP-th point from
FIRST on, until a run gets through unhurt, and prints a line of JSON for each.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.local import Local
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.plan.states import TryState
from flowdesk.store.errors import StoreMissing
from flowdesk.store.store import Store
from tests.faults.doomed import DoomedLocal, DoomedStore, Fate

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan

RUN = "hurt"
SLOTS = 2
PATIENCE = 20.0

# Any: what is told goes into JSON.
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one run happens: the pipeline's file and a home of its own."""

    file: Path
    home: Path


def in_a_fork(what: Callable[[], object]) -> int:
    """Do something in a process of its own; gives its wait status. What it raises is printed there."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            what()
            code = 0
        except BaseException:  # noqa: BLE001 - the border of the process
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    return status


def run(plan: Plan, place: Place, fatal: int | None) -> None:
    """Run it with a kill at a point; how many points were passed stands in `points` if it gets through."""
    fate = Fate(fatal)
    DoomedStore.fate = fate
    with DoomedStore.open(place.home) as store, closing(DoomedLocal(SLOTS, fate)) as executor:
        request = RunRequest.now(place.file, place.file.read_text(), home=place.home, run_id=RUN)
        Engine(plan, request, store=store, executor=executor).run()
    (place.home / "points").write_text(str(fate.passed))


def resume(place: Place) -> None:
    """Go on with what the kill has left."""
    with Store.open(place.home) as store, closing(Local(SLOTS)) as executor:
        Engine.resumed(RUN, store=store, executor=executor).run()


def seen(home: Path) -> Told | None:
    """What the store holds: states and last values by name, all successful tries, all values by row."""
    try:
        store = Store.open(home, read_only=True)
    except StoreMissing:
        return None
    with store:
        if not store.runs():
            return None
        names = {row.name for row in store.tasks(RUN)}
        values = store.values(RUN)
        tries = store.tries(RUN)
        return {
            "run": store.find_run(RUN).state.value,
            "states": {row.name: row.state.value for row in store.tasks(RUN)},
            "values": {f"{row.name}:{row.key}": row.value for row in values},
            "rows": [[row.name, row.try_number, row.key, row.value] for row in values],
            "succeeded": sorted([one.name, one.number] for one in tries if one.state is TryState.SUCCESS),
            "open": sorted([one.name, one.number] for one in tries if one.state is TryState.RUNNING),
            "unknown": sorted({one.name for one in tries} - names),
        }


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


def hurt_at(plan: Plan, file: Path, home: Path, point: int | None) -> Told:
    """One run with a kill at a point, and all there is to know of what followed."""
    os.environ["FLOWDESK_HOME"] = str(home)
    place = Place(file, home)
    status = in_a_fork(lambda: run(plan, place, point))
    told: Told = {"point": point, "killed": os.WIFSIGNALED(status), "left": left_behind(home)}
    if not told["killed"]:
        told["points"] = int((home / "points").read_text()) if status == 0 else None
        return {**told, "after": seen(home)}
    told["before"] = seen(home)
    if told["before"] is not None:
        if told["before"]["run"] == "interrupted":
            told["resumed"] = in_a_fork(lambda: resume(place))
        told["after"] = seen(home)
        told["left"] += left_behind(home)
    return told


def main(folder: Path, first: int, step: int) -> None:
    """Take every `step`-th point from `first` on, to the end of the run."""
    file = folder / "hurt.toml"
    checked = check(read(file))
    assert checked.plan is not None, checked.problems
    point = first
    while True:
        told = hurt_at(checked.plan, file, folder / f"home-{point}", point)
        print(json.dumps(told), flush=True)  # noqa: T201 - this is how it tells
        if not told["killed"]:
            break
        point += step


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
