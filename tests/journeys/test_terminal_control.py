"""Runs steered from another terminal, or taken up by the one in which something is asked of them."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.journeys.terminal import Terminal, wait_for_event

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

HEAD = '[pipeline]\nname = "p"\n'
GATED = HEAD + (
    '[tasks.a]\nbash = "until [ -e gate ]; do sleep 0.05; done; echo n=1 >> $FLOWDESK_PUSH"\n'
    'push.n = "int"\n'
    '[tasks.b]\nbash = "echo got $n"\npull.n = "a:n"\n'
)
MOODY = HEAD + (
    '[tasks.a]\nbash = "[ -e good ]"\nretries = 0\n'
    '[tasks.b]\nbash = "echo $((7 * 6)) | tee -a ran"\nreturns = "int"\n'
    '[tasks.c]\nbash = "echo $answer"\npull.answer = "b"\nafter = ["a"]\n'
)
ASKING = HEAD + (
    '[tasks.check]\napprove = { question = "Publish?", choices = ["yes", "later"] }\nreturns = "str"\n'
    '[tasks.b]\nbash = "echo answered $answer"\npull.answer = "check"\n'
)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in an empty folder, with a store of its own."""
    with Terminal(tmp_path / "here") as here:
        yield here


@pytest.fixture
def failed_run(terminal: Terminal) -> Terminal:
    """A terminal in which `a` of run 1 failed, `b` succeeded and `c` could not run."""
    terminal.write("p.toml", MOODY)
    assert terminal.run("run", "p.toml", "-q").code == 1
    return terminal


def states(terminal: Terminal, run: str = "1") -> list[str]:
    shown = terminal.run("show", run)
    assert shown.code == 0, shown.err
    rows = [line.split() for line in shown.out.split("TASK")[1].split("\n\n")[0].splitlines()[1:]]
    return [f"{row[0]} {row[2]}" for row in rows]


def over(process: subprocess.Popen[str]) -> int:
    process.communicate(timeout=30)
    return process.returncode


class TestARunThatIsOver:
    def test_retry_runs_again_what_failed_and_uses_what_succeeded(self, failed_run: Terminal) -> None:
        assert states(failed_run) == ["a failed", "b success", "c upstream"]
        failed_run.write("good", "")
        told = failed_run.run("retry")
        assert told.code == 0, told
        assert told.out.startswith("Nobody works on run 1, so this terminal does from here on.\n")
        assert "✓ success  p, run 1: 3 tasks in " in told.out
        assert states(failed_run) == ["a success", "b success", "c success"]
        assert (failed_run.folder / "ran").read_text() == "42\n", "b did not run again"
        assert failed_run.run("logs", "c").out == "42\n"

    def test_where_nothing_failed_there_is_nothing_to_retry(self, failed_run: Terminal) -> None:
        failed_run.write("good", "")
        failed_run.run("retry", "-q")
        told = failed_run.run("retry")
        assert told.code == 0
        assert "Run 1: nothing to do, because " in told.out
        assert "TASK" not in told.out, "nothing happened that could be summed up"

    def test_a_task_is_cleared_with_what_comes_after_it_when_a_person_says_so(
        self, failed_run: Terminal
    ) -> None:
        failed_run.write("good", "")
        failed_run.run("retry", "-q")

        told = failed_run.in_a_tty("clear", "1", "b", typed=[("[y/N]:", "y")])
        assert told.code == 0, told
        assert "this runs anew:\r\n  b\r\n  c\r\n" in told.out
        assert (failed_run.folder / "ran").read_text() == "42\n42\n"
        assert [row["try"] for row in failed_run.json("logs", "a")] == [1, 2], "a was not among them"

    def test_nothing_is_cleared_where_a_person_says_no(self, failed_run: Terminal) -> None:
        told = failed_run.in_a_tty("clear", "1", "b", typed=[("[y/N]:", "n")])
        assert told.code == 130
        assert (failed_run.folder / "ran").read_text() == "42\n"

    def test_a_marked_task_is_asked_for_its_keys(self, terminal: Terminal) -> None:
        terminal.write(
            "p.toml",
            HEAD
            + '[tasks.a]\nbash = "exit 1"\npush.n = "int"\n[tasks.b]\nbash = "echo $n"\npull.n = "a:n"\n',
        )
        assert terminal.run("run", "p.toml", "-q").code == 1

        told = terminal.in_a_tty(
            "mark", "1", "a", "success", typed=[("n: int = ", "seven"), ("n: int = ", "7")]
        )
        assert told.code == 0, told
        assert "'n' must be int: " in told.out
        assert terminal.run("logs", "b").out == "7\n"
        assert terminal.run("xcom", "get", "a", "n").out == "7\n"

    def test_an_engine_that_was_killed_leaves_a_run_that_can_be_taken_up(self, terminal: Terminal) -> None:
        terminal.write("p.toml", GATED)
        process = terminal.start("run", "p.toml", "--json")
        wait_for_event(process, "try_started")
        process.send_signal(signal.SIGKILL)
        assert over(process) == -signal.SIGKILL
        assert [run["state"] for run in terminal.json("runs")] == ["interrupted"]
        terminal.write("gate", "")
        told = terminal.run("run", "--resume")
        assert told.code == 0, told
        assert "✓ success  p, run 1: 2 tasks in " in told.out
        assert terminal.run("logs", "b").out == "got 1\n"
        told = terminal.run("run", "--resume")
        assert (told.code, told.err) == (
            2,
            "flowdesk: no run was interrupted; the latest, run 1, is success\n",
        )


