"""Runs a pipeline, keeps the store's files as they stand at every commit, and takes the run up from copies.

That is what a power cut leaves. A process of its own, as it forks for every run. `python -m
tests.faults.cutting FOLDER COPIES` takes so many of the copies and prints a line of JSON for each.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.local import Local
from flowdesk.store.store import Store
from tests.faults.killing import RUN, SLOTS, Place, in_a_fork, plan_in, resume
from tests.faults.runs import left_behind, seen, states
from tests.faults.stores import copied

if TYPE_CHECKING:
    from collections.abc import Iterator


class CopiedStore(Store):
    """A store that is copied after each commit, into `1`, `2`, … of a folder."""

    copies: Path
    taken = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Copy after it."""
        with super().transaction():
            yield
        self.taken += 1
        copied(self, self.copies / str(self.taken))


def run(place: Place) -> None:
    """Run it, and copy meanwhile."""
    plan = plan_in(place.file)
    with CopiedStore.open(place.home) as store, closing(Local(SLOTS)) as executor:
        request = RunRequest.now(place.file, place.file.read_text(), home=place.home, run_id=RUN)
        Engine(plan, request, store=store, executor=executor).run()


def main(folder: Path, wanted: int) -> None:
    """Take so many copies, evenly over the run; the last one is of its end."""
    place = Place(folder / "hurt.toml", folder / "home")
    CopiedStore.copies = folder / "copies"
    os.environ["FLOWDESK_HOME"] = str(place.home)
    assert in_a_fork(lambda: run(place)) == 0
    commits = len(list(CopiedStore.copies.iterdir()))
    for number in sorted({round(1 + step * (commits - 1) / (wanted - 1)) for step in range(wanted)}):
        home = CopiedStore.copies / str(number)
        os.environ["FLOWDESK_HOME"] = str(home)
        before = seen(home, RUN)
        status = in_a_fork(lambda home=home: resume(Place(place.file, home)))  # type: ignore[misc]  # the home of now
        states(home, RUN)
        told = {"commit": number, "status": status, "before": before, "after": seen(home, RUN)}
        print(json.dumps({**told, "left": left_behind(home)}), flush=True)  # noqa: T201 - this is how it tells


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
