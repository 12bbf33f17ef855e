"""kill -9 while a pipeline runs as a task of another one: of the outer engine, or of the inner one alone."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.faults.runs import left_behind, parent, seen
from tests.journeys.terminal import interrupt

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.journeys.terminal import Terminal

INNER = """
[tasks.first]
bash = 'echo ran >> first.txt; echo n=1 >> "$FLOWDESK_PUSH"'
push = { n = "int" }

[tasks.second]
bash = "setsid sleep 1000 & echo $PPID > started; until [ -e gate ]; do sleep 0.02; done"
after = ["first"]
"""
OUTER = """
[pipeline]
name = "outer"

[tasks.inner]
pipeline = "inner.toml"
push.n = { type = "int", from = "first:n" }
retries = 1

[tasks.last]
bash = 'echo "m=$n" >> "$FLOWDESK_PUSH"'
pull.n = { key = "n", from = "inner" }
push = { m = "int" }
"""
ENDED = {"inner:n": "1", "last:m": "1"}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of all that the test starts."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def begun(terminal: Terminal, temporary: Path) -> subprocess.Popen[str]:
    """A run that begins, with an inner run in it that waits for a gate."""
    assert temporary.is_dir()
    os.mkfifo(terminal.folder / "started")
    terminal.write("inner.toml", INNER)
    terminal.write("outer.toml", OUTER)
    return terminal.start("run", "outer.toml", "--run-id", "outer", "--quiet")


def engine_of(terminal: Terminal) -> int:
    """The process that works on the inner run, once that is in its middle."""
    runner = int((terminal.folder / "started").read_text())
    (terminal.folder / "started").unlink()
    return parent(parent(runner))


def test_what_is_left_of_both_runs_is_taken_up_and_no_process_is(
    terminal: Terminal, begun: subprocess.Popen[str], home: Path, temporary: Path
) -> None:
    assert engine_of(terminal) != begun.pid
    assert len(list(temporary.iterdir())) == 2, "each of the two workers has a file"
    interrupt(begun, signal.SIGKILL)
    assert left_behind(home) == []
    assert list(temporary.iterdir()) == []
    (terminal.folder / "gate").touch()
    assert terminal.run("run", "--resume", "outer", "--quiet") == (0, "", "")
    outer, inner = seen(home, "outer"), seen(home, "outer/inner")
    assert outer is not None
    assert inner is not None
    assert (outer["values"], outer["run"], inner["run"]) == (ENDED, "success", "success")
    assert outer["open"] == inner["open"] == []
    assert (terminal.folder / "first.txt").read_text() == "ran\n", "what succeeded in the inner run stays"


def test_an_inner_engine_that_is_killed_fails_its_try_and_the_next_is_a_new_run(
    terminal: Terminal, begun: subprocess.Popen[str], home: Path, temporary: Path
) -> None:
    inner = engine_of(terminal)
    (terminal.folder / "gate").touch()
    os.kill(inner, signal.SIGKILL)
    assert begun.communicate(timeout=30) == ("", "")
    assert list(temporary.iterdir()) == []
    outer = seen(home, "outer")
    assert outer is not None
    assert (outer["values"], outer["succeeded"]) == (ENDED, [["inner", 2], ["last", 1]])
    assert (terminal.folder / "first.txt").read_text() == "ran\nran\n"
