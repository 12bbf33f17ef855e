"""SIGSTOP of the engine or of a worker for longer than a task may take, and SIGCONT after it."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

from flowdesk.store.database import FILE_NAME
from flowdesk.store.store import Store
from tests.faults.runs import parent
from tests.journeys.terminal import interrupt, wait_for_event

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.journeys.terminal import Terminal

HEAD = '[pipeline]\nname = "p"\n'


def wait_until_stopped(pid: int) -> None:
    os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOWAIT)


def stop_between_commits(process: subprocess.Popen[str], home: Path) -> None:
    """Stop an engine where it holds no lock on the store, which others would rightly wait for."""
    while True:
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)
        with closing(sqlite3.connect(home / FILE_NAME, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                process.send_signal(signal.SIGCONT)
            else:
                return


def outlast(seconds: float) -> None:
    """Wait for so long that something is due: here, time itself is the condition."""
    threading.Event().wait(seconds)


def test_what_ended_in_time_while_the_engine_was_stopped_did_not_time_out(terminal: Terminal) -> None:
    for pipe in ("gate", "over"):
        os.mkfifo(terminal.folder / pipe)
    terminal.write("p.toml", HEAD + '[tasks.a]\nbash = "read _ < gate; echo > over"\ntimeout = "1s"\n')
    process = terminal.start("run", "p.toml", "--json")
    wait_for_event(process, "try_started")
    gate = os.open(terminal.folder / "gate", os.O_WRONLY)
    process.send_signal(signal.SIGSTOP)
    wait_until_stopped(process.pid)
    os.write(gate, b"\n")
    os.close(gate)
    (terminal.folder / "over").read_text()
    assert terminal.run("logs", "a", "-t").code == 0, "whoever only looks is not kept waiting"
    outlast(1.0)
    process.send_signal(signal.SIGCONT)
    process.communicate(timeout=30)
    assert process.returncode == 0
    (run,) = terminal.json("runs")
    assert run["state"] == "success"


def test_a_task_that_overran_while_the_engine_was_stopped_is_ended_after_it(
    terminal: Terminal, home: Path
) -> None:
    terminal.write("p.toml", HEAD + '[tasks.a]\nbash = "sleep 1000"\ntimeout = "1s"\n')
    process = terminal.start("run", "p.toml", "--json")
    wait_for_event(process, "try_started")
    stop_between_commits(process, home)
    (run,) = terminal.json("runs")
    assert run["state"] == "running", "an engine that is stopped is not dead"
    refused = terminal.run("run", "--resume")
    assert (refused.code, len(refused.err.splitlines())) == (2, 1), refused
    asking = terminal.start("pause")
    with Store.open(home, read_only=True) as store:
        while not store.open_requests(run["id"]):
            outlast(0.01)
    process.send_signal(signal.SIGCONT)
    process.communicate(timeout=30)
    assert process.returncode == 1
    asking.communicate(timeout=30)
    assert asking.returncode == 0, "whatever it was asked, it answers once it goes on"


def test_a_worker_that_is_stopped_is_ended_at_its_timeout(terminal: Terminal) -> None:
    os.mkfifo(terminal.folder / "pid")
    terminal.write(
        "work.py",
        "import os, signal\n\n\ndef stop():\n"
        "    with open('pid', 'w') as pipe:\n        pipe.write(f'{os.getpid()} {os.getppid()}')\n"
        "    signal.pause()\n",
    )
    terminal.write(
        "p.toml",
        HEAD + '[tasks.a]\npython = "work:stop"\ntimeout = "0.5s"\n'
        '[tasks.b]\nbash = "true"\nafter = ["a"]\ntrigger_rule = "all_done"\n',
    )
    process = terminal.start("run", "p.toml", "--json")
    for pid in (terminal.folder / "pid").read_text().split():
        os.kill(int(pid), signal.SIGSTOP)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (1, ""), out
    assert "timed out after 0.5s" in out


def test_a_worker_that_is_stopped_ends_with_its_engine(terminal: Terminal) -> None:
    os.mkfifo(terminal.folder / "pid")
    terminal.write("p.toml", HEAD + '[tasks.a]\nbash = "echo $PPID > pid; setsid sleep 1000 & sleep 1000"\n')
    process = terminal.start("run", "p.toml")
    runner = int((terminal.folder / "pid").read_text())
    for pid in (runner, parent(runner)):
        os.kill(pid, signal.SIGSTOP)
    interrupt(process, signal.SIGKILL)


def test_a_run_that_is_stopped_and_killed_can_be_taken_up(terminal: Terminal, tmp_path: Path) -> None:
    terminal.write(
        "p.toml", HEAD + f'[tasks.a]\nbash = "until [ -e {tmp_path}/gate ]; do sleep 0.05; done"\n'
    )
    process = terminal.start("run", "p.toml", "--json")
    wait_for_event(process, "try_started")
    process.send_signal(signal.SIGSTOP)
    wait_until_stopped(process.pid)
    interrupt(process, signal.SIGKILL)
    (tmp_path / "gate").touch()
    assert terminal.run("run", "--resume").code == 0
