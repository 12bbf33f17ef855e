"""A run and those who end it or look on: signals, `cancel`, `logs --follow`, a reader that leaves."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.journeys.terminal import Terminal, interrupt, is_alive, wait_for_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = '[pipeline]\nname = "p"\n'


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in an empty folder, with a store of its own."""
    with Terminal(tmp_path / "here") as here:
        yield here


@pytest.fixture
def sleeping(terminal: Terminal) -> Terminal:
    """A terminal with a pipeline that would sleep for long; its task says its process id into a pipe."""
    os.mkfifo(terminal.folder / "pid")
    terminal.write(
        "p.toml",
        HEAD + '[tasks.a]\nbash = "echo $$ > pid; sleep 1000"\n'
        '[tasks.b]\nbash = "sleep 2000"\nafter = ["a"]\n',
    )
    return terminal


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_first_cancels_the_run_and_leaves_no_process(sleeping: Terminal, number: signal.Signals) -> None:
    process = sleeping.start("run", "p.toml", "--json")
    child = int((sleeping.folder / "pid").read_text())
    told = interrupt(process, number)
    assert told.code == 128 + number
    assert "Traceback" not in told.err
    assert not is_alive(child)
    (run,) = sleeping.json("runs")
    assert (run["state"], run["reason"]) == ("cancelled", f"ended by {number.name}")


def test_the_second_ends_the_run_at_once(terminal: Terminal) -> None:
    os.mkfifo(terminal.folder / "pid")
    code = "trap '' TERM; echo $$ > pid; for i in $(seq 1000); do sleep 1; done"
    terminal.write("p.toml", HEAD + f'[tasks.a]\nbash = "{code}"\n[tasks.b]\nafter = ["a"]\n')
    process = terminal.start("run", "p.toml", "--json")
    child = int((terminal.folder / "pid").read_text())
    process.send_signal(signal.SIGINT)
    assert wait_for_event(process, "task_moved")["task"] == "b"
    told = interrupt(process)
    assert (told.code, told.err) == (130, "")
    assert not is_alive(child)
    (run,) = terminal.json("runs")
    assert (run["state"], run["reason"]) == ("cancelled", "ended by SIGINT")


def test_ctrl_c_in_a_terminal_leaves_it_clean(sleeping: Terminal) -> None:
    sent: list[int] = []

    def press_ctrl_c(pid: int, seen: str) -> None:
        if "running" in seen and not sent:
            sent.append(int((sleeping.folder / "pid").read_text()))
            os.kill(pid, signal.SIGINT)

    told = sleeping.in_a_tty("run", "p.toml", act=press_ctrl_c)
    assert told.code == 130, told
    assert told.out.count("\x1b[?25l") == told.out.count("\x1b[?25h")
    assert ", ended by SIGINT  p, run 1: 2 cancelled" in told.out
    assert not is_alive(*sent)


def test_ctrl_c_is_told_in_a_line_where_there_is_no_live_display(sleeping: Terminal) -> None:
    process = sleeping.start("run", "p.toml")
    (sleeping.folder / "pid").read_text()
    told = interrupt(process)
    assert "  ending; Ctrl-C again ends it at once\n" in told.out
    assert told.out.index("ending;") < told.out.index("cancelled")


def test_cancel_from_another_terminal_ends_the_run(sleeping: Terminal) -> None:
    process = sleeping.start("run", "p.toml", "--json")
    wait_for_event(process, "try_started")
    told = sleeping.run("cancel")
    assert (told.code, told.out) == (0, "Run 1: cancelled.\n"), told
    assert [run["state"] for run in sleeping.json("runs")] == ["cancelled"], "at once, not in a while"
    process.communicate(timeout=30)
    assert process.returncode == 1
    assert [run["state"] for run in sleeping.json("runs")] == ["cancelled"]


def test_logs_follow_a_task_that_goes_on(terminal: Terminal) -> None:
    gate = terminal.folder / "gate"
    terminal.write(
        "p.toml",
        HEAD + '[tasks.a]\nbash = "echo one; until [ -e gate ]; do sleep 0.05; done; echo two"\n',
    )
    process = terminal.start("run", "p.toml", "--json")
    wait_for_event(process, "try_started")
    follower = terminal.start("logs", "a", "-f")
    assert follower.stdout is not None
    assert follower.stdout.readline() == "one\n"
    gate.touch()
    assert follower.communicate(timeout=30)[0] == "two\n"
    process.communicate(timeout=30)
    assert follower.returncode == 0


def test_a_reader_that_leaves_does_not_end_the_run(terminal: Terminal) -> None:
    terminal.write("p.toml", HEAD + "\n".join(f'[tasks.t{n}]\nbash = "true"' for n in range(20)))
    process = terminal.start("run", "p.toml", "--json")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    process.wait(timeout=30)
    assert process.stderr is not None
    process.stderr.close()
    assert [run["state"] for run in terminal.json("runs")] == ["success"]


def test_a_callable_in_this_process_is_ended_by_the_first(terminal: Terminal) -> None:
    os.mkfifo(terminal.folder / "ready")
    terminal.write("work.py", "def wait():\n    open('ready', 'w').close()\n    while True: pass\n")
    terminal.write("p.toml", HEAD + '[tasks.a]\npython = "work:wait"\n')
    process = terminal.start("run", "p.toml", "--in-process", "--quiet")
    (terminal.folder / "ready").read_text()
    told = interrupt(process)
    assert told.code == 130
    (run,) = terminal.json("runs")
    assert (run["state"], run["reason"]) == ("cancelled", "ended by SIGINT")
