"""Two engines are asked to run the same run: one does, the other says so and leaves."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.faults.runs import states
from tests.journeys.terminal import interrupt, wait_for_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.terminal import Terminal

PIPELINE = """
[pipeline]
name = "p"

[tasks.a]
bash = "echo ran >> a.txt; until [ -e gate ]; do sleep 0.02; done"

[tasks.b]
bash = "echo ran >> b.txt"
after = ["a"]
"""


def both(terminal: Terminal, *arguments: str) -> tuple[int, str]:
    """Start the same thing twice at once; one must end well. Gives how the other ended, and what it said."""
    processes = [terminal.start(*arguments) for _ in range(2)]
    told = [(process, *process.communicate(timeout=60)) for process in processes]
    (well,) = [out for process, out, _ in told if process.returncode == 0]
    ((code, err),) = [(process.returncode, err) for process, _, err in told if process.returncode]
    assert "2 succeeded" in well or "success" in well, well
    return code, err


@pytest.mark.parametrize("time", range(3))
def test_of_two_runs_of_one_id_one_is_refused(terminal: Terminal, home: Path, time: int) -> None:
    terminal.write("p.toml", PIPELINE)
    terminal.write("gate", "")
    code, said = both(terminal, "run", "p.toml", "--run-id", f"same{time}")
    assert (code, said) == (
        2,
        f"flowdesk: there is a run 'same{time}' already; give the new one another id\n",
    )
    assert states(home) == {"a": "success", "b": "success"}
    assert (terminal.folder / "b.txt").read_text() == "ran\n"


@pytest.mark.parametrize("time", range(2))
def test_of_two_that_take_a_run_up_one_is_refused(terminal: Terminal, home: Path, time: int) -> None:
    terminal.write("p.toml", PIPELINE)
    process = terminal.start("run", "p.toml", "--run-id", f"same{time}", "--json")
    wait_for_event(process, "try_started")
    interrupt(process, signal.SIGKILL)
    two = [terminal.start("run", "--resume", f"same{time}", "--json") for _ in range(2)]
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # one leaves, as the gate keeps the other one in
    (terminal.folder / "gate").touch()
    told = [(process.communicate(timeout=60)[1], process.returncode) for process in two]
    (said,) = [err for err, code in told if code == 2]
    assert (0 in [code for _, code in told], len(said.splitlines())) == (True, 1), told
    assert "works on" in said
    assert states(home) == {"a": "success", "b": "success"}
    assert (terminal.folder / "b.txt").read_text() == "ran\n"
