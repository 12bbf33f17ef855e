"""kill -9 between the end of a try and its notice: nobody is told twice, and all that comes after is told.

A notice is sent after what it tells of was committed, so the one in between is lost: the store has it,
and the run is taken up as any other.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.local import Local
from flowdesk.plan.events import Event, EventKind
from flowdesk.store.store import Store
from tests.faults.killing import Place, plan_in
from tests.faults.runs import left_behind, states

if TYPE_CHECKING:
    from tests.journeys.terminal import Terminal

RUN = "r"
PIPELINE = """
[pipeline]
name = "p"
notify = { on = ["failed"], command = ["sh", "-c", 'echo "$FLOWDESK_EVENT ${FLOWDESK_TASK:-run}" >> told'] }

[defaults]
notify = { on = ["failed"], command = ["sh", "-c", 'echo "$FLOWDESK_EVENT ${FLOWDESK_TASK:-run}" >> told'] }

[tasks.a]
bash = "exit 1"

[tasks.b]
bash = "exit 1"
after = ["a"]
trigger_rule = "all_done"
"""


def die_at_the_first_end(events: list[Event]) -> None:
    if any(event.kind is EventKind.TRY_FINISHED for event in events):
        os.kill(os.getpid(), signal.SIGKILL)


def run_and_die(place: Place) -> None:
    """Be an engine that dies when the first end of a try is committed, before anybody is told."""
    with Store.open(place.home) as store, closing(Local(1)) as executor:
        store.watchers.append(die_at_the_first_end)
        request = RunRequest.now(place.file, PIPELINE, home=place.home, run_id=RUN)
        Engine(plan_in(place.file), request, store=store, executor=executor).run()


def test_nobody_is_told_twice_and_what_comes_after_is_told(terminal: Terminal, home: Path) -> None:
    file = terminal.write("p.toml", PIPELINE)
    code = f"from {__name__} import *; run_and_die(Place(Path(sys.argv[1]), Path(sys.argv[2])))"
    argv = [sys.executable, "-c", code, str(file), str(home)]
    assert subprocess.run(argv, cwd=Path(__file__).parents[2], check=False).returncode == -signal.SIGKILL
    assert left_behind(home) == []
    assert terminal.run("run", "--resume", RUN).code == 1
    assert states(home) == {"a": "failed", "b": "failed"}
    assert sorted((terminal.folder / "told").read_text().splitlines()) == ["failed b", "failed run"]