class TestARunThatGoesOn:
    @pytest.fixture
    def gated(self, terminal: Terminal) -> tuple[Terminal, subprocess.Popen[str]]:
        """A run whose first task waits for the file `gate`."""
        terminal.write("p.toml", GATED)
        process = terminal.start("run", "p.toml", "--json")
        wait_for_event(process, "try_started")
        return terminal, process

    def test_it_is_paused_and_continued(self, gated: tuple[Terminal, subprocess.Popen[str]]) -> None:
        terminal, process = gated
        told = terminal.run("pause")
        assert told.code == 0, told
        assert told.out.startswith("Run 1: paused")
        terminal.write("gate", "")
        assert wait_for_event(process, "try_finished")["task"] == "a"
        assert terminal.json("runs")[0]["paused"]
        assert "▶ running, paused" in terminal.run("runs").out
        assert states(terminal) == ["a success", "b waiting"]
        assert terminal.run("pause").out == "Run 1: nothing to do, because the run is paused already.\n"
        assert terminal.run("resume").code == 0
        assert over(process) == 0

    def test_one_task_is_cancelled(self, gated: tuple[Terminal, subprocess.Popen[str]]) -> None:
        terminal, process = gated
        told = terminal.run("cancel", "--task", "a")
        assert told.code == 0, told
        assert over(process) == 1
        assert terminal.run("show", "1", "a").out.startswith("■ cancelled  a")

    def test_another_process_cannot_take_it_up(self, gated: tuple[Terminal, subprocess.Popen[str]]) -> None:
        terminal, process = gated
        told = terminal.run("run", "--resume", "1")
        assert (told.code, told.err) == (2, "flowdesk: run 1 is under way: another process works on it\n")
        terminal.write("gate", "")
        assert over(process) == 0


class TestAQuestion:
    def test_it_is_answered_in_a_dialogue(self, terminal: Terminal) -> None:
        terminal.write("p.toml", ASKING)
        process = terminal.start("run", "p.toml", "--json")
        wait_for_event(process, "try_started")

        told = terminal.in_a_tty("approve", typed=[("(yes, later):", "yes")])
        assert told.code == 0, told
        assert over(process) == 0
        assert terminal.run("logs", "b").out == "answered yes\n"

    def test_the_display_shows_the_command_that_answers_it(self, terminal: Terminal) -> None:
        terminal.write("p.toml", ASKING)
        answered: list[int] = []

        def answer(_pid: int, seen: str) -> None:
            if "flowdesk approve 1 check yes|later" in seen and not answered:
                answered.append(terminal.run("approve", "1", "check", "later").code)

        told = terminal.in_a_tty("run", "p.toml", act=answer)
        assert answered == [0]
        assert told.code == 0, told


def test_params_are_checked_and_reach_the_tasks(terminal: Terminal) -> None:
    terminal.write(
        "p.toml",
        HEAD + 'params = { n = { type = "int", le = 9 }, word = { type = "str", default = "hi" } }\n'
        '[tasks.a]\npython = "p:f"\nreturns = "str"\n',
    )
    terminal.write("p.py", "def f(params):\n    return f\"{params['word']} {params['n'] + 1}\"\n")
    told = terminal.run("run", "p.toml", "--param", "n=10", "--param", "wrod=x")
    assert told.code == 2
    assert "n" in told.err
    assert "did you mean 'word'?" in told.err
    assert terminal.json("runs") == []
    assert terminal.run("run", "p.toml", "--param", "n=4").code == 0
    assert terminal.run("xcom", "get", "a", "return_value").out == "hi 5\n"
    terminal.write("more.toml", 'n = 6\nword = "you"\n')
    assert terminal.run("run", "p.toml", "--params", "more.toml", "--param", "word=me").code == 0
    assert terminal.run("xcom", "get", "a", "return_value").out == "me 7\n"
    assert "params   n = 6, word = me" in terminal.run("show").out


def test_a_part_is_run_with_the_values_of_an_earlier_run(failed_run: Terminal) -> None:
    told = failed_run.run("run", "p.toml", "--task", "c")
    assert told.code == 0, told
    assert failed_run.run("logs", "c").out == "42\n"
    assert states(failed_run, "2") == ["c success"]
    assert "pulled    answer ← b:return_value, try 1 of run " in failed_run.run("show", "2", "c").out
