"""Runs a pipeline again and again, each time with a kill -9 at another point, and looks what becomes of it.

A process of its own, as it forks for every run (what is imported once serves them all), and what forks
should have no threads. `python -m tests.faults.killing FOLDER FIRST STEP` takes every STEP-th point from
FIRST on, until a run gets through unhurt, and prints a line of JSON for each.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.local import Local
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.store.store import Store
from tests.faults.doomed import DoomedLocal, DoomedStore, Fate
from tests.faults.runs import Told, left_behind, seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan

RUN = "hurt"
SLOTS = 2


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


def hurt_at(plan: Plan, file: Path, home: Path, point: int | None) -> Told:
    """One run with a kill at a point, and all there is to know of what followed."""
    os.environ["FLOWDESK_HOME"] = str(home)
    place = Place(file, home)
    status = in_a_fork(lambda: run(plan, place, point))
    told: Told = {"point": point, "killed": os.WIFSIGNALED(status), "left": left_behind(home)}
    if not told["killed"]:
        told["points"] = int((home / "points").read_text()) if status == 0 else None
        return {**told, "after": seen(home, RUN)}
    told["before"] = seen(home, RUN)
    if told["before"] is not None:
        if told["before"]["run"] == "interrupted":
            told["resumed"] = in_a_fork(lambda: resume(place))
        told["after"] = seen(home, RUN)
        told["left"] += left_behind(home)
    return told


def plan_in(file: Path) -> Plan:
    """The plan of a pipeline's file."""
    checked = check(read(file))
    assert checked.plan is not None, checked.problems
    return checked.plan


def main(folder: Path, first: int, step: int) -> None:
    """Take every `step`-th point from `first` on, to the end of the run."""
    file = folder / "hurt.toml"
    plan = plan_in(file)
    point = first
    while True:
        told = hurt_at(plan, file, folder / f"home-{point}", point)
        print(json.dumps(told), flush=True)  # noqa: T201 - this is how it tells
        if not told["killed"]:
            break
        point += step


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
