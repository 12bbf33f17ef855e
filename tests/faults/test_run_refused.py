"""A store that is damaged, read-only or locked: every command says so in one sentence, and hurts nothing."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.faults.runs import states
from tests.faults.test_store_full import namespaces_are_there
from tests.journeys.terminal import COMMAND, interrupt, wait_for_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journeys.terminal import Terminal

PIPELINE = """
[pipeline]
name = "p"

[tasks.a]
bash = "echo begun; touch begun; until [ -e gate ]; do sleep 0.02; done; echo done"

[tasks.b]
bash = "echo done"
after = ["a"]
"""
PAGE = 4096
WRITING = (("run", "p.toml"), ("run", "--resume", "1"), ("cancel", "1"))
READING = (("runs",), ("show", "1"), ("logs", "a"), ("xcom", "list"))


@pytest.fixture
def interrupted(terminal: Terminal) -> Terminal:
    """A terminal whose store has one run, which was interrupted."""
    terminal.write("p.toml", PIPELINE)
    process = terminal.start("run", "p.toml", "--quiet")
    while not (terminal.folder / "begun").exists():
        pass
    interrupt(process, signal.SIGKILL)
    (terminal.folder / "gate").touch()
    return terminal


def damage(home: Path, what: str) -> bytes:
    """Damage a store; gives the file's content."""
    file = home / "flowdesk.db"
    with sqlite3.connect(file, isolation_level=None) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = file.read_bytes()
    if what == "its tables":
        content = content[:PAGE] + b"\xaa" * (len(content) - PAGE)
    else:
        content = b"\xff" * 200 + content[200:]
    file.write_bytes(content)
    return content


@pytest.mark.parametrize("what", ["its header", "its tables"])
def test_a_damaged_store_is_told_by_every_command_and_left_as_it_is(
    interrupted: Terminal, home: Path, what: str
) -> None:
    content = damage(home, what)
    processes = [interrupted.start(*command) for command in (*WRITING, *READING)]
    for process in processes:
        out, err = process.communicate(timeout=30)
        assert (process.returncode, out) == (1, ""), process.args
        assert (err[:10], err.count("\n"), "flowdesk.db" in err) == ("flowdesk: ", 1, True), err
    assert (home / "flowdesk.db").read_bytes() == content


@pytest.mark.parametrize("what", ["garbage", "nothing"])
def test_a_store_that_is_damaged_in_mid_run_is_told_then_or_by_the_next_command(
    terminal: Terminal, home: Path, what: str
) -> None:
    terminal.write("p.toml", PIPELINE)
    process = terminal.start("run", "p.toml", "--quiet")
    while not (terminal.folder / "begun").exists():
        pass
    for file in (home / "flowdesk.db", home / "flowdesk.db-wal"):
        content = os.urandom(file.stat().st_size) if what == "garbage" else b""
        with file.open("r+b") as stream:
            stream.truncate(len(content))
            stream.write(content)
    (terminal.folder / "gate").touch()
    _, err = process.communicate(timeout=30)
    if process.returncode:  # else SQLite had all that it needed in its memory
        assert (process.returncode, err[:10], err.count("\n")) == (1, "flowdesk: ", 1), err
    told = terminal.run("runs")
    assert "Traceback" not in told.err
    assert told.code == 1 or what == "nothing", told


@pytest.mark.skipif(
    sys.platform != "linux" or (os.geteuid() != 0 and not namespaces_are_there()),
    reason="nothing can be mounted",
)
def test_a_store_on_a_read_only_disk_is_read_and_every_change_refused(
    interrupted: Terminal, home: Path
) -> None:
    unshare = str(shutil.which("unshare"))
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    mount = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    before = [unshare, "--mount", *as_root, "sh", "-c", mount, str(home), *COMMAND]
    for command in (*WRITING, *READING):
        done = subprocess.run(
            [*before, *command], cwd=interrupted.folder, capture_output=True, text=True, check=False
        )
        if command in WRITING:
            assert (done.returncode, done.stdout) == (1, ""), done
            assert (done.stderr[:10], done.stderr.count("\n")) == ("flowdesk: ", 1), done
            assert "cannot be written" in done.stderr
        else:
            assert done.returncode == 0, done
    assert interrupted.run("run", "--resume", "1").code == 0


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """While inside, another program keeps the store locked."""
    other = sqlite3.connect(home / "flowdesk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_a_run_waits_for_a_lock_that_is_soon_released(terminal: Terminal, home: Path) -> None:
    terminal.write("p.toml", PIPELINE)
    process = terminal.start("run", "p.toml", "--json")
    wait_for_event(process, "try_started")
    with locked(home):
        (terminal.folder / "gate").touch()
        assert terminal.run("runs").code == 0, "whoever only looks is not kept waiting"
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert states(home) == {"a": "success", "b": "success"}


def test_a_run_ends_in_a_sentence_where_a_lock_stays_and_is_taken_up_after_it(
    terminal: Terminal, home: Path
) -> None:
    terminal.write("p.toml", PIPELINE)
    process = terminal.start("run", "p.toml", "--run-id", "r", "--json")
    wait_for_event(process, "try_started")
    with locked(home):
        (terminal.folder / "gate").touch()
        asking = terminal.start("pause", "r")
        for one in (process, asking):
            _, err = one.communicate(timeout=60)
            assert one.returncode == 1
            assert (err[:10], err.count("\n")) == ("flowdesk: ", 1), err
            assert "locked by another program" in err
    assert terminal.run("run", "--resume", "r").code == 0
    assert states(home) == {"a": "success", "b": "success"}
