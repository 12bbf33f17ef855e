"""The terminal closes: the run ends in good order, or goes on where its user said that it shall (`nohup`)."""

from __future__ import annotations

import os
import pty
import signal
from typing import TYPE_CHECKING

from flowdesk.cli.border import NO_READER
from tests.faults.runs import states
from tests.journeys.terminal import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.terminal import Terminal

PIPELINE = """
[pipeline]
name = "p"

[tasks.a]
bash = "echo > started; until [ -e gate ]; do sleep 0.02; done"

[tasks.b]
bash = "echo done"
after = ["a"]
"""


def close_in_mid_run(terminal: Terminal, *, is_heard: bool) -> int:
    """Start a run in a terminal and close that; gives how the process ended."""
    os.mkfifo(terminal.folder / "started")
    terminal.write("p.toml", PIPELINE)
    pid, master = pty.fork()
    if pid == 0:
        if not is_heard:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        os.chdir(terminal.folder)
        os.environ["TERM"] = "xterm-256color"
        os.execv(COMMAND[0], [*COMMAND, "run", "p.toml"])  # noqa: S606 - the argv is ours
    (terminal.folder / "started").read_text()
    os.close(master)
    if not is_heard:
        (terminal.folder / "gate").touch()
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def test_a_run_whose_terminal_closes_is_cancelled_in_good_order(terminal: Terminal, home: Path) -> None:
    assert close_in_mid_run(terminal, is_heard=True) == NO_READER
    assert states(home) == {"a": "cancelled", "b": "cancelled"}
    (run,) = terminal.json("runs")
    assert (run["state"], run["reason"]) == ("cancelled", "ended by SIGHUP")


def test_a_run_that_ignores_hangups_goes_on_without_its_terminal(terminal: Terminal, home: Path) -> None:
    assert close_in_mid_run(terminal, is_heard=False) == NO_READER
    assert states(home) == {"a": "success", "b": "success"}
