"""The pipeline's file is edited, broken or deleted in mid-run, and so is its module: the run keeps its own.

What is kept is the file. A module is imported by each worker when it first needs it, so of a module that is
edited in mid-run a try gets what its worker has, and after the engine's end the edited one.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.faults.runs import seen
from tests.journeys.terminal import interrupt

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.terminal import Terminal

PIPELINE = """
[pipeline]
name = "p"

[tasks.first]
python = "work:first"
returns = "int"

[tasks.gated]
bash = "echo > started; until [ -e gate ]; do sleep 0.02; done"
after = ["first"]

[tasks.last]
python = "work:last"
pull.n = "first"
returns = "int"
after = ["gated"]
"""
MODULE = "def first():\n    return 1\n\n\ndef last(n):\n    return n + {}\n"

EDITS: dict[str, Callable[[Path], object]] = {
    "edited": lambda file: file.write_text(
        PIPELINE.replace("tasks.last", "tasks.other") + '[tasks.more]\nbash = "false"\n'
    ),
    "broken": lambda file: file.write_text('[pipeline\nname = "'),
    "deleted": lambda file: file.unlink(),
    "a folder now": lambda file: file.rename(file.with_suffix(".old")).with_suffix(".toml").mkdir(),
}


def begun(terminal: Terminal) -> subprocess.Popen[str]:
    """Start a run and wait until it is in its middle."""
    os.mkfifo(terminal.folder / "started")
    terminal.write("p.toml", PIPELINE)
    terminal.write("work.py", MODULE.format(1))
    process = terminal.start("run", "p.toml", "--run-id", "r", "--quiet")
    (terminal.folder / "started").read_text()
    return process


@pytest.mark.parametrize("edit", EDITS)
def test_a_run_keeps_its_definition_also_when_it_is_taken_up(
    terminal: Terminal, home: Path, edit: str
) -> None:
    process = begun(terminal)
    EDITS[edit](terminal.folder / "p.toml")
    if edit == "edited":  # goes on
        (terminal.folder / "gate").touch()
        assert process.communicate(timeout=30)[1] == ""
    else:  # and is taken up
        interrupt(process, signal.SIGKILL)
        (terminal.folder / "started").unlink()
        (terminal.folder / "gate").touch()
        assert terminal.run("run", "--resume", "r", "--quiet") == (0, "", "")
    ended = seen(home, "r")
    assert ended is not None
    assert ended["states"] == {"first": "success", "gated": "success", "last": "success"}
    assert ended["values"] == {"first:return_value": "1", "last:return_value": "2"}
    assert terminal.run("show", "r").code == 0


def test_of_an_edited_module_a_run_that_is_taken_up_gets_the_new_one(terminal: Terminal, home: Path) -> None:
    process = begun(terminal)
    terminal.write("work.py", MODULE.format(10))
    interrupt(process, signal.SIGKILL)
    (terminal.folder / "started").unlink()
    (terminal.folder / "gate").touch()
    assert terminal.run("run", "--resume", "r", "--quiet").code == 0
    ended = seen(home, "r")
    assert ended is not None
    assert ended["values"] == {"first:return_value": "1", "last:return_value": "11"}


def test_a_module_that_is_gone_fails_its_task_and_can_be_put_back(terminal: Terminal, home: Path) -> None:
    process = begun(terminal)
    (terminal.folder / "work.py").unlink()
    interrupt(process, signal.SIGKILL)
    (terminal.folder / "started").unlink()
    (terminal.folder / "gate").touch()
    told = terminal.run("run", "--resume", "r", "--quiet")
    assert told.code == 1
    assert "No module named 'work'" in told.err
    terminal.write("work.py", MODULE.format(1))
    assert terminal.run("retry", "r", "--quiet").code == 0
    ended = seen(home, "r")
    assert ended is not None
    assert ended["values"] == {"first:return_value": "1", "last:return_value": "2"}
