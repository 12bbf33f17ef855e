"""Kills the engine of a run with kill -9 while it answers requests, and looks what becomes of it.

A process of its own, as it forks for every run. `python -m tests.faults.answering FOLDER STEP` takes every
STEP-th point, until an engine gets through unhurt, and prints a line of JSON for each.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

from flowdesk.engine.run import Engine
from flowdesk.store.store import Store
from tests.faults.doomed import DoomedLocal, DoomedStore, Fate
from tests.faults.killing import RUN, SLOTS, Place, in_a_fork, plan_in, resume, run
from tests.faults.runs import Told, left_behind, seen, states

PIPELINE = """
[pipeline]
name = "asked"

[tasks.a]
bash = 'echo "n=1" >> "$FLOWDESK_PUSH"'
push = { n = "int" }

[tasks.b]
bash = 'echo "m=$n" >> "$FLOWDESK_PUSH"'
pull.n = { key = "n", from = "a" }
push = { m = "int" }
after = ["a"]

[tasks.fails]
bash = "exit 1"
push = { k = "int" }

[tasks.c]
bash = '[ "$FLOWDESK_TRY" != 1 ]'

[tasks.g]
bash = 'echo "k=1" >> "$FLOWDESK_PUSH"'
push = { k = "int" }

[tasks.h]
bash = 'echo "got=$k" >> "$FLOWDESK_PUSH"'
pull.k = { key = "k", from = "g" }
push = { got = "int" }

[tasks.end]
after = ["b", "fails", "c"]
"""


def asked(home: Path) -> list[int]:
    """Ask of a run that has ended what touches all of its tasks; gives the requests."""
    with Store.open(home) as store, store.transaction():
        return [
            store.add_request(RUN, "clear", "a", {"downstream": True}),
            store.add_request(RUN, "pause"),
            store.add_request(RUN, "resume"),
            store.add_request(RUN, "mark", "fails", {"state": "success", "values": {"k": "7"}}),
            store.add_request(RUN, "retry"),
            store.add_request(RUN, "edit", "g", {"values": {"k": "9"}}),
            store.add_request(RUN, "restore", "g", {"keys": ["k"], "rerun": "nothing"}),
            store.add_request(RUN, "edit", "g", {"values": {"k": "8"}, "rerun": "direct"}),
        ]


def answer(home: Path, fatal: int | None) -> None:
    """Be the engine that answers, and die at a point."""
    fate = Fate(fatal)
    DoomedStore.fate = fate
    with DoomedStore.open(home) as store, closing(DoomedLocal(SLOTS, fate)) as executor:
        Engine.resumed(RUN, store=store, executor=executor).run()


def hurt_at(file: Path, ended: Path, home: Path, point: int) -> Told:
    """Answer with a kill at a point, take up what is left, and tell."""
    shutil.copytree(ended, home)
    os.environ["FLOWDESK_HOME"] = str(home)
    asked(home)
    status = in_a_fork(lambda: answer(home, point))
    told: Told = {"point": point, "killed": os.WIFSIGNALED(status), "left": left_behind(home)}
    if told["killed"]:
        told["resumed"] = in_a_fork(lambda: resume(Place(file, home)))
    states(home, RUN)
    with Store.open(home) as store:
        told["answers"] = [request.answer for request in store.requests(RUN)]
    return {**told, "after": seen(home, RUN), "left": told["left"] + left_behind(home)}


def main(folder: Path, step: int) -> None:
    """Run it once, and have copies of its end answered."""
    file = folder / "asked.toml"
    file.write_text(PIPELINE)
    ended = folder / "ended"
    os.environ["FLOWDESK_HOME"] = str(ended)
    plan = plan_in(file)
    assert in_a_fork(lambda: run(plan, Place(file, ended), None)) == 0
    point = 1
    while True:
        told = hurt_at(file, ended, folder / f"home-{point}", point)
        print(json.dumps(told), flush=True)  # noqa: T201 - this is how it tells
        if not told["killed"]:
            break
        point += step


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
